import type { Door } from '../../../src/login-page/door'
import type { Driver } from './driver'

/** The doors in force, as they are stored; undefined before there were any. */
export const storedDoors = async (driver: Driver): Promise<readonly Door[] | undefined> => doorsIn(await driver.storageGet('local'))

/** The same of what `storage.local` holds. */
export function doorsIn(local: Readonly<Record<string, unknown>>): readonly Door[] | undefined {
  const origins = local['doorOrigins'] as readonly string[] | undefined
  return origins?.flatMap((origin) => (local[origin] as readonly Door[] | undefined) ?? [])
}
