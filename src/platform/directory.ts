import { directoryPaths } from '../hosts/confluence'
import { type LookUp, lookUp } from '../setup/look-up'
import { fetchText, limits } from './fetch-text'
import { isGranted } from './grants'

/**
 * Looks into a site's user directory with the session that this browser has there. Only asks, and only what was granted. Never rejects.
 * Call it when a person asked for it, and at no other time.
 */
export async function lookInto(baseUrl: string, usernames: readonly string[]): Promise<LookUp> {
  const mayAsk = await isGranted(baseUrl)
  if (!mayAsk) return { failed: { why: 'not-granted' } }
  return lookUp(directoryPaths, usernames, (path) => fetchText(`${baseUrl}${path}`, ...limits, 'include'))
}
