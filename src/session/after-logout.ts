import type { ProviderSettings, SiteSettings } from '../settings/catalog'
import type { Provider } from './provider'

/** Where a site's logout ends once the provider's own session is over; to be registered at the app client as a sign-out URL. */
export const loggedOutAddress = (baseUrl: string): string => `${baseUrl}login.action?logout=true`

/**
 * The address that people are sent to after they have logged out of the site; undefined for nowhere. The settings' own address counts
 * only where it leads to the site itself or to its provider.
 */
export function afterLogoutOf(
  { baseUrl, logout: { mode, url } }: Pick<SiteSettings, 'baseUrl' | 'logout'>,
  settings: ProviderSettings | undefined,
  provider: Provider | undefined,
): string | undefined {
  if (mode === 'cognito') return settings && provider?.logoutAddress(settings, loggedOutAddress(baseUrl))
  if (mode !== 'url' || !URL.canParse(url)) return undefined
  const ending = settings && provider?.logoutAddress(settings, baseUrl)
  const allowed = [baseUrl, ...(ending ? [ending] : [])].map((address) => new URL(address).origin)
  return allowed.includes(new URL(url).origin) ? url : undefined
}
