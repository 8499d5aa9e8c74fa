import type { WebRequest } from 'webextension-polyfill'
import { hosts } from '../../hosts'
import { arrivalAt } from '../../login-page/arrival'
import { anchorOf } from '../../login-page/attempt'
import { sitePath, wantedDestination } from '../../login-page/destination'
import { type Door, doorOf } from '../../login-page/door'
import { browser } from '../browser'
import { readDoors } from '../door-stores'
import { note } from './journal'
import { type Arrival, keep, keepGuard, readKeeping } from './keeping'

const seconds = 1000
const minutes = 60 * seconds

/** A login page's address says where its tab is to end; its fragment outlives redirects but no form. The tab's last visit counts. */
export const expectFromLogin = (url: URL, door: Door, tabId: number): Promise<void> =>
  expect(door, tabId, { destination: wantedDestination(url, door), fragment: anchorOf(url.hash) })

/** So does the address at which SSO starts, whoever sent the tab there. */
export async function expectFromStart(request: WebRequest.OnBeforeRequestDetailsType): Promise<void> {
  const { url: address, tabId } = request
  const url = new URL(address)
  const door = doorOf(address, await readDoors())
  if (door) await guardFromStart(door, request)
  const parameter = door?.start && /[?&]([^?&=]+)=\{destination\}/.exec(door.start)?.[1]
  const wanted = parameter && url.searchParams.get(parameter)
  if (!door?.enabled || !wanted || tabId < 0) return
  const { arrivals } = await readKeeping()
  // Browsers pass the fragment on from page to page, but extensions do not get to see it everywhere.
  const before = arrivals.find((arrival) => arrival.tabId === tabId)
  const fragment = anchorOf(url.hash) || (before?.page === pageAt(door, sitePath(wanted, door.baseUrl)) ? before.fragment : '')
  await expect(door, tabId, { destination: sitePath(wanted, door.baseUrl), fragment })
}

/**
 * A tab that is guarded already has been sent anew: from here on only what comes of this request is a loop. Forms come back where some
 * apps start.
 */
async function guardFromStart(
  door: Door,
  { tabId, requestId, method, timeStamp: at }: WebRequest.OnBeforeRequestDetailsType,
): Promise<void> {
  const guard = { tabId, baseUrl: door.baseUrl, until: at + 10 * minutes, because: 'tried-already' } as const
  if (isCountedDown(door) && tabId >= 0) return keepGuard(guard)
  const before = (await readKeeping()).guards.find(
    (one) => one.tabId === tabId && one.baseUrl === door.baseUrl && one.because === guard.because,
  )
  if (before && method === 'GET' && before.sent?.requestId !== requestId) await keepGuard({ ...guard, sent: { requestId, at } })
}

/** No rule sends people from there, so none has set a guard: whoever is back without having arrived is in a loop. */
const isCountedDown = ({ enabled, onLoginPage, delaySeconds, serverRedirects }: Door): boolean =>
  enabled && onLoginPage === 'redirect' && delaySeconds > 0 && !serverRedirects

async function expect(
  { baseUrl, enabled }: Door,
  tabId: number,
  wanted: { destination: string | undefined; fragment: string },
): Promise<void> {
  const kept = await readKeeping()
  const others = kept.arrivals.filter((arrival) => arrival.tabId !== tabId)
  const page = pageAt({ baseUrl }, wanted.destination)
  const isSomewhere = enabled && page !== baseUrl && !new URL(page).hash
  const arrival: Arrival = { tabId, baseUrl, page, fragment: wanted.fragment, until: Date.now() + 10 * minutes }
  if (isSomewhere) await keep({ ...kept, arrivals: [...others, arrival] })
  else if (others.length < kept.arrivals.length) await keep({ ...kept, arrivals: others })
}

const pageAt = ({ baseUrl }: Pick<Door, 'baseUrl'>, destination: string | undefined) => new URL((destination ?? '').slice(1), baseUrl).href

/** Brings a tab to the page that it asked for, where the SSO app sends it to another one. */
export async function bringHome({ tabId, redirectUrl, timeStamp }: WebRequest.OnBeforeRedirectDetailsType): Promise<void> {
  const { arrivals, guards } = await readKeeping()
  const arrival = arrivals.find((one) => one.tabId === tabId && !one.arrived)
  if (!arrival) return
  const doorPaths = hosts.flatMap((host) => host.doorPaths)
  const verdict = arrivalAt(redirectUrl, arrival.page, { baseUrl: arrival.baseUrl, doorPaths })
  if (verdict === 'on-the-way') return
  // From here on only a login page that comes at once is a bounce.
  const soon = timeStamp + 10 * seconds
  await keep({
    arrivals: arrivals.map((one) => (one === arrival ? { ...arrival, arrived: true } : one)),
    guards: guards.map((guard) =>
      guard.tabId === tabId && guard.because === 'tried-already' ? { ...guard, until: Math.min(guard.until, soon) } : guard,
    ),
  })
  if (verdict === 'arrived') return
  const to = `${arrival.page}${arrival.fragment}`
  await browser.tabs.update(tabId, { url: to })
  await note({ at: timeStamp, tabId, url: redirectUrl, decision: { act: 'redirect', because: { code: 'missed-page' } } })
}
