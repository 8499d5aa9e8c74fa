import type { WebRequest } from 'webextension-polyfill'
import { hosts } from '../../hosts'
import { decide } from '../../login-page/decide'
import type { Decision } from '../../login-page/decision'
import { type Door, doorOf } from '../../login-page/door'
import type { History, StandBack } from '../../login-page/history'
import type { LoginPage } from '../../login-page/page'
import { recognise } from '../../login-page/recognise'
import { ssoApps } from '../../sso-apps'
import { browser } from '../browser'
import { readDoors, readStandBacks, writeStandBacks } from '../door-stores'
import { expectFromLogin } from './arrivals'
import { note } from './journal'
import { keepGuard, readKeeping } from './keeping'
import { leaveSite } from './leaving'

const minutes = 60 * 1000

/** A redirect that the browser's rules made for us. */
interface Redirect {
  readonly tabId: number
  readonly baseUrl: string
  readonly at: number
}

/** A visit to a login or logout page of a configured site, as its request tells it. */
export interface Visit {
  readonly door: Door
  readonly page: LoginPage
  readonly decision: Decision
}

/** Sees a request for a login page: what the browser's rules do with it, and what has to be kept or guarded for that. */
export async function seeVisit(details: WebRequest.OnBeforeRequestDetailsType): Promise<void> {
  const { tabId, timeStamp: now } = details
  const visit = await visitOf(details)
  if (!visit) return
  const { door, page, decision } = visit
  const url = new URL(details.url)
  await expectFromLogin(url, door, tabId)
  if (page.kind === 'logged-out' || page.kind === 'logging-out') return leaveSite(door, now)
  if (decision.because.code === 'backdoor')
    await keepGuard({ tabId, baseUrl: door.baseUrl, until: now + 30 * minutes, because: 'backdoor-earlier' })
  if (!door.ruled) return
  if (decision.act === 'redirect') {
    await remember({ tabId, baseUrl: door.baseUrl, at: now })
    await note({ at: now, tabId, address: `${url.origin}${url.pathname}`, decision, page })
  }
  if (decision.because.code === 'tried-already') await guardLoop(door, details)
}

/** The visit that a request is, or undefined for one that is not our business. */
export async function visitOf({
  url: address,
  tabId,
  method,
  timeStamp: now,
}: WebRequest.OnBeforeRequestDetailsType): Promise<Visit | undefined> {
  const door = doorOf(address, await readDoors())
  const url = new URL(address)
  const page = recognise({ url }, hosts, ssoApps)
  if (!door || !page || method !== 'GET' || tabId < 0) return undefined
  return { door, page, decision: decide({ page, url, door, history: await historyOf(door, tabId, now), now }) }
}

async function historyOf(door: Door, tabId: number, now: number): Promise<History> {
  const redirects = await redirectsSince(now - 5 * minutes)
  return {
    redirects: redirects.filter((redirect) => redirect.tabId === tabId && redirect.baseUrl === door.baseUrl).map(({ at }) => at),
    standBack: await standBackOf(door, tabId, now),
    fromLoginPage: false,
    wasRedirected: false,
    typed: false,
    sessionEnded: true,
  }
}

/** The rules stand back from a whole site after a logout, else from the one tab in which there was a reason. */
async function standBackOf(door: Door, tabId: number, now: number): Promise<StandBack['because'] | undefined> {
  const standBack = (await readStandBacks())[door.baseUrl]
  if (standBack && standBack.until > now && (standBack.because === 'held-off' || !door.ruled)) return standBack.because
  const { guards } = await readKeeping()
  return guards.find((guard) => guard.tabId === tabId && guard.baseUrl === door.baseUrl && guard.until > now)?.because
}

/** The content script's half comes first: by the time that the rule lets the page through, it must know. */
async function guardLoop({ baseUrl }: Door, { tabId, url, timeStamp: now }: WebRequest.OnBeforeRequestDetailsType): Promise<void> {
  const standBack = { until: now + 5 * minutes, because: 'tried-already' } as const
  const others = await readStandBacks()
  if (others[baseUrl]?.because !== 'held-off') await writeStandBacks({ ...others, [baseUrl]: standBack })
  await keepGuard({ tabId, baseUrl, ...standBack, setOff: { at: now, url } })
}

async function redirectsSince(since: number): Promise<readonly Redirect[]> {
  const { redirects } = await browser.storage.session.get('redirects')
  return ((redirects as readonly Redirect[] | undefined) ?? []).filter(({ at }) => at > since)
}

const remember = async (redirect: Redirect): Promise<void> =>
  browser.storage.session.set({ redirects: [...(await redirectsSince(redirect.at - 5 * minutes)), redirect] })
