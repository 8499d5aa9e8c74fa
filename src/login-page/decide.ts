import { carried, everyBypass } from './bypass'
import type { Decision, Reason, ReasonCode } from './decision'
import { destinationOf, sitePath } from './destination'
import { type Door, startAddress } from './door'
import type { LoginPage } from './page'

/** What happened before on this tab and site. */
export interface History {
  /** Latchkey's own redirects from this tab, newest last, in milliseconds since the epoch. */
  readonly redirects: readonly number[]
  /** Latchkey stands back from this site for a while: somebody logged out, or a loop was seen. */
  readonly standBack: StandBack['because'] | undefined
  /** The page was reached from a login page: a form was sent, and leaving would hide the answer. */
  readonly fromLoginPage: boolean
  /** The page was reached by a redirect of the site's own. */
  readonly wasRedirected: boolean
  /** The person has begun to type into the form. */
  readonly typed: boolean
}

/** A site that is left alone until then, in milliseconds since the epoch. */
export interface StandBack {
  readonly until: number
  readonly because: 'held-off' | 'tried-already'
}

/** Everything that a decision depends on. `now` is in milliseconds since the epoch. */
export interface Circumstances {
  readonly page: LoginPage | undefined
  readonly url: URL
  readonly door: Door
  readonly history: History
  readonly now: number
}

/** Total: every page has a decision in all circumstances. The first row that applies wins. */
export function decide(circumstances: Circumstances): Decision {
  const { page, url, door } = circumstances
  const stays = reasonToStay(circumstances)
  if (stays) return { act: 'stay', because: stays }
  const start = door.start ?? page?.startLink
  if (!start) return { act: 'stay', because: { code: 'no-sso-app' } }
  const destination = wantedDestination(url, door)
  const to = startAddress(start, door.baseUrl, destination ?? '')
  const asks = destination === undefined ? { code: 'foreign-destination' as const } : reasonToAsk(circumstances)
  if (asks) return page?.startLink ? { act: 'stay', because: { code: 'button-there' } } : { act: 'offer', to, because: asks }
  if (door.delaySeconds > 0) return { act: 'countdown', to, because: { code: 'told-to-count-down' } }
  return { act: 'redirect', to, because: { code: 'told-to-redirect' } }
}

/** Where the site's own relay state sends people, else where they wanted to go; undefined where that is another site. */
export function wantedDestination(url: URL, door: Pick<Door, 'baseUrl' | 'relayState'>): string | undefined {
  return door.relayState ? (sitePath(door.relayState, door.baseUrl) ?? '') : destinationOf(url.searchParams, door.baseUrl)
}

function reasonToStay({ page, url, door }: Circumstances): Reason | undefined {
  const kindStays = page ? staying[page.kind] : 'not-a-login-page'
  if (!door.enabled) return { code: 'site-off' }
  if (kindStays) return { code: kindStays }
  const bypass = carried(url.searchParams, [...(door.backdoor ? [door.backdoor] : []), ...door.bypass, ...everyBypass])
  if (bypass) return { code: 'backdoor', detail: bypass }
  if (page?.kind === 'admin-login' && door.adminLogin === 'form') return { code: 'admin-login' }
  if (page?.appRedirects) return { code: 'server-redirects' }
  return door.onLoginPage === 'stay' ? { code: 'told-to-stay' } : undefined
}

const staying: { readonly [K in LoginPage['kind']]?: ReasonCode } = {
  other: 'not-a-login-page',
  'signed-in': 'signed-in',
  'no-permission': 'no-permission',
  'logging-out': 'logged-out',
}

function reasonToAsk({ page, url, door, history, now }: Circumstances): Reason | undefined {
  if (page?.kind === 'admin-login') return { code: 'admin-login' }
  if (page?.kind === 'login-failed') return { code: 'login-failed' }
  if (page?.kind === 'sso-failed') return { code: 'sso-failed' }
  // Whoever is sent to a login page wanted to go somewhere, and the address says where; after a logout it does not.
  const isAfterLogout = history.wasRedirected && destinationOf(url.searchParams, door.baseUrl) === ''
  if (page?.kind === 'logged-out' || isAfterLogout) return { code: 'logged-out' }
  if (door.onLoginPage === 'offer') return { code: 'told-to-offer' }
  if (history.standBack) return { code: history.standBack }
  if (history.fromLoginPage) return { code: 'not-a-plain-visit' }
  if (history.typed) return { code: 'typed-in' }
  return triedAlready(history.redirects, now) ? { code: 'tried-already' } : undefined
}

const seconds = 1000
/** One redirect in ten seconds, three in five minutes: whoever is back sooner is in a loop. */
export const triedAlready = (redirects: readonly number[], now: number): boolean =>
  redirects.some((at) => now - at < 10 * seconds) || redirects.filter((at) => now - at < 300 * seconds).length >= 3
