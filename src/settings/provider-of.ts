import type { SiteSettings } from './catalog'

/** The provider that a site names, or the only one that there is. */
export const providerOf = <P extends { readonly id: string }>(
  { provider }: Pick<SiteSettings, 'provider'>,
  providers: readonly P[],
): P | undefined => (provider ? providers.find(({ id }) => id === provider) : providers.length === 1 ? providers[0] : undefined)
