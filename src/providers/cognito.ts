import type { Problem } from '../problem'
import type { PageSeen } from '../session/ports'
import type { About, AboutAnswer, OAuthError, Provider, PublishedEndpoints } from '../session/provider'
import type { Account } from '../session/session'
import { shown } from '../session/shown'
import { standardAnswerProblem, standardTokenProblem } from '../session/standard-errors'
import type { ProviderSettings } from '../settings/catalog'
import { anyOf, partitionOf, partitions } from './cognito/partitions'

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
  settingsProblem,
  issuersOf: (settings) => (settings.endpoints.issuer ? [settings.endpoints.issuer.replace(/\/$/, '')] : issuersOf(settings)),
  keysOf: (issuer) => (poolIssuer.test(issuer) ? `${issuer}/.well-known/jwks.json` : undefined),
  endpointProblem,
  requestParameters: ({ identityProvider, lang }) => ({
    ...(identityProvider && { identity_provider: identityProvider }),
    ...(lang && { lang }),
  }),
  checks: ({ token_use }) => [{ name: 'token_use', passed: token_use === 'id', wanted: 'id', found: shown(token_use) }],
  pageProblem,
  answerProblem,
  tokenProblem,
  /** Managed login knows `prompt`, the classic pages do not. @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html */
  mayIgnorePrompt: true,
  /** Where refresh tokens are rotated. @see https://github.com/authts/oidc-client-ts/issues/2107 */
  mayMoveAuthTime: true,
  /** Cognito's own parameters, which are not OpenID's. @see https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html */
  logoutAddress({ domain, clientId, endpoints }, returnTo, account?: Pick<Account, 'endSession'>) {
    const address = endpoints.logout || account?.endSession || (domain && `https://${domain}/logout`)
    if (!address) return undefined
    const url = new URL(address)
    url.searchParams.set('client_id', clientId)
    url.searchParams.set('logout_uri', returnTo)
    return url.href
  },
} satisfies Provider

/** A pool's id begins with its region. */
const regionOf = (userPoolId: string): string => userPoolId.replace(/_.*/, '')

function settingsProblem({ region, userPoolId, endpoints: { issuer } }: ProviderSettings): Problem | undefined {
  if (poolDomain.test(issuer && new URL(issuer).hostname)) return { code: 'domain-is-no-issuer', issuer }
  return !issuer && region && region !== regionOf(userPoolId) ? { code: 'region-differs', region, userPoolId } : undefined
}

/**
 * A pool may call itself by its first or by its newer address, and both have twins that keep to FIPS 140, which GovCloud prefers.
 * @see https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html
 */
function issuersOf({ region, userPoolId, domain }: ProviderSettings): readonly string[] {
  const { services } = partitionOf(region)
  const names = ['cognito-idp', 'issuer-cognito-idp']
  const twins = names.map((name) => `${name}-fips`)
  const isFips = region.startsWith('us-gov-') || domain.includes('.auth-fips.')
  return [...(isFips ? twins : []), ...names].map((name) => `https://${name}.${region}.${services}/${userPoolId}`)
}

/** Every form of a pool's issuer, in every partition. */
const poolIssuer = new RegExp(
  `^https://(?:issuer-)?cognito-idp(?:-fips)?\\.[a-z0-9-]+\\.${anyOf(partitions.map(({ services }) => services))}/[\\w-]+$`,
)

/** The end of a domain that a pool has got from Cognito. */
const poolDomain = new RegExp(`\\.${anyOf(partitions.map(({ domains }) => domains))}$`)

/**
 * A pool without a domain publishes an address on the issuer's host that nobody serves, or none. One with a custom domain publishes that.
 * Keys are the issuer's own.
 */
function endpointProblem(
  { issuer, authorization, jwks }: PublishedEndpoints,
  { domain, endpoints }: ProviderSettings,
): Problem | undefined {
  if (!endpoints.jwks && originOf(jwks) !== originOf(issuer)) return { code: 'answer-unreadable', address: issuer }
  if (endpoints.authorization) return undefined
  const { host = '' } = URL.canParse(authorization) ? new URL(authorization) : {}
  if (!host || originOf(authorization) === originOf(issuer)) return { code: 'pool-has-no-domain', issuer }
  return domain && host !== domain ? { code: 'domain-differs', configured: domain, found: host } : undefined
}

/** A pool's first name and its newer one are two names of one host. */
const originOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).origin.replace('//issuer-cognito-idp', '//cognito-idp') : ''

/** Cognito shows these as pages of its own and never comes back. @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html */
function pageProblem({ url, text = '' }: PageSeen, { settings, callback }: About): Problem | undefined {
  const { clientId, domain } = settings
  if (/login pages unavailable/i.test(text)) return { code: 'login-pages-unavailable', clientId }
  const { pathname, searchParams, host } = new URL(url)
  if (!pathname.endsWith('/error')) return undefined
  const error = searchParams.get('error') ?? ''
  if (error === 'redirect_mismatch') return { code: 'redirect-mismatch', callback, clientId }
  if (error === 'invalid_request') return { code: 'unknown-client', clientId, domain: domain || host }
  if (/state/i.test(error)) return { code: 'sign-in-page-stale' }
  return searchParams.has('code') ? { code: 'identity-provider-failed' } : undefined
}

/** Scopes of Cognito itself; a resource server's have a slash in them. */
const own: readonly string[] = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin']

/**
 * Our requests are well formed, so that one is called invalid when something went wrong behind Cognito. What it says of accounts is
 * free text: where it is worded otherwise some day, it is told as it is.
 */
function answerProblem(refusal: OAuthError, about: AboutAnswer): Problem {
  const { error, description = '' } = refusal
  const { scopes } = about.settings
  if (/disabled|not (?:enabled|confirmed)|(?:Pre|Post)\w+ failed/i.test(description)) return { code: 'account-refused', description }
  if (error === 'invalid_request') return { code: 'identity-provider-failed', ...(description && { description }) }
  if (error === 'invalid_scope') {
    return { code: 'scope-refused', scopes, foreign: scopes.filter((scope) => !own.includes(scope) && !scope.includes('/')) }
  }
  return standardAnswerProblem(refusal, about)
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html */
function tokenProblem(refusal: OAuthError, about: AboutAnswer): Problem {
  const { error, description = '' } = refusal
  const { callback, settings } = about
  if (error === 'unauthorized_client' && /redirect/i.test(description)) {
    return { code: 'redirect-mismatch', callback, clientId: settings.clientId }
  }
  return standardTokenProblem(refusal, about)
}
