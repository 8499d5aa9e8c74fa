import { OidcClient } from 'oidc-client-ts'
import { type Problem, ProblemError, problemOf } from '../problem'
import type { ProviderSettings } from '../settings/catalog'
import { domainProblem } from './allowed-domains'
import { answerOf, exchange } from './exchange'
import { freshKeysAt, keysAt } from './jwks'
import { discoverMetadata, type Metadata } from './metadata'
import type { SignInPorts } from './ports'
import type { About, Provider } from './provider'
import type { Claims, Session, SignInState } from './session'
import { keysFor } from './signature'
import { parseToken } from './token'
import { readUserInfo } from './user-info'
import { type Judgement, verify } from './verify'

type Failure = Omit<Extract<SignInState, { phase: 'failed' }>, 'phase' | 'at'>

/** How a sign-in ended: verified, or with a problem, and with the claims that failed verification where there were any. */
export type Outcome = { readonly session: Session } | Failure

/**
 * Signs in by authorization code with PKCE. Never rejects. Nothing is done with a token before it is verified.
 * @see https://www.rfc-editor.org/rfc/rfc9700 OAuth 2.0 Security Best Current Practice
 */
export async function signIn(settings: ProviderSettings, provider: Provider, ports: SignInPorts): Promise<Outcome> {
  try {
    const missing = provider.missing(settings)
    if (missing.length) throw new ProblemError({ code: 'not-configured', missing })
    const metadata = await discoverMetadata(settings, provider)
    return await flow({ settings, provider, ports, metadata })
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

interface Flow {
  readonly settings: ProviderSettings
  readonly provider: Provider
  readonly ports: SignInPorts
  readonly metadata: Metadata
}

async function flow(given: Flow): Promise<Outcome> {
  const { settings, provider, ports, metadata } = given
  const about: About = { settings, callback: ports.redirectUri }
  const client = clientFor(given)
  const nonce = crypto.randomUUID()
  // The nonce goes out beside oidc-client-ts rather than through it: it would refuse a wrong one before we could show the checks.
  const extraQueryParams = { nonce, ...(settings.identityProvider && { identity_provider: settings.identityProvider }) }
  const request = await client.createSigninRequest({ extraQueryParams })
  try {
    const page = await ports.preflight(request.url)
    const problem = page && provider.pageProblem(page, about)
    if (problem) throw new ProblemError(problem)
    const returned = await ports.openAuthWindow(request.url, { interactive: true })
    const answer = answerOf(returned, { redirectUri: ports.redirectUri, state: request.state.id, metadata })
    if (answer) throw new ProblemError(provider.answerProblem(answer, about))
    const tokens = await exchange(client, returned, { provider, about, token: metadata.token })
    return await settle(given, tokens, nonce)
  } finally {
    await ports.pending.remove(request.state.id)
  }
}

const clientFor = ({ settings, ports, metadata }: Flow): OidcClient =>
  new OidcClient({
    authority: metadata.issuer,
    metadata: { issuer: metadata.issuer, authorization_endpoint: metadata.authorization, token_endpoint: metadata.token },
    client_id: settings.clientId,
    redirect_uri: ports.redirectUri,
    scope: [...new Set(['openid', ...settings.scopes])].join(' '),
    stateStore: ports.pending,
    loadUserInfo: false,
    filterProtocolClaims: false,
    requestTimeoutInSeconds: 10,
  })

/** Tokens as the token endpoint gave them. */
export interface Tokens {
  readonly idToken: string
  readonly accessToken: string
  readonly refreshToken?: string
}

async function settle({ settings, provider, ports, metadata }: Flow, tokens: Tokens, nonce: string): Promise<Outcome> {
  const { verification, token } = await judge(tokens, metadata, {
    issuer: metadata.issuer,
    clientId: settings.clientId,
    accessToken: tokens.accessToken,
    nonce,
    now: ports.now(),
    isFresh: true,
    extra: provider.checks,
  })
  const claims = token?.claims ?? {}
  if (!verification.verified) {
    const failed = verification.checks.flatMap(({ name, passed }) => (passed ? [] : [name]))
    return { problem: { code: 'token-refused', failed }, unverified: { claims, verification } }
  }
  const userInfo = metadata.userinfo ? await readUserInfo(metadata.userinfo, tokens.accessToken) : undefined
  const wrong: Problem | undefined = userInfo && userInfo['sub'] !== claims['sub'] ? { code: 'userinfo-of-somebody-else' } : undefined
  const problem = wrong ?? domainProblem(claims, settings.allowedDomains)
  if (problem) return { problem }
  return {
    session: {
      ...sessionOf(settings, metadata, claims),
      ...tokens,
      verification,
      signedInAt: ports.now(),
      ...grantedBy(tokens, settings),
      ...(userInfo && { userInfo }),
    },
  }
}

/** Keys are read once more when the token names one that nobody has seen: the issuer may just have changed them. */
async function judge({ idToken }: Tokens, { jwks }: Metadata, expected: Parameters<typeof verify>[2]): Promise<Judgement> {
  const keys = await keysAt(jwks)
  const parsed = parseToken(idToken)
  const isUnknown = parsed.token !== undefined && keysFor(parsed.token.header, keys).length === 0
  return verify(idToken, isUnknown ? await freshKeysAt(jwks) : keys, expected)
}

const sessionOf = ({ id, clientId }: ProviderSettings, { issuer }: Metadata, claims: Claims) => ({
  provider: id,
  clientId,
  issuer,
  claims,
  expiresAt: Number(claims['exp']),
})

/** Cognito's token answer names no scopes; its access token does. */
function grantedBy({ accessToken }: Tokens, { scopes }: ProviderSettings): { scopes: readonly string[] } {
  const granted = parseToken(accessToken).token?.claims['scope']
  return { scopes: typeof granted === 'string' ? granted.split(' ') : scopes }
}
