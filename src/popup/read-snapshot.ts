import { type Door, doorOf, ssoAppsAt } from '../login-page/door'
import { readBrief } from '../platform/brief-store'
import { type Discoveries, readDiscoveries } from '../platform/door-stores'
import { doorsOf } from '../platform/doors-for-pages'
import { grantedOrigins, missingGrants } from '../platform/grants'
import { readSessionMoment } from '../platform/session-moment'
import { type FrontTab, frontTab } from '../platform/tabs'
import { backdoorOf, startOf } from '../platform/ways'
import type { Brief } from '../settings/brief'
import { emergencyOf } from '../sso-apps/rescue'
import type { Elsewhere } from './elsewhere'
import type { Snapshot, Ways } from './snapshot'

/** A number that the browser has rounded, or a text that looks like one. */
const large = /[:,[-]\d{16}|\de\+/

/** So many sites are listed where none is in front. */
export const listedSites = 5

/** Reads what the popup shows from storage and the browser, without waiting for the background or for the page in front. */
export async function readSnapshot(search: string): Promise<Snapshot> {
  const about = Promise.all([readBrief(), frontTab(search).catch(() => undefined), grantedOrigins()])
  const [[settings, tab], { sites, doors, missing, elsewhere }, session, discoveries] = await Promise.all([
    about,
    about.then(readShown),
    readSessionMoment(),
    readDiscoveries(),
  ])
  const ways = waysInto(sites, { doors, discoveries, url: tab?.url })
  return {
    settings,
    ...session,
    ...(large.test(JSON.stringify(session)) && (await import('./exact')).exactly(session)),
    ways,
    missing,
    ssoApps: ssoAppsAt(doors),
    tab,
    elsewhere,
  }
}

/** What hangs on the settings and the page in front: it is read while all else is still on its way. */
async function readShown([settings, tab, granted]: readonly [Brief, FrontTab | undefined, readonly string[]]) {
  const sites = sitesShown(settings, tab?.url)
  const [doors, missing, elsewhere] = await Promise.all([
    doorsOf(sites),
    missingGrants(
      settings.sites.filter(({ enabled }) => enabled),
      granted,
    ),
    lookElsewhere(settings, tab?.url),
  ])
  return { sites, doors, missing, elsewhere }
}

/** What knows pages by themselves is loaded where it is needed: of a site's own pages nothing is painted that needs it. */
async function lookElsewhere({ sites }: Brief, url: string | undefined): Promise<Elsewhere | undefined> {
  if (!url || !/^https?:/.test(url) || doorOf(url, sites)) return undefined
  const { elsewhereAt } = await import('./elsewhere')
  return elsewhereAt(url)
}

/** The site in front alone, or the first few of all. */
export function sitesShown({ sites }: Brief, url: string | undefined): Brief['sites'] {
  const front = doorOf(url ?? '', sites)
  return front ? [front] : sitesNamed(sites, '')
}

/** The first few sites that are on and have this in their name or address, in whatever case. */
export function sitesNamed(sites: Brief['sites'], wanted: string): Brief['sites'] {
  const has = (text: string) => text.toLowerCase().includes(wanted.trim().toLowerCase())
  return sites.filter(({ enabled, name, baseUrl }) => enabled && (has(name) || has(baseUrl))).slice(0, listedSites)
}

/** The ways into sites that are not in front, as they are known now. */
export async function readWays(sites: Brief['sites']): Promise<Snapshot['ways']> {
  const [doors, discoveries] = await Promise.all([doorsOf(sites), readDiscoveries()])
  return waysInto(sites, { doors, discoveries })
}

const waysInto = (sites: Brief['sites'], known: Known): Snapshot['ways'] =>
  Object.fromEntries(sites.map(({ baseUrl }) => [baseUrl, waysOf(baseUrl, known)]))

interface Known {
  readonly doors: readonly Door[]
  readonly discoveries: Discoveries
  readonly url?: string | undefined
}

function waysOf(baseUrl: string, { doors, discoveries, url }: Known): Ways {
  const door = doors.find((one) => one.baseUrl === baseUrl)
  const start = startOf(door, url)
  const known = discoveries[baseUrl]?.known
  const emergency = known && known.ssoApp === door?.ssoApp ? emergencyOf(known, baseUrl) : undefined
  return {
    ...(start && { start }),
    backdoor: backdoorOf(baseUrl, door),
    ...(emergency?.doubt === 'off' && { doubt: emergency }),
    ...(door?.severalProviders && { severalProviders: true }),
  }
}
