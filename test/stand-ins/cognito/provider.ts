import type { Context, ProviderError, Session } from 'oidc-provider'
import type { SigningKey } from './keys'
import { type AppClient, cognitoScopes, type Pool } from './pool'
import { errors, Provider } from './quietly'
import type { Store } from './store'

type Instance = InstanceType<typeof Provider>
type Owned = { clientId: string }

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** Seconds. @see AWS: quotas; AWS: Refresh tokens */
const lifetimes = {
  AuthorizationCode: 5 * minute,
  // A sign-in that takes longer is cancelled.
  Interaction: 5 * minute,
  AccessToken: hour,
  IdToken: hour,
  RefreshToken: 30 * day,
  Grant: 31 * day,
  Session: sessionTtl,
}

const features = {
  devInteractions: { enabled: false },
  rpInitiatedLogout: { enabled: false },
  // Unverified: what a client is told that revokes another's token. Nothing is revoked here.
  revocation: { enabled: true, allowedPolicy: (_: Context, client: Owned, token: Owned) => client.clientId === token.clientId },
}

/**
 * The judge of the protocol: codes, PKCE, client authentication, redirect addresses, sessions and grants are decided by
 * oidc-provider; the other files of this folder only dress what it says as Cognito.
 */
export function protocolProvider(pool: Pool, { store, key }: { store: Store; key: SigningKey }): Instance {
  const provider = new Provider(pool.issuer, {
    adapter: (kind: string) => store.adapterFor(kind),
    jwks: { keys: [{ ...key.privateKey.export({ format: 'jwk' }), kid: key.kid, alg: 'RS256', use: 'sig' }] },
    routes: { authorization: '/oauth2/authorize', token: '/oauth2/token', userinfo: '/oauth2/userInfo', revocation: '/oauth2/revoke' },
    scopes: cognitoScopes,
    responseTypes: ['code'],
    // Its two kindnesses: one registered address need not be sent, and everything lives 15 seconds longer.
    allowOmittingSingleRegisteredRedirectUri: false,
    clockTolerance: 0,
    // Cognito does not demand PKCE of a public client; whoever sends a challenge is held to it, S256 only.
    pkce: { required: () => false },
    features,
    extraParams: { lang: null, identity_provider: (ctx: Context) => refuseUnknown(ctx, pool) },
    // The names of the real one's cookies. Their attributes other than the lifetime are unverified.
    cookies: { names: { session: 'cognito', interaction: 'csrf-state', resume: 'csrf-state-legacy' } },
    ttl: lifetimes,
    clientBasedCORS: () => true,
    issueRefreshToken: () => true,
    rotateRefreshToken: pool.rotatesRefreshTokens,
    // Tokens outlive the hosted session's hour.
    expiresWithSession: () => false,
    findAccount: (_: Context, sub: string) => accountOf(sub, pool),
    loadExistingGrant: freshGrant,
    interactions: { url: (ctx: Context) => `/login?${ctx.querystring}` },
    renderError,
  })
  return provider.on('grant.error', rememberReason).on('server_error', (_, error) => console.error('Cognito stand-in:', error))
}

function accountOf(sub: string, { people }: Pool) {
  return people.some((one) => one.sub === sub) ? { accountId: sub, claims: () => ({ sub }) } : undefined
}

/** An app client as oidc-provider reads it. */
export function registrationOf(client: AppClient): object {
  return {
    client_id: client.id,
    ...(client.secret
      ? { client_secret: client.secret, token_endpoint_auth_method: 'client_secret_basic' }
      : { token_endpoint_auth_method: 'none' }),
    // oidc-provider wants at least one; nobody can send this.
    redirect_uris: client.redirectUris.length > 0 ? [...client.redirectUris] : ['https://no-callback-url.invalid/'],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    // Documented both ways: ignored at run time (AWS: Authorize endpoint), and `invalid_scope` as people report it. The harsher one is played.
    scope: client.scopes.join(' '),
  }
}

/** Fixed at one hour after the sign-in, and not prolonged by use. @see AWS: Managed login, session cookie */
function sessionTtl(_: Context, { loginTs }: Session): number {
  return loginTs ? Math.max(1, loginTs + hour - Math.floor(Date.now() / 1000)) : hour
}

/** Cognito asks for no consent, and every sign-in to a client begins a grant of its own. */
async function freshGrant({ oidc }: Context) {
  if (!oidc?.account || !oidc.client) return undefined
  const grant = new oidc.provider.Grant({ accountId: oidc.account.accountId, clientId: oidc.client.clientId })
  grant.addOIDCScope(cognitoScopes.join(' '))
  await grant.save()
  return grant
}

function refuseUnknown({ query }: Context, pool: Pool): void {
  const { scope, identity_provider: wanted } = query
  const scopes = typeof scope === 'string' ? scope.split(' ') : []
  const unknown = scopes.find((one) => !cognitoScopes.some((known) => known === one))
  if (unknown !== undefined) throw new errors.InvalidScope('unknown scope', unknown)
  // Documented that email, phone and profile need openid; the error's name is unverified.
  if (!scopes.includes('openid') && scopes.some((one) => ['email', 'phone', 'profile'].includes(one)))
    throw new errors.InvalidScope('openid is missing')
  // Unverified: the answer to the name of an identity provider that the pool does not have.
  const known = wanted === undefined || wanted === 'COGNITO' || pool.people.some(({ identity }) => identity?.providerName === wanted)
  if (!known) throw new errors.InvalidRequest('unknown identity provider')
}

/** Errors that must not be sent to the redirect address. @see AWS: Authorize endpoint; the addresses are from public logs */
function renderError(ctx: Context, out: { error: string }, error: ProviderError): void {
  if (!ctx.path.startsWith('/oauth2/authorize')) {
    ctx.body = out
    return
  }
  const code = error.name === 'InvalidRedirectUri' ? 'redirect_mismatch' : 'invalid_request'
  const clientId = typeof ctx.query.client_id === 'string' ? ctx.query.client_id : ''
  ctx.status = 302
  ctx.redirect(`/error?${new URLSearchParams({ error: code, client_id: clientId })}`)
}

function rememberReason(ctx: Context, error: ProviderError): void {
  ctx.state.reason = error.error_detail
}
