import type { Door } from '../login-page/door'
import { readDoors } from './door-stores'

/**
 * The doors of some sites, as they stand in storage; all of them anew where one is not there yet. For pages: a worker cannot load
 * code later.
 */
export async function doorsOf(baseUrls: readonly string[]): Promise<readonly Door[]> {
  const stored = await readDoors()
  return baseUrls.every((baseUrl) => stored.some((door) => door.baseUrl === baseUrl)) ? stored : (await import('./doors')).currentDoors()
}
