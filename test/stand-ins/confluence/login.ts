import { atlassianAtLogin, atlassianLetsFormIn } from './atlassian/gateway'
import { destinationOf, landing } from './destination'
import { administrators } from './directory'
import type { Exchange } from './exchange'
import { linkedApp } from './linked/apps'
import { linkOf } from './linked/pass'
import { legacyForm, twoStepForm } from './login-form'
import { miniOrangeAtLogin } from './miniorange/at-login'
import { loginPageScript } from './miniorange/login-page'
import { websudoForm } from './websudo'

/** GET `/login.action`: the SSO app's filters have their turn before the page. */
export function showLogin(exchange: Exchange): void {
  const { ssoApp } = exchange.site.settings
  if (ssoApp === 'miniorange' && miniOrangeAtLogin(exchange)) return
  if (ssoApp === 'atlassian' && atlassianAtLogin(exchange)) return
  loginPage(exchange)
}

/** POST `/dologin.action`. Unverified: that a failed sign-in is shown at this address. */
export async function receiveLogin(exchange: Exchange): Promise<void> {
  const { site, base, openSession, redirect } = exchange
  const { ssoApp } = site.settings
  if (ssoApp === 'atlassian' && !atlassianLetsFormIn(exchange) && atlassianAtLogin(exchange)) return
  if (exchange.method !== 'POST') return void loginPage(exchange)
  const form = await exchange.form()
  const username = form.get('os_username') ?? ''
  if (!site.directory.accepts(username, form.get('os_password') ?? '')) {
    return void loginPage(exchange, 'Sorry, your username and password are incorrect. Please try again.', form)
  }
  openSession({ username, signedInBy: 'form' })
  redirect(landing(base, form.get('os_destination')))
}

/** `/logout.action`: the wiki's session ends, nobody else's. */
export function logOut({ site, session, redirect }: Exchange): void {
  if (session) site.sessions.end(session.id)
  redirect(`${site.settings.contextPath}/login.action?logout=true`)
}

/** `/authenticate.action`: an administrator is asked for the password once more. */
export function showWebsudo(exchange: Exchange): void {
  const { site, account, page, query, redirect } = exchange
  const { contextPath, ssoApp } = site.settings
  if (!account?.groups.has(administrators)) return void redirect(`${contextPath}/login.action?permissionViolation=true`)
  const script = ssoApp === 'miniorange' ? loginPageScript(exchange) : ''
  page('Administrator Access', websudoForm(contextPath, destinationOf(query), false) + script, { bodyClass: 'login' })
}

/** POST `/doauthenticate.action`. */
export async function receiveWebsudo(exchange: Exchange): Promise<void> {
  const { site, session, account, base, page, redirect } = exchange
  if (!session || !account) return void redirect(`${site.settings.contextPath}/login.action`)
  const form = await exchange.form()
  const destination = form.get('destination') ?? ''
  if (!site.directory.accepts(account.username, form.get('password') ?? '')) {
    return void page('Administrator Access', websudoForm(site.settings.contextPath, destination, true), { bodyClass: 'login' })
  }
  session.elevated = true
  redirect(landing(base, destination))
}

function loginPage(exchange: Exchange, error = '', query = exchange.query): void {
  const { site, page } = exchange
  const { contextPath, form, ssoApp } = site.settings
  const shown = { contextPath, destination: destinationOf(query), error, notice: noticeOf(exchange) }
  const linked = linkedApp(ssoApp)
  const added = ssoApp === 'miniorange' ? loginPageScript(exchange) : linked ? linkOf(exchange, linked) : ''
  page('Log In', (form === 'legacy' ? legacyForm(shown) : twoStepForm(shown)) + added, { bodyClass: 'login' })
}

function noticeOf({ account, query }: Exchange): string {
  if (account && query.get('permissionViolation') === 'true')
    return `You are logged in as ${account.displayName} and may not view that page.`
  if (account) return `You are logged in as ${account.displayName}.`
  return query.get('logout') === 'true' ? 'You have been logged out.' : ''
}
