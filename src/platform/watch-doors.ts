import type { WebRequest } from 'webextension-polyfill'
import { hosts } from '../hosts'
import { decide, type StandBack, wantedDestination } from '../login-page/decide'
import type { Decision } from '../login-page/decision'
import { type Door, doorOf } from '../login-page/door'
import { recognise } from '../login-page/recognise'
import type { SiteSettings } from '../settings/catalog'
import { ssoApps } from '../sso-apps'
import { browser } from './browser'
import { readDoors, readStandBacks, writeStandBacks } from './door-stores'
import { queue } from './queue'
import { keep, keepingAlarm, readKeeping } from './session-rules'
import { type JournalEntry, loadSettings, readJournal } from './stores'

const minutes = 60 * 1000
const inTurn = queue()

/** A redirect that the browser's rules made for us. */
interface Redirect {
  readonly tabId: number
  readonly baseUrl: string
  readonly at: number
}

/**
 * Watches requests for login and logout pages of granted hosts, without holding any up: keeps the journal, the `#anchor`,
 * the hold-off after a logout, and the loop guard. Call synchronously at start-up, else no event wakes the background.
 */
export function watchDoors(): void {
  const urls = hosts.flatMap(({ doorPaths }) => doorPaths.map((path) => `*://*/*${path}*`))
  const listener = (details: WebRequest.OnBeforeRequestDetailsType) => void inTurn(() => seen(details))
  const listen = () => browser.webRequest.onBeforeRequest.addListener(listener, { urls, types: ['main_frame'] })
  listen()
  // Chrome turns down a listener of an extension that may act nowhere, and does not think again when it is granted a host.
  browser.permissions.onAdded.addListener(() => {
    browser.webRequest.onBeforeRequest.removeListener(listener)
    listen()
  })
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === keepingAlarm) void restoreKeeping()
  })
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && 'standBacks' in changes) void restoreKeeping()
  })
}

/** Session rules die with the browser and the extension; what they were made from may not have. */
export const restoreKeeping = (): Promise<void> => inTurn(async () => keep(await readKeeping()))

async function seen({ url: address, tabId, method, timeStamp }: WebRequest.OnBeforeRequestDetailsType): Promise<void> {
  const door = doorOf(address, await readDoors())
  const url = new URL(address)
  const page = recognise({ url }, hosts, ssoApps)
  if (!door || !page || method !== 'GET' || tabId < 0) return
  await keepAnchor(url, door, tabId)
  if (page.kind === 'logged-out' || page.kind === 'logging-out') return holdOff(door, timeStamp)
  const redirects = await redirectsSince(timeStamp - 5 * minutes)
  const here = redirects.filter((redirect) => redirect.tabId === tabId && redirect.baseUrl === door.baseUrl)
  const history = {
    redirects: here.map(({ at }) => at),
    standBack: await standBackOf(door, tabId, timeStamp),
    fromLoginPage: false,
    wasRedirected: false,
    typed: false,
  }
  const decision = decide({ page, url, door, history, now: timeStamp })
  if (!door.ruled) return
  if (decision.act === 'redirect') await remember([...redirects, { tabId, baseUrl: door.baseUrl, at: timeStamp }])
  if (decision.because.code === 'tried-already' && history.standBack === undefined) await guard(door, tabId, timeStamp)
  if (decision.act === 'redirect') await note({ at: timeStamp, tabId, address: `${url.origin}${url.pathname}`, decision })
}

/** The rules stand back from a whole site after a logout, but after a loop from the one tab that it was seen in. */
async function standBackOf(door: Door, tabId: number, now: number): Promise<StandBack['because'] | undefined> {
  const standBack = (await readStandBacks())[door.baseUrl]
  if (!standBack || standBack.until <= now) return undefined
  const { guards } = await readKeeping()
  const isHere =
    standBack.because === 'held-off' || !door.ruled || guards.some((guard) => guard.tabId === tabId && guard.baseUrl === door.baseUrl)
  return isHere ? standBack.because : undefined
}

/** The fragment outlives redirects but no form: after a login by hand only we still know it. The tab's last visit to a door counts. */
async function keepAnchor(url: URL, door: Door, tabId: number): Promise<void> {
  const kept = await readKeeping()
  const others = kept.anchors.filter((anchor) => anchor.tabId !== tabId)
  const page = new URL((wantedDestination(url, door) ?? '').slice(1), door.baseUrl)
  const isWanted = url.hash.length > 1 && page.href !== door.baseUrl && !page.hash
  const anchor = { tabId, page: page.href, fragment: url.hash, until: Date.now() + 10 * minutes }
  if (isWanted) await keep({ ...kept, anchors: [...others, anchor] })
  else if (others.length < kept.anchors.length) await keep({ ...kept, anchors: others })
}

async function holdOff(door: Door, now: number): Promise<void> {
  const { settings } = await loadSettings()
  const site: SiteSettings | undefined = settings.sites.find(({ baseUrl }) => baseUrl === door.baseUrl)
  if (!site || site.holdOffSeconds === 0) return
  await standBack(door, { until: now + site.holdOffSeconds * 1000, because: 'held-off' })
}

/** The content script's half comes first: by the time that the rule lets the page through, it must know. */
async function guard(door: Door, tabId: number, now: number): Promise<void> {
  const until = now + 5 * minutes
  await standBack(door, { until, because: 'tried-already' })
  const kept = await readKeeping()
  await keep({ ...kept, guards: [...kept.guards, { tabId, baseUrl: door.baseUrl, until }] })
}

const standBack = async (door: Door, until: StandBack): Promise<void> =>
  writeStandBacks({ ...(await readStandBacks()), [door.baseUrl]: until })

async function redirectsSince(since: number): Promise<readonly Redirect[]> {
  const { redirects } = await browser.storage.session.get('redirects')
  return ((redirects as readonly Redirect[] | undefined) ?? []).filter(({ at }) => at > since)
}
const remember = (redirects: readonly Redirect[]): Promise<void> => browser.storage.session.set({ redirects })

async function note(entry: JournalEntry & { readonly decision: Decision }): Promise<void> {
  await browser.storage.session.set({ journal: [entry, ...(await readJournal())].slice(0, 20) })
}
