import type { Door } from '../login-page/door'
import { readDoors } from './door-stores'

/**
 * The doors of some sites, as they stand in storage or were read of it; all of them anew where one is not there yet. For pages: a worker
 * cannot load code later.
 */
export async function doorsOf(sites: readonly Pick<Door, 'baseUrl'>[], read?: readonly Door[]): Promise<readonly Door[]> {
  const stored = read ?? (await readDoors())
  const isThere = ({ baseUrl }: Pick<Door, 'baseUrl'>) => stored.some((door) => door.baseUrl === baseUrl)
  return sites.every(isThere) ? stored : (await import('./doors')).currentDoors()
}
