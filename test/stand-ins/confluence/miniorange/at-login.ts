import type { Exchange } from '../exchange'
import { logoutCookie } from './callback'
import { returnTo } from './relay-state'

/** The app's filters on `/login.action`, logout before login: true when one of them has answered. */
export function miniOrangeAtLogin(exchange: Exchange): boolean {
  const { site, query, base, redirect } = exchange
  const { enableOAuthSSO, disableDefaultLogin, enableAutoRedirectDelay } = site.settings.miniorange
  if (!enableOAuthSSO) return false
  if (query.get('logout') === 'true') return afterLogout(exchange)
  // Unverified: `oautherror` here. Whether the visitor is signed in does not matter: somebody without permission goes round and round.
  if (!disableDefaultLogin || enableAutoRedirectDelay || isBackdoor(exchange) || query.has('oautherror')) return false
  redirect(`${base}/plugins/servlet/oauth/auth${returnTo(query)}`)
  return true
}

/** Whether this is the emergency entrance: the configured pair, if it is switched on at all. */
export function isBackdoor({ site, query }: Exchange): boolean {
  const { backdoorEnabled, backdoorKey, backdoorValue } = site.settings.miniorange
  return backdoorEnabled && query.get(backdoorKey) === backdoorValue
}

/** Only for whoever came by SSO. With nothing configured the bare login page follows, and with it an automatic redirect. */
function afterLogout({ site, cookies, base, redirect, setCookie, page }: Exchange): boolean {
  if (!(logoutCookie in cookies)) return false
  const { logoutEndpoint, logoutTemplate, customLogoutUrl } = site.settings.miniorange
  setCookie(logoutCookie, '', 'Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT')
  if (logoutEndpoint) redirect(logoutEndpoint)
  else if (logoutTemplate)
    page('Logged out', '<h1>You have been successfully logged out.</h1><p>Any automatic login has also been stopped.</p>')
  else redirect(customLogoutUrl || `${base}/login.action`)
  return true
}
