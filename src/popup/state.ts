import type { Decision, Told } from '../login-page/decision'
import { doorOf } from '../login-page/door'
import type { LoginPage } from '../login-page/page'
import type { SiteSettings } from '../settings/catalog'
import { siteName } from '../ui/site-name'
import type { Snapshot, Ways } from './snapshot'

/** A decision that was taken on the tab before the page that is there now. */
export interface Earlier {
  /** Seconds since the epoch. */
  readonly at: number
  readonly decision: Told
}

/** A site as the popup shows it. */
export interface SiteView extends Ways {
  readonly name: string
  readonly baseUrl: string
}

/** What the popup says of the tab in front. */
export type PageView =
  | { readonly kind: 'unknown' | 'cloud'; readonly earlier?: Earlier }
  | {
      readonly kind: 'other'
      /** Host of the page. */
      readonly address: string
      /** Base URL with which the page's site could be added. */
      readonly addable: string | undefined
      readonly earlier?: Earlier
    }
  | {
      readonly kind: 'site'
      readonly site: SiteView
      readonly decision: Decision | undefined
      readonly page: LoginPage | undefined
      readonly earlier?: Earlier
    }

/** Judges the tab in front by the settings and by what was decided there. */
export function pageView({ settings, tab, decision, page, journal, ways, elsewhere }: Snapshot): PageView {
  const entry = journal.find(({ tabId }) => tabId === tab?.id)
  const earlier = entry && !decision ? { earlier: { at: entry.at / 1000, decision: entry.decision } } : {}
  const url = tab?.url
  if (url === undefined || !/^https?:/.test(url)) return { kind: 'unknown', ...earlier }
  if (elsewhere?.isCloud) return { kind: 'cloud', ...earlier }
  const site = doorOf(url, settings.sites)
  if (site) return { kind: 'site', site: siteView(site, ways), decision, page, ...earlier }
  const address = new URL(url).host
  const isPools = settings.providers.some(({ domain }) => domain === address)
  const addable = settings.listsAreLocked || isPools ? undefined : elsewhere?.baseUrl
  return { kind: 'other', address, addable, ...earlier }
}

/** A site with its ways in. */
export const siteView = (site: Pick<SiteSettings, 'baseUrl' | 'name'>, ways: Snapshot['ways']): SiteView => ({
  ...ways[site.baseUrl],
  baseUrl: site.baseUrl,
  name: siteName(site),
})
