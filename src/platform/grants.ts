import type { SiteSettings } from '../settings/catalog'
import { browser } from './browser'

/** Sites, as far as their hosts are asked for. */
export type Sites = readonly Pick<SiteSettings, 'baseUrl'>[]

/** The match pattern that lets us act on an address's host: permissions know no ports and no paths. */
export const originOf = (address: string): string => `${new URL(address).protocol}//${new URL(address).hostname}/*`

/** A base URL as the beginning of a match pattern: those know no ports, so whoever matches looks at the whole address once more. */
export const patternOf = (baseUrl: string): string => originOf(baseUrl).replace('/*', new URL(baseUrl).pathname)

/** Which of the sites' hosts the browser has not granted yet, each once. Ask anew each time: people can take any grant back. */
export async function missingGrants(sites: Sites): Promise<readonly string[]> {
  const origins = [...new Set(sites.map(({ baseUrl }) => originOf(baseUrl)))]
  // One question for hundreds of hosts, where all is well.
  if (await browser.permissions.contains({ origins })) return []
  const granted = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })))
  return origins.filter((_, index) => !granted[index])
}

/** Shows the browser's own question, once for all. Call it first thing in a click: browsers hear it in no other moment. */
export const requestGrants = (origins: readonly string[]): Promise<boolean> => browser.permissions.request({ origins: [...origins] })
