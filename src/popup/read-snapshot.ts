import { type Door, doorOf } from '../login-page/door'
import { type Discoveries, readDiscoveries } from '../platform/door-stores'
import { backdoorOf, doorsOf, startOf } from '../platform/doors'
import { frontTab } from '../platform/front-tab'
import { missingGrants } from '../platform/grants'
import { readAccounts, readSignIns } from '../platform/session-stores'
import { loadSettings, readJournal } from '../platform/stores'
import type { SiteSettings } from '../settings/catalog'
import type { Resolved } from '../settings/resolve'
import { emergencyOf } from '../sso-apps/rescues'
import type { Snapshot, Ways } from './snapshot'

/** So many sites are listed where none is in front. */
export const listedSites = 5

/** Reads what the popup shows from storage and the browser, without waiting for the background or for the page in front. */
export async function readSnapshot(search: string): Promise<Snapshot> {
  const [resolved, tab, journal, signIns, discoveries] = await Promise.all([
    loadSettings(0),
    frontTab(search).catch(() => undefined),
    readJournal(),
    readSignIns(),
    readDiscoveries(),
  ])
  const sites = sitesShown(resolved, tab?.url)
  const [doors, accounts, missing] = await Promise.all([
    doorsOf(sites.map(({ baseUrl }) => baseUrl)),
    byKey(
      resolved.settings.providers,
      ({ id }) => id,
      ({ id }) => readAccounts(id),
    ),
    missingGrants(resolved.settings.sites.filter(({ enabled }) => enabled)),
  ])
  const ways = Object.fromEntries(sites.map(({ baseUrl }) => [baseUrl, waysOf(baseUrl, { doors, discoveries, url: tab?.url })]))
  const ssoApps = Object.fromEntries(doors.flatMap(({ baseUrl, ssoApp }) => (ssoApp ? [[baseUrl, ssoApp]] : [])))
  return { resolved, journal, signIns, ways, accounts, missing, ssoApps, ...(tab && { tab }) }
}

/** The site in front alone, or the first few of all. */
export function sitesShown({ settings: { sites } }: Resolved, url: string | undefined): readonly SiteSettings[] {
  const front = url === undefined ? undefined : doorOf(url, sites)
  return front ? [front] : sites.filter(({ enabled }) => enabled).slice(0, listedSites)
}

interface Known {
  readonly doors: readonly Door[]
  readonly discoveries: Discoveries
  readonly url: string | undefined
}

function waysOf(baseUrl: string, { doors, discoveries, url }: Known): Ways {
  const door = doors.find((one) => one.baseUrl === baseUrl)
  const start = startOf(door, url?.startsWith(baseUrl) ? url : undefined)
  const known = discoveries[baseUrl]?.known
  const emergency = known && known.ssoApp === door?.ssoApp ? emergencyOf(known, baseUrl) : undefined
  return {
    ...(start && { start }),
    backdoor: backdoorOf(baseUrl, door),
    ...(emergency?.doubt === 'off' && { doubt: emergency }),
    ...(door?.severalProviders && { severalProviders: true }),
  }
}

/** Reads something for every item; what is not there is left out. */
async function byKey<T, R extends object>(items: readonly T[], key: (item: T) => string, read: (item: T) => Promise<R | undefined>) {
  const found = await Promise.all(items.map(async (item) => [key(item), await read(item)] as const))
  return Object.fromEntries(found.flatMap(([name, value]) => (value ? [[name, value] as const] : [])))
}
