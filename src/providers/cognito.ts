import type { Problem } from '../problem'
import type { About, OAuthError, Provider } from '../session/provider'
import { shown } from '../session/shown'
import type { ProviderSettings } from '../settings/catalog'

/**
 * Amazon Cognito user pools.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
 */
export default {
  kind: 'cognito',
  missing: ({ region, userPoolId, clientId, endpoints }) => [
    ...(region || endpoints.issuer ? [] : ['region']),
    ...(userPoolId || endpoints.issuer ? [] : ['userPoolId']),
    ...(clientId ? [] : ['clientId']),
  ],
  issuersOf: ({ region, userPoolId }) => {
    const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
    return ['cognito-idp', 'issuer-cognito-idp'].map((host) => `https://${host}.${region}.${suffix}/${userPoolId}`)
  },
  endpointProblem,
  requestParameters: ({ identityProvider }) => (identityProvider ? { identity_provider: identityProvider } : {}),
  checks: ({ token_use }) => [{ name: 'token_use', passed: token_use === 'id', wanted: 'id', found: shown(token_use) }],
  pageProblem,
  answerProblem,
  tokenProblem,
  /** Cognito's own parameters, which are not OpenID's. @see https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html */
  logoutAddress({ domain, clientId, endpoints }, returnTo) {
    if (!domain && !endpoints.logout) return undefined
    const address = endpoints.logout || `https://${domain}/logout`
    return `${address}?${new URLSearchParams({ client_id: clientId, logout_uri: returnTo })}`
  },
} satisfies Provider

/** A pool without a domain publishes an address on the issuer's host that nobody serves, or none. One with a custom domain publishes that. */
function endpointProblem(
  { issuer, authorization }: { issuer: string; authorization: string },
  { domain }: ProviderSettings,
): Problem | undefined {
  if (!URL.canParse(authorization)) return { code: 'pool-has-no-domain', issuer }
  const { host } = new URL(authorization)
  if (host === new URL(issuer).host) return { code: 'pool-has-no-domain', issuer }
  return domain && host !== domain ? { code: 'domain-differs', configured: domain, found: host } : undefined
}

/** Cognito shows these as pages of its own and never comes back. @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html */
function pageProblem({ status, url }: { status: number; url: string }, { settings, callback }: About): Problem | undefined {
  const { clientId, domain } = settings
  const { pathname, searchParams } = new URL(url)
  const error = pathname.endsWith('/error') ? searchParams.get('error') : undefined
  if (error === 'redirect_mismatch') return { code: 'redirect-mismatch', callback, clientId }
  if (error === 'invalid_request') return { code: 'unknown-client', clientId, domain }
  if (status === 403) return { code: 'login-pages-unavailable', clientId }
  if (status >= 400) return { code: 'sign-in-page-failed', domain, callback, clientId }
  return undefined
}

function answerProblem({ error, description }: OAuthError, { settings }: About): Problem {
  if (error === 'invalid_scope') return { code: 'scope-refused', scopes: settings.scopes }
  if (error === 'unauthorized_client') return { code: 'grant-not-allowed', clientId: settings.clientId }
  return { code: 'provider-refused', error, ...(description && { description }) }
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html */
function tokenProblem(refusal: OAuthError, about: About): Problem {
  const { clientId } = about.settings
  if (refusal.error === 'invalid_client') return { code: 'client-has-secret', clientId }
  if (refusal.error === 'invalid_grant') return { code: 'code-refused', clientId }
  return answerProblem(refusal, about)
}
