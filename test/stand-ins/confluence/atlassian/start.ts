import { randomBytes } from 'node:crypto'
import type { Exchange } from '../exchange'
import { scripted } from '../pages'

/** The redirect URI, as registered in Cognito. */
export const redirectUri = (base: string): string => `${base}/plugins/servlet/oidc/callback`

/** Where the page's fragment waits for the way back. */
export const fragmentCookie = (state: string): string => `atlassian-authentication-plugin-url-fragment_${state}`

/** `/plugins/servlet/external-login/{id}`: with a destination, first a page that keeps the fragment. */
export function startAtlassian(exchange: Exchange): void {
  const { path, query, site } = exchange
  const [id] = path.split('/').slice(4)
  if (!id) return void cannotLogIn(exchange, 400)
  if (!site.settings.atlassian.idps.some((one) => String(one.id) === id)) return void cannotLogIn(exchange, 404)
  const destination = reduced(query.get('authDest') ?? '', site.settings.contextPath)
  const prompt = query.get('prompt') === 'login'
  const { address, state } = request(exchange, destination, prompt)
  if (destination === '') return void exchange.redirect(address)
  exchange.page(
    'Log In',
    `<p>One moment, please.</p><script>(${keepFragment})(${scripted({ name: fragmentCookie(state), address })})</script>`,
  )
}

/** The built-in SSO's error page. */
export function cannotLogIn({ page }: Exchange, status: 400 | 404): void {
  const id = randomBytes(8).toString('hex')
  page('Error', `<h1>We can't log you in right now</h1><p>Ask your administrator about <code>${id}</code>.</p>`, {
    status,
    bodyClass: 'login',
  })
}

function request(exchange: Exchange, destination: string, again: boolean): { address: string; state: string } {
  const { site, base, openSession } = exchange
  const { authorizeUrl, clientId, scopes } = site.settings.oidc
  const session = exchange.session ?? openSession()
  const state = randomBytes(16).toString('hex')
  const nonce = randomBytes(16).toString('hex')
  session.pending.set(state, { nonce, destination })
  const asked = { response_type: 'code', client_id: clientId, redirect_uri: redirectUri(base), scope: scopes, state, nonce }
  return { state, address: `${authorizeUrl}?${new URLSearchParams({ ...asked, ...(again && { prompt: 'login' }) })}` }
}

/** A path below the context path; nothing for addresses that would start all over again. */
function reduced(wanted: string, contextPath: string): string {
  const whole = /^https?:\/\/[^/]+(.*)$/.exec(wanted)?.[1]
  const path = whole?.startsWith(`${contextPath}/`) ? whole.slice(contextPath.length) : (whole ?? wanted)
  return /samlconsumer|sso-logout|initiate-login/.test(path) || !/^\/(?![/\\])/.test(path) ? '' : path
}

// Runs in the page. The fragment came along with the redirects that led here.
const keepFragment = `function ({ name, address }) {
  document.cookie = name + '=' + encodeURIComponent(location.hash) + '; max-age=300; path=/; secure'
  location.replace(address)
}`
