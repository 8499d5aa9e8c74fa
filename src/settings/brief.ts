import type { ProviderSettings, Settings, SiteSettings } from './catalog'
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
export const briefOf = ({ settings, sources }: Resolved): Brief => ({
  sites: settings.sites.map((site) => {
    const { baseUrl, name, enabled, ssoApp } = site
    return { baseUrl, name, enabled, ssoApp, provider: providerOf(site, settings.providers)?.id ?? '' }
  }),
  providers: settings.providers.map(({ id, domain }) => ({ id, domain })),
  features: settings.features,
  appearance: settings.appearance,
  listsAreLocked: settings.lockLists && sources['lockLists'] === 'policy',
})
