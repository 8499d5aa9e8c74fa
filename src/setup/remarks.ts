import { sitePath } from '../login-page/destination'
import { ownStart } from '../login-page/door-of-site'
import type { ProviderSettings, Settings, SiteSettings } from '../settings/catalog'
import type { ComplaintCode } from '../settings/kinds'
import { providerOf } from '../settings/provider-of'

/** Something in force that a person may not have meant. The words for each code stand in `ui/`. */
export interface Remark {
  /** As in a complaint: `sites[https://wiki.acme.com/].baseUrl`. */
  readonly where: string
  readonly code:
    | 'international-host'
    | 'overlapping-site'
    | 'other-product-as-site'
    | 'user-pool-as-site'
    | 'page-of-site'
    | 'no-such-provider'
    | 'which-provider'
    | 'start-elsewhere'
    | 'start-missing'
    | 'relay-elsewhere'
    | 'pool-elsewhere'
    | 'nested-domain'
  /** What it is about: the host, the other site, the provider that is missing, how many there are, the address, the pool's region, the outer domain; empty where that is missing. */
  readonly about: string
}

/** Reads an address as where a person types that of a site: the base URL that is meant, or why there is none. */
type Meant = (address: string) => { readonly baseUrl: string } | { readonly wrong: ComplaintCode }

/** The region in a pool's id; undefined where there is none in it. */
type RegionIn = (userPoolId: string) => string | undefined

/** What is worth a second look in settings that are in force. */
export function remarksOn({ sites, providers }: Settings, meant: Meant, regionIn: RegionIn): readonly Remark[] {
  const bases = new Set(sites.map(({ baseUrl }) => baseUrl))
  return [
    ...sites.flatMap((site) => {
      const at = (name: string) => `sites[${site.baseUrl}].${name}`
      const outer = outerSites(site.baseUrl).find((base) => bases.has(base))
      return [
        ...international(at('baseUrl'), hostOf(site.baseUrl)),
        ...international(at('logout.url'), hostOf(site.logout.url)),
        ...addressRemarks(at('baseUrl'), site.baseUrl, meant),
        ...(outer ? [{ where: at('baseUrl'), code: 'overlapping-site', about: outer } as const] : []),
        ...providerRemarks(at('provider'), site, providers),
        ...startRemarks(at('startUrl'), site),
        ...(site.relayState && sitePath(site.relayState, site.baseUrl) === undefined
          ? [{ where: at('relayState'), code: 'relay-elsewhere', about: site.relayState } as const]
          : []),
      ]
    }),
    ...providers.flatMap((provider) => [
      ...regionRemarks(`providers[${provider.id}].region`, provider, regionIn),
      ...international(`providers[${provider.id}].domain`, provider.domain),
      ...nested(`providers[${provider.id}].domain`, provider, providers),
      ...Object.entries(provider.endpoints).flatMap(([name, address]) =>
        international(`providers[${provider.id}].endpoints.${name}`, hostOf(address)),
      ),
    ]),
  ]
}

/**
 * That a base URL is another product's, the user pool's, or that of a page, for which whoever types it is told so. In policy and in files it
 * stays in force: a context path may be called like a page.
 */
function addressRemarks(where: string, baseUrl: string, meant: Meant): readonly Remark[] {
  const found = meant(baseUrl.replace(/\/$/, '')) // as it was before a stroke was put behind it
  if ('baseUrl' in found) return found.baseUrl === baseUrl ? [] : [{ where, code: 'page-of-site', about: found.baseUrl }]
  return [{ where, code: found.wrong === 'of-a-user-pool' ? 'user-pool-as-site' : 'other-product-as-site', about: '' }]
}

/** Why the site's own start address leads nowhere, or that it has to have one: what starts an app that nobody knows is not found out. */
function startRemarks(where: string, site: SiteSettings): readonly Remark[] {
  const { ssoApp, startUrl } = site
  if (startUrl) return ownStart(site) ? [] : [{ where, code: 'start-elsewhere', about: startUrl }]
  return ssoApp === 'custom' ? [{ where, code: 'start-missing', about: '' }] : []
}

/** Why no provider is the site's, though there are some or one is named. */
function providerRemarks(where: string, site: SiteSettings, providers: Settings['providers']): readonly Remark[] {
  if (providerOf(site, providers)) return []
  if (site.provider) return [{ where, code: 'no-such-provider', about: site.provider }]
  return providers.length > 1 ? [{ where, code: 'which-provider', about: String(providers.length) }] : []
}

/** That the region is not that of the pool, which decides where tokens come from. With an issuer of its own neither counts. */
function regionRemarks(where: string, { region, userPoolId, endpoints }: ProviderSettings, regionIn: RegionIn): readonly Remark[] {
  const pools = regionIn(userPoolId)
  return region && pools && region !== pools && !endpoints.issuer ? [{ where, code: 'pool-elsewhere', about: pools }] : []
}

/**
 * That a pool's domain lies within another's, whose cookies reach it: who has been there can get an error in place of a sign-in page.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html
 */
function nested(where: string, { domain }: ProviderSettings, providers: Settings['providers']): readonly Remark[] {
  const outer = providers.find((other) => other.domain && domain.endsWith(`.${other.domain}`))
  return outer ? [{ where, code: 'nested-domain', about: outer.domain }] : []
}

/** An address's host as browsers ask for it, empty where there is no address. */
const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : '')

/** A host with letters beyond a to z is shown as browsers ask for it: letters of other scripts can look like ours. */
const international = (where: string, host: string): readonly Remark[] =>
  /(^|\.)xn--/.test(host) ? [{ where, code: 'international-host', about: host }] : []

/** Base URLs that a base URL lies below, the nearest first. */
function outerSites(baseUrl: string): readonly string[] {
  const { origin, pathname } = new URL(baseUrl)
  const steps = pathname.split('/').slice(1, -1)
  return steps.map(
    (_, index) =>
      `${origin}/${steps
        .slice(0, steps.length - 1 - index)
        .map((step) => `${step}/`)
        .join('')}`,
  )
}
