import type { WebRequest } from 'webextension-polyfill'
import { arrivalAt } from '../../login-page/arrival'
import { anchorOf } from '../../login-page/attempt'
import { sitePath, wantedDestination } from '../../login-page/destination'
import type { Door } from '../../login-page/door'
import { routes } from '../../sso-apps/routes'
import { browser } from '../browser'
import { readDoorsAt } from '../door-stores'
import { sendTab } from '../tabs'
import { note } from './journal'
import { type Arrival, keep, keepGuard, readKeeping } from './keeping'
import { isLeaving } from './leaving'
import { ownerOf } from './owner'
import { soonIn } from './pages'
import { doorPaths } from './paths'

const minutes = 60 * 1000

/** A login page's address says where its tab is to end; its fragment outlives redirects but no form. The tab's last visit counts. */
export const expectFromLogin = (url: URL, door: Door, tabId: number): Promise<void> =>
  expect(door, tabId, { destination: wantedDestination(url, door), fragment: anchorOf(url.hash) })

/** So does the address at which SSO starts, whoever sent the tab there. */
export async function expectFromStart(request: WebRequest.OnBeforeRequestDetailsType): Promise<void> {
  const { url: address, tabId } = request
  const url = new URL(address)
  const door = ownerOf(address, routes.starts, await readDoorsAt(address))
  if (!door || tabId < 0) return
  await guardFromStart(door, request)
  const parameter = door.start && /[?&]([^?&=]+)=\{destination\}/.exec(door.start)?.[1]
  const wanted = parameter && url.searchParams.get(parameter)
  if (!wanted) return
  const { arrivals } = await readKeeping()
  // Browsers pass the fragment on from page to page, but extensions do not get to see it everywhere.
  const before = arrivals.find((arrival) => arrival.tabId === tabId)
  const fragment = anchorOf(url.hash) || (before?.page === pageAt(door, sitePath(wanted, door.baseUrl)) ? before.fragment : '')
  await expect(door, tabId, { destination: sitePath(wanted, door.baseUrl), fragment })
}

/**
 * Whoever is back without having arrived is in a loop: of a tab that was sent before only what comes of this request. Forms come back where
 * some apps start, and single logouts pass there.
 */
async function guardFromStart(
  { ruled, baseUrl }: Door,
  { tabId, requestId, method, timeStamp: at }: WebRequest.OnBeforeRequestDetailsType,
): Promise<void> {
  if (!ruled || method !== 'GET' || (await isLeaving(tabId, at))) return
  const because = 'tried-already'
  const { guards } = await readKeeping()
  const before = guards.find((one) => one.tabId === tabId && one.baseUrl === baseUrl && one.because === because)
  if (before?.sent?.requestId !== requestId) await keepGuard({ tabId, baseUrl, until: at + 10 * minutes, because, sent: { requestId, at } })
}

async function expect({ baseUrl }: Door, tabId: number, wanted: { destination: string | undefined; fragment: string }): Promise<void> {
  const kept = await readKeeping()
  const others = kept.arrivals.filter((arrival) => arrival.tabId !== tabId)
  const page = pageAt({ baseUrl }, wanted.destination)
  const isSomewhere = page !== baseUrl && !new URL(page).hash
  const arrival: Arrival = { tabId, baseUrl, page, fragment: wanted.fragment, until: Date.now() + 10 * minutes }
  if (isSomewhere) await keep({ ...kept, arrivals: [...others, arrival] })
  else if (others.length < kept.arrivals.length) await keep({ ...kept, arrivals: others })
}

const pageAt = ({ baseUrl }: Pick<Door, 'baseUrl'>, destination: string | undefined) => new URL((destination ?? '').slice(1), baseUrl).href

/** Brings a tab to the page of this site that it asked for, where a login there sends it to another one. */
export async function bringHome(
  { baseUrl }: Door,
  { tabId, redirectUrl, timeStamp }: WebRequest.OnBeforeRedirectDetailsType,
): Promise<void> {
  const kept = await readKeeping()
  const arrival = kept.arrivals.find((one) => one.tabId === tabId && one.baseUrl === baseUrl && !one.arrived)
  if (!arrival) return
  const verdict = arrivalAt(redirectUrl, arrival.page, { baseUrl, doorPaths })
  if (verdict === 'on-the-way') return
  await keep({ ...kept, arrivals: kept.arrivals.map((one) => (one === arrival ? { ...arrival, arrived: true } : one)) })
  if (verdict === 'arrived') return void (arrival.fragment && takeToAnchor(tabId, redirectUrl, arrival.fragment))
  const to = `${arrival.page}${arrival.fragment}`
  await sendTab(tabId, to)
  await note({ at: timeStamp, tabId, url: redirectUrl, decision: { act: 'redirect', because: { code: 'missed-page' } } })
}

/**
 * A form may be answered before the rule for the anchor is in force, and an SSO app may spell the page in its own way: one that stands there
 * without the anchor is taken to it, and not loaded again. What the tab shows is its own once it has stopped loading.
 */
async function takeToAnchor(tabId: number, page: string, fragment: string): Promise<void> {
  const shown = await soonIn(tabId, async () => {
    const tab = await browser.tabs.get(tabId).catch(() => undefined)
    return tab?.status === 'complete' ? tab.url : undefined
  })
  if (shown === page) await sendTab(tabId, page + fragment)
}
