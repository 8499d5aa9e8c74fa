import type { Exchange } from '../exchange'
import { redeem } from '../id-token'
import { mapUser } from './mapping'
import { cannotLogIn, fragmentCookie, redirectUri } from './start'

/** `/plugins/servlet/oidc/callback`: redeems the code, checks issuer, audience and nonce, signs the person in. */
export async function finishAtlassian(exchange: Exchange): Promise<void> {
  const { site, session, query, base, cookies, openSession, redirect, setCookie } = exchange
  const { oidc, atlassian } = site.settings
  const state = query.get('state') ?? ''
  const pending = session?.pending.get(state)
  const code = query.get('code')
  if (!pending || !code) return void cannotLogIn(exchange, 400)
  session?.pending.delete(state)
  const answer = await redeem(site, { code, redirectUri: redirectUri(base), secret: 'basic' })
  if ('error' in answer) return void cannotLogIn(exchange, 400)
  const { iss, aud, nonce } = answer.claims
  if (iss !== oidc.issuer || aud !== oidc.clientId || nonce !== pending.nonce) return void cannotLogIn(exchange, 400)
  const account = mapUser(answer.claims, atlassian, site.directory)
  if (!account) return void cannotLogIn(exchange, 400)
  openSession({ username: account.username, signedInBy: 'sso' })
  const fragment = decodeURIComponent(cookies[fragmentCookie(state)] ?? '')
  setCookie(fragmentCookie(state), '', 'Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT')
  redirect(base + (pending.destination || '/') + fragment)
}
