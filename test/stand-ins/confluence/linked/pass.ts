import { randomBytes } from 'node:crypto'
import { destinationOf, landing } from '../destination'
import type { Exchange } from '../exchange'
import { redeem } from '../id-token'
import { escaped } from '../pages'
import type { LinkedApp } from './apps'

/** The app's one address: without a code it sends people to the identity provider, with one it signs them in. */
export async function passLinked(exchange: Exchange, app: LinkedApp): Promise<void> {
  const { site, query, base, openSession, page, redirect } = exchange
  const code = query.get('code')
  if (!code) return void redirect(authorizeAddress(exchange, app))
  const state = query.get('state') ?? ''
  const pending = exchange.session?.pending.get(state)
  const answer = await redeem(site, { code, redirectUri: base + app.path, secret: 'basic' })
  const username = 'claims' in answer ? String(answer.claims['cognito:username']) : ''
  if (!pending || !username) return void page('SSO Error', '<h1>Sign-in failed</h1>', { status: 400, bodyClass: 'login' })
  const account = site.directory.find(username) ?? site.directory.create(username, { displayName: username, email: '' })
  account.groups.add('confluence-users')
  openSession({ username: account.username, signedInBy: 'sso' })
  redirect(landing(base, pending.destination))
}

/** What the app adds to the login page. */
export function linkOf({ site, query }: Exchange, { path, returnParameter, link }: LinkedApp): string {
  if (!link) return ''
  const wanted = destinationOf(query)
  const back = wanted ? `?${returnParameter}=${encodeURIComponent(wanted)}` : ''
  return `<p><a class="aui-button" href="${escaped(site.settings.contextPath + path + back)}">${escaped(link)}</a></p>`
}

function authorizeAddress({ site, query, base, session, openSession }: Exchange, { path, returnParameter }: LinkedApp): string {
  const { authorizeUrl, clientId, scopes } = site.settings.oidc
  const state = randomBytes(16).toString('hex')
  const pending = { nonce: '', destination: query.get(returnParameter) ?? '' }
  ;(session ?? openSession()).pending.set(state, pending)
  return `${authorizeUrl}?${new URLSearchParams({ response_type: 'code', client_id: clientId, redirect_uri: base + path, scope: scopes, state })}`
}
