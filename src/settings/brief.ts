import type { ProviderSettings, Settings, SiteSettings } from './catalog'
import { listsAreLocked } from './lists-are-locked'
import { providerOf } from './provider-of'
import type { Resolved } from './resolve'

/** What the popup needs of the settings in force. */
export interface Brief {
  /** `provider` is the one that counts, named or not; empty where none does. */
  readonly sites: readonly Pick<SiteSettings, 'baseUrl' | 'name' | 'enabled' | 'provider' | 'ssoApp'>[]
  readonly providers: readonly Pick<ProviderSettings, 'id' | 'domain'>[]
  readonly features: Settings['features']
  readonly appearance: Settings['appearance']
  /** Policy has sites of its own and takes no others. */
  readonly listsAreLocked: boolean
}

/** The settings in force, in brief. */
export const briefOf = (resolved: Resolved): Brief => {
  const { sites, providers, features, appearance } = resolved.settings
  return {
    sites: sites.map((site) => {
      const { baseUrl, name, enabled, ssoApp } = site
      return { baseUrl, name, enabled, ssoApp, provider: providerOf(site, providers)?.id ?? '' }
    }),
    providers: providers.map(({ id, domain }) => ({ id, domain })),
    features,
    appearance,
    listsAreLocked: listsAreLocked(resolved),
  }
}
