import type { SiteSettings } from '../settings/catalog'
import { browser } from './browser'

/** Sites, as far as their hosts are asked for. */
export type Sites = readonly Pick<SiteSettings, 'baseUrl'>[]

/** The match pattern that lets us act on an address's host: permissions know no ports and no paths. */
export const originOf = (address: string): string => `${hostOf(address)}/*`

/** A base URL as the beginning of a match pattern: those know no ports, so whoever matches looks at the whole address once more. */
export const patternOf = (baseUrl: string): string => `${hostOf(baseUrl)}${new URL(baseUrl).pathname}`

function hostOf(address: string): string {
  const { protocol, hostname } = new URL(address)
  return `${protocol}//${hostname}`
}

/** Match patterns that the browser has granted, each as it was asked for: one may hold many hosts. */
export const grantedOrigins = async (): Promise<readonly string[]> => (await browser.permissions.getAll()).origins ?? []

/**
 * Which of the sites' hosts the browser has not granted yet, each once. Ask anew each time: people can take any grant back. Of `granted`
 * patterns that are known already nothing is asked.
 */
export async function missingGrants(sites: Sites, granted: readonly string[] = []): Promise<readonly string[]> {
  const origins = [...new Set(sites.map(({ baseUrl }) => originOf(baseUrl)))].filter((origin) => !granted.includes(origin))
  // One question for hundreds of hosts, where all is well.
  if (origins.length === 0 || (await browser.permissions.contains({ origins }))) return []
  const held = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })))
  return origins.filter((_, index) => !held[index])
}

/** Shows the browser's own question, once for all. Call it first thing in a click: browsers hear it in no other moment. */
export const requestGrants = (origins: readonly string[]): Promise<boolean> => browser.permissions.request({ origins: [...origins] })
