import { browser } from './browser'

/** The address at which sign-in ends in this browser; it has to be registered at the app client to the letter. */
export const redirectAddress = (): string => browser.identity.getRedirectURL()

/** Chrome's and Edge's is made of the manifest's key, Firefox's of the extension's id there. */
const pinned = [
  'https://ihlhkijmjaemjamilopcpkakagpcphao.chromiumapp.org/',
  'https://bae1b49efb3234f3878b25c10c1f5eced9e067f6.extensions.allizom.org/',
]

/** What a browser's addresses end with. */
const endOf = (address: string): string => new URL(address).host.replace(/^[^.]+/, '')

/**
 * Where sign-in ends in browsers of either kind: the one that runs now first, which knows its own address best, since a store or a
 * build of somebody's own may have given Latchkey another id in it.
 */
export function redirectAddressOfEachBrowser(): readonly string[] {
  const own = redirectAddress()
  return [own, ...pinned.filter((address) => endOf(address) !== endOf(own))]
}
