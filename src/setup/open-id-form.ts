import type { FormLine, PoolFacts } from './app-setup'

/** The lines of a form that nobody has described, in the words of the specification. @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata */
export const openIdForm = ({ issuer, authorization, token, userinfo, jwks, scopes, clientId, logout }: PoolFacts): readonly FormLine[] => [
  { label: 'Discovery URL', value: `${issuer}/.well-known/openid-configuration` },
  { label: 'Issuer', value: issuer },
  { label: 'Authorization endpoint', value: authorization },
  { label: 'Token endpoint', value: token },
  { label: 'UserInfo endpoint', value: userinfo },
  { label: 'JWKS URI', value: jwks },
  { label: 'Client ID', value: clientId },
  { label: 'Client secret', value: undefined },
  { label: 'Scopes', value: scopes.join(' ') },
  { label: 'Logout URL', value: logout },
]
