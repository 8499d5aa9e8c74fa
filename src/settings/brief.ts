import type { ProviderSettings, Settings, SiteSettings } from './catalog'
import type { Resolved } from './resolve'

/** What the popup needs of the settings in force. */
export interface Brief {
  readonly sites: readonly Pick<SiteSettings, 'baseUrl' | 'name' | 'enabled' | 'provider' | 'ssoApp'>[]
  readonly providers: readonly Pick<ProviderSettings, 'id' | 'domain'>[]
  readonly features: Settings['features']
  readonly appearance: Settings['appearance']
  /** Policy has sites of its own and takes no others. */
  readonly listsAreLocked: boolean
}

export const briefOf = ({ settings, sources }: Resolved): Brief => ({
  sites: settings.sites.map(({ baseUrl, name, enabled, provider, ssoApp }) => ({ baseUrl, name, enabled, provider, ssoApp })),
  providers: settings.providers.map(({ id, domain }) => ({ id, domain })),
  features: settings.features,
  appearance: settings.appearance,
  listsAreLocked: settings.lockLists && sources['lockLists'] === 'policy',
})
