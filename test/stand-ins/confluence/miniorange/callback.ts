import type { Exchange } from '../exchange'
import { redeem } from '../id-token'
import { escaped } from '../pages'
import { mapUser, type Refusal } from './mapping'
import { landingAfterSso, relayStateCookie } from './relay-state'
import { redirectUri } from './start'
import { testPage } from './test-page'

/** Set when somebody came by SSO; scripts may read it. */
export const logoutCookie = 'mo.confluence-oauth.LOGOUTCOOKIE'

const explanations: Readonly<Record<Refusal, string>> = {
  USER_DOMAIN_NOT_ALLOWED: 'Users from this domain are not allowed to sign in here.',
  UNAUTHORIZED_USER_LOGIN: 'The user you were trying to authenticate is not authorized to use this wiki.',
  USER_NOT_FOUND: 'The user you were trying to authenticate does not exist in Confluence.',
  SSO_AUTHENTICATION_FAILED: 'SSO Authentication failed. Please ask your administrator.',
}

/** `/plugins/servlet/oauth/callback`: redeems the code, signs the person in, and goes where the relay state says. */
export async function finishMiniOrange(exchange: Exchange): Promise<void> {
  const { site, query, base, account: before, openSession, redirect, setCookie } = exchange
  const { miniorange, oidc } = site.settings
  const code = query.get('code')
  if (!code) return void fail(exchange, query.get('error') ?? 'No code was received.')
  const answer = await redeem(site, { code, redirectUri: redirectUri(base), secret: 'body' })
  if (site.testing) return void testPage(exchange, answer)
  if ('error' in answer) return void fail(exchange, answer.error)
  // What the app calls its issuer check compares the audience.
  if (answer.claims.aud !== oidc.clientId) return void fail(exchange, 'The issuer could not be verified.')
  const account = mapUser(answer.claims, miniorange, site.directory)
  if (typeof account === 'string') return void fail(exchange, explanations[account], account)
  // Whoever confirms an administrator's session by SSO is let through by it. Unverified in detail.
  const elevated = !miniorange.secureAdminLogin || before?.username === account.username
  openSession({ username: account.username, signedInBy: 'sso', elevated })
  setCookie(logoutCookie, 'true', 'Path=/')
  setCookie(relayStateCookie, '', 'Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT')
  redirect(landingAfterSso(exchange))
}

// Unverified: the status of this page.
function fail({ page }: Exchange, reason: string, code = ''): void {
  const shown = `<div id="login-container"><h1>OAuth Single Sign-on failed.</h1>
<div class="aui-message aui-message-error"><p>${escaped(reason)}</p>${code && `<p>Error code: <code>${code}</code></p>`}</div></div>`
  page('SSO Error', shown, { bodyClass: 'login' })
}
