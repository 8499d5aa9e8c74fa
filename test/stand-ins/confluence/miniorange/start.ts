import type { Exchange } from '../exchange'
import { keepRelayState, relayStateCookie } from './relay-state'

/** The redirect URI, as registered in Cognito. */
export const redirectUri = (base: string): string => `${base}/plugins/servlet/oauth/callback`

/** `/plugins/servlet/oauth/auth`: remembers `return_to` and goes to the identity provider. No PKCE, no state, no nonce in 1.1.28. */
export function startMiniOrange(exchange: Exchange): void {
  const { site, query, base, redirect, send, setCookie } = exchange
  const { oidc } = site.settings
  const wanted = query.get('return_to') ?? ''
  if (site.settings.miniorange.bounces)
    return void redirect(
      `${base}/login.action${site.settings.forgetsDestinations ? '' : `?${new URLSearchParams({ os_destination: wanted })}`}`,
    )
  site.testing = wanted === 'testoauthconfiguration'
  // Without a `return_to` an older cookie must not win. Unverified: that the app clears it here.
  if (wanted === '') setCookie(relayStateCookie, '', 'Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT')
  else if (!keepRelayState(exchange, wanted)) return void send(500, 'text/plain', 'Invalid cookie value')
  const asked = { response_type: 'code', client_id: oidc.clientId, scope: oidc.scopes, redirect_uri: redirectUri(base) }
  redirect(`${oidc.authorizeUrl}?${new URLSearchParams(asked)}`)
}
