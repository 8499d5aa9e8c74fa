import { browser } from './browser'

/** The address at which sign-in ends in this browser; it has to be registered at the app client to the letter. */
export const redirectAddress = (): string => browser.identity.getRedirectURL()

/** Chrome's is made of the manifest's key, Firefox's of the extension's id there; Edge shares Chrome's where it is installed with that key. */
const pinned = [
  'https://ihlhkijmjaemjamilopcpkakagpcphao.chromiumapp.org/',
  'https://bae1b49efb3234f3878b25c10c1f5eced9e067f6.extensions.allizom.org/',
]

/** Where sign-in ends in every browser: the one that runs now first, since a store may have given Latchkey another id in it. */
export const redirectAddresses = (): readonly string[] => [...new Set([redirectAddress(), ...pinned])]
