import { destinationOf } from '../destination'
import type { Exchange } from '../exchange'
import { escaped } from '../pages'

/** The built-in SSO's filter on the login addresses: true when it has answered. */
export function atlassianAtLogin(exchange: Exchange): boolean {
  const { site, query, base, method, redirect } = exchange
  const { idps, showLoginForm } = site.settings.atlassian
  const [only, ...others] = idps
  const bypass = query.has('auth_fallback') || query.has('native_login')
  if (!only || (bypass && atlassianLetsFormIn(exchange))) return false
  if (query.get('logout') === 'true') redirect(`${base}/plugins/servlet/sso-logout`)
  else if (others.length === 0 && !showLoginForm) redirect(startAddress(exchange, only.id), method === 'GET' ? 302 : 303)
  else gateway(exchange)
  return true
}

/** Whether a user name and password are accepted at all. Unverified: that the form's own POST passes without a parameter. */
export function atlassianLetsFormIn({ site }: Exchange): boolean {
  const { idps, showLoginForm, enableAuthenticationFallback } = site.settings.atlassian
  return idps.length === 0 || showLoginForm || enableAuthenticationFallback
}

/** `/plugins/servlet/sso-logout`: nobody is signed out at the identity provider. */
export function showSsoLogout({ site, page }: Exchange): void {
  const again = `<p><a class="aui-button" href="${site.settings.contextPath}/login.action">Log in again</a></p>`
  page('Logged out', `<h1>You're logged out</h1>${again}`, { bodyClass: 'login' })
}

// Unverified: how the prompt travels. Somebody who came by SSO and may not see the page is asked who they are.
function startAddress({ query, base, session }: Exchange, id: number): string {
  const again = session?.signedInBy === 'sso' && query.get('permissionViolation') === 'true'
  const asked = new URLSearchParams()
  if (destinationOf(query)) asked.set('authDest', destinationOf(query))
  if (again) asked.set('prompt', 'login')
  return `${base}/plugins/servlet/external-login/${id}${asked.size > 0 ? `?${asked}` : ''}`
}

/** Shown at `login.action` itself by an internal forward. Unverified: every element inside. */
function gateway(exchange: Exchange): void {
  const { site, query, page } = exchange
  const { idps, showLoginForm } = site.settings.atlassian
  const links = idps.map(({ id, buttonText }) => link(startAddress(exchange, id), buttonText))
  const destination = destinationOf(query)
  const back = destination ? `&os_destination=${encodeURIComponent(destination)}` : ''
  if (showLoginForm) links.push(link(`${site.settings.contextPath}/login.action?native_login${back}`, 'Username and password'))
  page('Log In', `<div id="authentication-gateway"><h1>Log in</h1>${links.join('\n')}</div>`, { bodyClass: 'login' })
}

const link = (address: string, text: string) => `<p><a class="aui-button" href="${escaped(address)}">${escaped(text)}</a></p>`
