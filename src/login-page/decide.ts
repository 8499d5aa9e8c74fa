import { isAttempt } from './attempt'
import { carried } from './bypass'
import { type Decision, oneMoreTry, type ReasonCode } from './decision'
import { destinationOf, sitePath, wantedDestination } from './destination'
import { type Door, startAddress } from './door'
import type { Circumstances } from './history'
import type { PageKind } from './page'

/** Total: every page has a decision in all circumstances. The first row that applies wins. */
export function decide(circumstances: Circumstances): Decision {
  const { page, url, door } = circumstances
  const kind = page?.kind ?? 'other'
  const bypass = carried(url.searchParams, door.bypass)
  const stays = reasonToStay(circumstances, kind, bypass)
  if (stays) return stay(stays, stays === 'backdoor' ? bypass : undefined)
  if (!door.start) return stay(door.severalProviders ? 'several-providers' : 'no-sso-app')
  const destination = kind === 'anonymous' ? pageItself(url, door) : wantedDestination(url, door)
  const to = startAddress(door.start, door.baseUrl, destination ?? '')
  const asks = destination === undefined ? 'foreign-destination' : reasonToAsk(circumstances, kind)
  // An anonymous page has no form to put a button into, and an app's own button is enough where nothing is to be said about it.
  if (asks && page?.startLink && !oneMoreTry.includes(asks)) return stay(asks === 'told-to-offer' ? 'button-there' : asks)
  if (asks) return kind === 'anonymous' ? stay(asks) : { act: 'offer', to, because: { code: asks } }
  if (door.delaySeconds > 0) return { act: 'countdown', to, because: { code: 'told-to-count-down' } }
  return { act: 'redirect', to, because: { code: kind === 'anonymous' ? kind : 'told-to-redirect' } }
}

const stay = (code: ReasonCode, detail?: string): Decision => ({ act: 'stay', because: { code, detail } })

/** Where anonymous visitors wanted to go is where they are. */
const pageItself = ({ pathname, search }: URL, { baseUrl, relayState }: Door): string | undefined =>
  relayState || sitePath(pathname + search, baseUrl)

function reasonToStay({ page, door }: Circumstances, kind: PageKind, bypass: string | undefined): ReasonCode | undefined {
  if (!door.enabled) return 'site-off'
  if (kind === 'signed-in' || kind === 'no-permission' || kind === 'cloud') return kind
  if (kind === 'logging-out') return 'logged-out'
  if (kind === 'other' || (kind === 'anonymous' && door.anonymous === 'allow')) return 'not-a-login-page'
  if (bypass) return 'backdoor'
  if (kind === 'admin-login' && door.adminLogin === 'form') return kind
  if (page?.appRedirects) return 'server-redirects'
  return door.onLoginPage === 'stay' && kind !== 'anonymous' ? 'told-to-stay' : undefined
}

/** On these pages nobody is sent to SSO without having been asked. */
function reasonToAsk({ url, door, history, now }: Circumstances, kind: PageKind): ReasonCode | undefined {
  if (kind === 'admin-login' || kind === 'login-failed' || kind === 'sso-failed' || kind === 'logged-out') return kind
  if (history.standBack) return history.standBack
  const tried = () => (isAttempt(url.hash) || triedAlready(history.redirects, now) ? 'tried-already' : undefined)
  if (kind !== 'anonymous') {
    // Whoever is sent to a login page wanted to go somewhere, and the address says where; after a logout it does not.
    if (destinationOf(url.searchParams, door.baseUrl) === '' && history.wasRedirected) return tried() ?? 'logged-out'
    if (door.onLoginPage === 'offer') return 'told-to-offer'
    // It had its reasons to show the page all the same.
    if (door.serverRedirects) return 'server-redirects'
  }
  if (history.fromLoginPage) return 'not-a-plain-visit'
  return history.typed ? 'typed-in' : tried()
}

/** One redirect in ten seconds, three in five minutes: whoever is back sooner is in a loop. */
const triedAlready = (redirects: readonly number[], now: number): boolean =>
  redirects.some((at) => now - at < 10_000) || redirects.filter((at) => now - at < 300_000).length >= 3
