import type { WebRequest } from 'webextension-polyfill'
import { pagePaths } from '../../hosts/paths'
import { anchorOf, attemptMark, isAttempt } from '../../login-page/attempt'
import { decide } from '../../login-page/decide'
import type { Decision } from '../../login-page/decision'
import { destinationOf, wantedDestination } from '../../login-page/destination'
import { type Door, doorOf, startAddress } from '../../login-page/door'
import type { StandBack } from '../../login-page/history'
import type { LoginPage } from '../../login-page/page'
import { recogniseAddress } from '../../login-page/recognise-address'
import { readDoorsAt, readStandBacks, writeStandBacks } from '../door-stores'
import { signs } from '../signs'
import { sendTab } from '../tabs'
import { isAnew, isFromSite } from './anew'
import { expectFromLogin } from './arrivals'
import { note } from './journal'
import { type Guard, keepGuard, readKeeping } from './keeping'
import { endProviderSession, holdOff, leaveSite } from './leaving'
import { ownerOf } from './owner'

const minutes = 60 * 1000
const day = 24 * 60 * minutes

/** A visit to a login or logout page of a configured site, as its request tells it. */
interface Visit {
  readonly door: Door
  readonly page: LoginPage
  readonly decision: Decision
  /** By the browser's own rules, which need an address that says where the person wanted to go. */
  readonly isRedirected: boolean
}

/** Sees a request for a login page: what the browser's rules do with it, and what has to be kept or guarded for that. */
export async function seeVisit(details: WebRequest.OnBeforeRequestDetailsType): Promise<void> {
  const { tabId, timeStamp: at } = details
  const visit = await visitOf(details)
  if (!visit) return
  const { door, page, decision, isRedirected } = visit
  const url = new URL(details.url)
  // First of all: its redirects may be faster than we are.
  if (page.kind === 'logging-out') return leaveSite(door, details)
  await expectFromLogin(url, door, tabId)
  if (await endProviderSession(door, details, isOut(visit, url))) return
  // An SSO app's own logout does not come by the site's.
  if (page.kind === 'logged-out') await holdOff(door, tabId, at)
  const guard = await guardFor(visit, details)
  if (guard) await keepGuard(guard)
  if (isRedirected) await note({ at, tabId, url: url.href, decision, page })
}

/** Sees the request for a page that is rendered ahead of a visit: nobody is there yet, but a logout takes place. */
export async function seeAhead(details: WebRequest.OnBeforeRequestDetailsType): Promise<void> {
  const visit = await visitOf(details)
  if (visit?.page.kind === 'logging-out') await holdOff(visit.door, details.tabId, details.timeStamp)
}

/** Sees a logout that a page asks for without leaving: by a script, a frame or a picture. Other sites' pages log nobody out. */
export async function seeLogoutFromPage(details: WebRequest.OnBeforeRequestDetailsType): Promise<void> {
  const visit = await visitOf(details)
  if (visit?.page.kind === 'logging-out' && isFromSite(details, visit.door)) await leaveSite(visit.door, details)
}

/**
 * Sees the answer to such a request: whoever asks anew is sent on before the login page shows, which the tab's guard alone has let
 * through. To SSO itself, since browsers take the login page without its mark for a place on the same page.
 */
export async function seeLoginPage({ url, tabId, requestId, timeStamp: at }: WebRequest.OnHeadersReceivedDetailsType): Promise<void> {
  const guard = (await readKeeping()).guards.find(({ anew }) => anew === requestId)
  const door = guard && doorOf(url, await readDoorsAt(url))
  // Whatever the guard was set for: the settings in force say whether anybody is sent.
  if (!guard || !door?.ruled || !door.start) return
  const { anew: _, sent: __, ...resent } = guard
  await keepGuard(resent)
  const address = new URL(url)
  const to = startAddress(door.start, door.baseUrl, wantedDestination(address, door) ?? '')
  await sendTab(tabId, `${to}${attemptMark}${anchorOf(address.hash).slice(1)}`)
  await note({ at, tabId, url, decision: { act: 'redirect', because: { code: 'told-to-redirect' } } })
}

