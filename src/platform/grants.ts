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

/** Calls back after any grant and any that is taken back, until the returned function is called. In the background call it synchronously at start-up. */
export function watchGrants(changed: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions
  for (const event of [onAdded, onRemoved]) event.addListener(changed)
  return () => {
    for (const event of [onAdded, onRemoved]) event.removeListener(changed)
  }
}

/** Match patterns that the browser has granted, each as it was asked for: one may hold many hosts. */
export const grantedOrigins = async (): Promise<readonly string[]> => (await browser.permissions.getAll()).origins ?? []

/** Whether we may act on an address's host, now. */
export const isGranted = (address: string): Promise<boolean> => browser.permissions.contains({ origins: [originOf(address)] })

/**
 * Which of the sites' hosts are not `granted`, each once. Ask anew each time: people can take any grant back. The browser is not asked for
 * each host: it takes tens of milliseconds over hundreds of them.
 */
export async function missingGrants(sites: Sites, granted?: readonly string[]): Promise<readonly string[]> {
  const held = new Set(granted ?? (await grantedOrigins()))
  const origins = new Set(sites.map(({ baseUrl }) => originOf(baseUrl)))
  return [...origins].filter((origin) => !holders(origin).some((pattern) => held.has(pattern)))
}

/**
 * The match patterns that hold an origin, as far as manifests of ours can have them: all paths, and no other schemes.
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
function holders(origin: string): readonly string[] {
  const [scheme, , host = ''] = origin.split('/')
  const ends = host.split('.').map((_, at, labels) => `*.${labels.slice(at).join('.')}`)
  return [host, '*', ...ends].flatMap((hosts) => [`${scheme}//${hosts}/*`, `*://${hosts}/*`])
}

/** Shows the browser's own question, once for all. Call it first thing in a click: browsers hear it in no other moment. */
export const requestGrants = (origins: readonly string[]): Promise<boolean> => browser.permissions.request({ origins: [...origins] })
