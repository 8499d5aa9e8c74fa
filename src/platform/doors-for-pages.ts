import type { Door } from '../login-page/door'
import { readDoorsAt } from './door-stores'

/** The doors of some sites, as they stand in storage; all doors anew where one is not there yet. For pages: a worker cannot load code later. */
export async function doorsOf(sites: readonly Pick<Door, 'baseUrl'>[]): Promise<readonly Door[]> {
  const stored = await readDoorsAt(...sites.map(({ baseUrl }) => baseUrl))
  const isThere = ({ baseUrl }: Pick<Door, 'baseUrl'>) => stored.some((door) => door.baseUrl === baseUrl)
  return sites.every(isThere) ? stored : (await import('./current-doors')).currentDoors()
}