/**
 * What the tab has to be guarded from. A redirect may lead back here before anybody is awake to see it, so its guard is set with the
 * redirect itself; whoever was led back is left alone for a while.
 */
async function guardFor(
  { door, decision, isRedirected }: Visit,
  details: WebRequest.OnBeforeRequestDetailsType,
): Promise<Guard | undefined> {
  const { baseUrl } = door
  const { url, tabId, requestId, timeStamp: at } = details
  if (decision.because.code === 'backdoor') return { tabId, baseUrl, until: at + day, because: 'backdoor-earlier' }
  const tried = { tabId, baseUrl, because: 'tried-already' } as const
  if (isRedirected) return { ...tried, until: at + 10 * minutes, sent: { requestId, at } }
  const guard = decision.because.code === 'tried-already' ? await guardOf(door, tabId, at) : undefined
  if (isAttempt(new URL(url).hash))
    // Firefox tells of the request that the tab's guard has marked as well.
    return guard?.anew === requestId ? undefined : { ...tried, until: at + 5 * minutes }
  // The page at the bare address, which no rule marks, decides for itself.
  return guard && !isBare(new URL(url), door) && isAnew(guard, door, details) ? { ...guard, anew: requestId } : undefined
}

/** Some SSO apps end a logout on the bare login page. */
const isOut = ({ door, page: { kind }, decision }: Visit, url: URL): boolean =>
  kind === 'logged-out' || (kind === 'login' && decision.because.code !== 'backdoor' && isBare(url, door))

const isBare = ({ searchParams }: URL, { baseUrl }: Door): boolean => destinationOf(searchParams, baseUrl) === ''

/** The visit that a request is, or undefined for one that is not our business. */
async function visitOf({ url: address, tabId, method, timeStamp: now }: WebRequest.OnBeforeRequestDetailsType): Promise<Visit | undefined> {
  const door = ownerOf(address, pagePaths, await readDoorsAt(address))
  const url = new URL(address)
  const page = recogniseAddress(url, signs)
  if (!door || !page || tabId < 0) return undefined
  if (method !== 'GET' && page.kind !== 'logging-out') return void (page.kind === 'login' && (await keepAnswer(door, now)))
  const standBack = await standBackOf(door, tabId, now)
  const history = { redirects: [], standBack, fromLoginPage: false, wasRedirected: false, typed: false }
  const decision = decide({ page, url, door, history, now })
  return { door, page, decision, isRedirected: door.ruled && decision.act === 'redirect' && !isBare(url, door) }
}

/** A form was sent to the login page itself: a page cannot tell how it was asked for, and would send the person on from the answer. */
async function keepAnswer({ baseUrl }: Door, now: number): Promise<void> {
  const standBacks = await readStandBacks()
  const isLeftAlone = (standBacks[baseUrl]?.until ?? 0) > now
  if (!isLeftAlone) await writeStandBacks({ ...standBacks, [baseUrl]: { until: now + 10_000, because: 'not-a-plain-visit' } })
}

/** The rules stand back from a whole site after a logout, else from the one tab in which there was a reason. */
async function standBackOf({ baseUrl }: Door, tabId: number, now: number): Promise<StandBack['because'] | undefined> {
  const standBack = (await readStandBacks())[baseUrl]
  if (standBack && standBack.until > now && standBack.because !== 'not-a-plain-visit') return standBack.because
  return (await guardOf({ baseUrl }, tabId, now))?.because
}

/** Of several guards the one for the plain form counts: a person has asked for it. */
async function guardOf({ baseUrl }: Pick<Door, 'baseUrl'>, tabId: number, now: number): Promise<Guard | undefined> {
  const guards = (await readKeeping()).guards.filter((guard) => guard.tabId === tabId && guard.baseUrl === baseUrl && guard.until > now)
  return guards.find(({ because }) => because === 'backdoor-earlier') ?? guards[0]
}
