import { pagePaths } from '../hosts/paths'
import { startFrom } from '../login-page/door'
import type { LoginPage } from '../login-page/page'
import { discover, type Findings, isNothingAt } from '../setup/discover'
import { afterAsking, afterAskingFromPage, afterSeeing, type Discovery, isDue, learnedStart, refusedIn } from '../setup/discovery'
import { ssoApps } from '../sso-apps'
import { discoveries } from '../sso-apps/discovery'
import { browser } from './browser'
import { type Discoveries, readDiscoveries, writeDiscoveries } from './door-stores'
import { fetchJson, fetchJsonFrom } from './fetch-json'
import { isGranted, patternOf } from './grants'
import { queue } from './queue'
import { loadSettings } from './settings-store'

const [inTurn, oneAsking] = [queue(), queue()]
/** So many sites are asked at a time. */
const atOnce = 8
/** Of more sites than that only those are asked which somebody has opened here: thousands of browsers would ask hundreds of servers, every day. */
const few = 24

/** Asks the sites of the settings that are due. Whatever they say is stored, and the doors follow. `opened` is a site that somebody is at. */
export const askDue = (opened?: string): Promise<void> =>
  oneAsking(async () => {
    const [known, all] = await Promise.all([readDiscoveries(), baseUrls()])
    const asked = all.length > few ? all.filter((baseUrl) => baseUrl === opened || known[baseUrl]) : all
    const due = asked.filter((baseUrl) => isDue(known[baseUrl], Date.now()))
    for (let first = 0; first < due.length; first += atOnce) await askAll(due.slice(first, first + atOnce))
  })

/** Asks a site of the settings now. Resolves when it is stored what came of it. */
export const askSite = async (baseUrl: string): Promise<void> => askAll((await baseUrls()).filter((one) => one === baseUrl))

/** Learns from a login page that has just arrived: asks from it what the site refused to tell us, and looks at what it shows. */
export async function learnFrom({ tabId, page }: { tabId: number; page?: LoginPage | undefined }, baseUrl: string): Promise<void> {
  if (!page) return
  await askFrom(tabId, baseUrl)
  const app = ssoApps.find(({ id }) => id === page.ssoApp)
  const start = app && page.startLink && startFrom(page.startLink, app.returnParameter)
  await change((earlier) => {
    const seen = afterSeeing(earlier[baseUrl], page, start)
    return seen && { [baseUrl]: seen }
  })
}

/** From their own login pages too, where they answer nobody else. */
async function askAll(sites: readonly string[]): Promise<void> {
  const found = await Promise.all(sites.map(async (site) => [site, await ask(site)] as const))
  const at = Date.now()
  await change((earlier) => Object.fromEntries(found.map(([site, findings]) => [site, afterAsking(earlier[site], findings, at)])))
  await Promise.all(sites.map(askFromOpenPages))
}

async function ask(baseUrl: string): Promise<Findings> {
  const mayAsk = await isGranted(baseUrl)
  if (!mayAsk) return { asked: discoveries.map(({ path }) => ({ path, ending: 'not-granted' })) }
  const start = learnedStart(baseUrl, (await readDiscoveries())[baseUrl], ssoApps)
  const [findings, isStartGone] = await Promise.all([
    discover(baseUrl, discoveries, fetchJson),
    start ? isNothingAt(start, fetchJson) : false,
  ])
  return { ...findings, isStartGone }
}

async function askFromOpenPages(baseUrl: string): Promise<void> {
  if (refusedIn((await readDiscoveries())[baseUrl]).length === 0) return
  const url = pagePaths.map((path) => `${patternOf(baseUrl)}${path}*`)
  const tabs = await browser.tabs.query({ url, discarded: false })
  const [tab] = tabs.filter((one) => one.url?.startsWith(baseUrl)).sort((a, b) => Number(b.active) - Number(a.active))
  if (tab?.id !== undefined) await askFrom(tab.id, baseUrl)
}

async function askFrom(tabId: number, baseUrl: string): Promise<void> {
  const refused = refusedIn((await readDiscoveries())[baseUrl])
  if (refused.length === 0) return
  const questions = discoveries.filter(({ path }) => refused.includes(path))
  const findings = await discover(baseUrl, questions, fetchJsonFrom(tabId))
  await change(({ [baseUrl]: earlier }) => earlier && { [baseUrl]: afterAskingFromPage(earlier, findings) })
}

/** Changes what is stored, one change after the other; sites that are no longer in the settings are forgotten. */
const change = (edit: (earlier: Discoveries) => Readonly<Record<string, Discovery>> | undefined): Promise<void> =>
  inTurn(async () => {
    const earlier = await readDiscoveries()
    const news = edit(earlier)
    if (!news) return
    const configured = await baseUrls()
    await writeDiscoveries(Object.fromEntries(Object.entries({ ...earlier, ...news }).filter(([baseUrl]) => configured.includes(baseUrl))))
  })

const baseUrls = async (): Promise<readonly string[]> => (await loadSettings()).settings.sites.map(({ baseUrl }) => baseUrl)
