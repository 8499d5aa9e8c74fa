import { isAttempt } from './attempt'
import { carried, everyBypass } from './bypass'
import type { Decision, Reason, ReasonCode } from './decision'
import { destinationOf, sitePath } from './destination'
import { type Door, startAddress } from './door'
import type { Circumstances } from './history'
import type { LoginPage } from './page'

/** Total: every page has a decision in all circumstances. The first row that applies wins. */
export function decide(circumstances: Circumstances): Decision {
  const { page, url, door } = circumstances
  const stays = reasonToStay(circumstances)
  if (stays) return { act: 'stay', because: stays }
  if (door.severalProviders) return { act: 'stay', because: { code: 'several-providers' } }
  const start = door.start ?? page?.startLink
  if (!start) return { act: 'stay', because: { code: 'no-sso-app' } }
  const destination = page?.kind === 'anonymous' ? pageItself(url, door) : wantedDestination(url, door)
  const to = startAddress(start, door.baseUrl, destination ?? '')
  const asks = destination === undefined ? { code: 'foreign-destination' as const } : reasonToAsk(circumstances)
  if (asks) return asking(page, to, asks)
  if (door.delaySeconds > 0) return { act: 'countdown', to, because: { code: 'told-to-count-down' } }
  return { act: 'redirect', to, because: { code: page?.kind === 'anonymous' ? 'anonymous' : 'told-to-redirect' } }
}

/** Where the site's own relay state sends people, else where they wanted to go; undefined where that is another site. */
export function wantedDestination(url: URL, door: Pick<Door, 'baseUrl' | 'relayState'>): string | undefined {
  return door.relayState ? (sitePath(door.relayState, door.baseUrl) ?? '') : destinationOf(url.searchParams, door.baseUrl)
}

const pageItself = ({ pathname, search }: URL, { baseUrl, relayState }: Door): string | undefined =>
  sitePath(relayState || `${pathname}${search}`, baseUrl)

/** An anonymous page has no form to put a button into, and an app's own button is enough. */
function asking(page: LoginPage | undefined, to: string, because: Reason): Decision {
  if (page?.startLink) return { act: 'stay', because: { code: 'button-there' } }
  return page?.kind === 'anonymous' ? { act: 'stay', because } : { act: 'offer', to, because }
}

function reasonToStay({ page, url, door }: Circumstances): Reason | undefined {
  const kindStays = page ? staying[page.kind] : 'not-a-login-page'
  if (!door.enabled) return { code: 'site-off' }
  if (kindStays) return { code: kindStays }
  if (page?.kind === 'anonymous' && door.anonymous === 'allow') return { code: 'not-a-login-page' }
  const bypass = carried(url.searchParams, [...(door.backdoor ? [door.backdoor] : []), ...door.bypass, ...everyBypass])
  if (bypass) return { code: 'backdoor', detail: bypass }
  if (page?.kind === 'admin-login' && door.adminLogin === 'form') return { code: 'admin-login' }
  if (page?.appRedirects) return { code: 'server-redirects' }
  return door.onLoginPage === 'stay' && page?.kind !== 'anonymous' ? { code: 'told-to-stay' } : undefined
}

const staying: { readonly [K in LoginPage['kind']]?: ReasonCode } = {
  other: 'not-a-login-page',
  'signed-in': 'signed-in',
  'no-permission': 'no-permission',
  'logging-out': 'logged-out',
}

/** Whoever is sent to a login page wanted to go somewhere, and the address says where; after a logout it does not. */
const isBareAfterRedirect = ({ url, door, history }: Circumstances): boolean =>
  history.wasRedirected && destinationOf(url.searchParams, door.baseUrl) === ''

function reasonToAsk(circumstances: Circumstances): Reason | undefined {
  const { page, url, door, history, now } = circumstances
  if (page?.kind === 'admin-login') return { code: 'admin-login' }
  if (page?.kind === 'login-failed') return { code: 'login-failed' }
  if (page?.kind === 'sso-failed') return { code: 'sso-failed' }
  if (page?.kind === 'logged-out' || (page?.kind !== 'anonymous' && isBareAfterRedirect(circumstances))) return { code: 'logged-out' }
  if (history.standBack) return { code: history.standBack }
  if (door.onLoginPage === 'offer' && page?.kind !== 'anonymous') return { code: 'told-to-offer' }
  if (history.fromLoginPage) return { code: 'not-a-plain-visit' }
  if (history.typed) return { code: 'typed-in' }
  return isAttempt(url.hash) || triedAlready(history.redirects, now) ? { code: 'tried-already' } : undefined
}

const seconds = 1000
/** One redirect in ten seconds, three in five minutes: whoever is back sooner is in a loop. */
export const triedAlready = (redirects: readonly number[], now: number): boolean =>
  redirects.some((at) => now - at < 10 * seconds) || redirects.filter((at) => now - at < 300 * seconds).length >= 3
