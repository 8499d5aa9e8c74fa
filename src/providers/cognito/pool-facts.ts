import type { ProviderSettings } from '../../settings/catalog'
import type { PoolFacts } from '../../setup/app-setup'
import cognito from '../cognito'

/** Stands in an address for a client's id that is not known yet. */
export const clientIdMark = 'CLIENT_ID'

/**
 * What others have to be told of a pool. `clientId` is that of their own client, and `returnTo` is where a logout ends.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
 */
export function poolFacts(settings: ProviderSettings, returnTo: string, clientId: string): PoolFacts {
  const { domain, endpoints } = settings
  const [issuer = ''] = cognito.issuersOf(settings)
  const at = (path: string) => `https://${domain}/${path}`
  return {
    issuer,
    domain,
    authorization: endpoints.authorization || at('oauth2/authorize'),
    token: endpoints.token || at('oauth2/token'),
    userinfo: endpoints.userinfo || at('oauth2/userInfo'),
    jwks: endpoints.jwks || `${issuer}/.well-known/jwks.json`,
    scopes: [...new Set(['openid', ...settings.scopes])],
    ...(clientId && { clientId }),
    logout: cognito.logoutAddress({ ...settings, clientId: clientId || clientIdMark }, returnTo) ?? '',
  }
}
