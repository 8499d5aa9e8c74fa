import type { Pool } from './pool'

/**
 * The discovery document, with the members that the real one has and no more: neither PKCE methods, nor grant types, nor
 * the authentication method `none` are in it. @see https://github.com/localstack/localstack/issues/12914
 */
export function discoveryDocument({ issuer, domainHost }: Pool): Record<string, unknown> {
  const at = (path: string) => `https://${domainHost}${path}`
  return {
    authorization_endpoint: at('/oauth2/authorize'),
    end_session_endpoint: at('/logout'),
    id_token_signing_alg_values_supported: ['RS256'],
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: ['code', 'token'],
    revocation_endpoint: at('/oauth2/revoke'),
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
    token_endpoint: at('/oauth2/token'),
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    userinfo_endpoint: at('/oauth2/userInfo'),
  }
}
