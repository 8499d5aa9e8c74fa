import type { Problem } from '../problem'
import type { ProviderSettings } from '../settings/catalog'
import { domainProblem } from './allowed-domains'
import type { Expected } from './claim-checks'
import type { Tokens } from './exchange'
import { grantedScopes } from './granted-scopes'
import { judge } from './judge'
import type { Metadata } from './metadata'
import type { Failure, Outcome } from './outcome'
import type { Provider } from './provider'
import type { Claims, Session } from './session'
import { readUserInfo } from './user-info'
import type { Judgement } from './verify'

/** Where tokens come from, and when. `now` is seconds since the epoch. */
export interface Origin {
  readonly settings: ProviderSettings
  readonly provider: Provider
  readonly metadata: Metadata
  readonly now: number
}

/**
 * Makes a session of tokens, or says why not: the ID token is verified, and only then is userInfo asked, which must speak of the
 * same person. Rejects with a ProblemError when keys cannot be read. @see https://openid.net/specs/openid-connect-core-1_0.html#UserInfoResponse
 */
export async function establish(tokens: Tokens, origin: Origin, bound: Pick<Expected, 'nonce' | 'renewed'>): Promise<Outcome> {
  const { metadata, settings, provider, now } = origin
  const { verification, token } = await judge(tokens.idToken, metadata.jwks, {
    issuer: metadata.issuer,
    clientId: settings.clientId,
    accessToken: tokens.accessToken,
    now,
    isFresh: true,
    extra: provider.checks,
    ...bound,
  })
  const claims = token?.claims ?? {}
  if (!verification.verified) return refused(claims, verification)
  const userInfo = metadata.userinfo ? await readUserInfo(metadata.userinfo, tokens.accessToken) : undefined
  const problem = subjectProblem(claims, userInfo) ?? domainProblem(claims, settings.allowedDomains)
  if (problem) return { problem }
  return { session: { ...sessionOf(tokens, origin, claims), verification, ...(userInfo && { userInfo }) } }
}

function refused(claims: Claims, verification: Judgement['verification']): Failure {
  const failed = verification.checks.flatMap(({ name, passed }) => (passed ? [] : [name]))
  return { problem: { code: 'token-refused', failed }, unverified: { claims, verification } }
}

const subjectProblem = ({ sub }: Claims, userInfo: Claims | undefined): Problem | undefined =>
  userInfo && userInfo['sub'] !== sub ? { code: 'userinfo-of-somebody-else' } : undefined

function sessionOf(tokens: Tokens, { settings, metadata, now }: Origin, claims: Claims): Omit<Session, 'verification'> {
  const { idToken, accessToken, refreshToken } = tokens
  return {
    provider: settings.id,
    clientId: settings.clientId,
    issuer: metadata.issuer,
    idToken,
    accessToken,
    ...(refreshToken && { refreshToken }),
    claims,
    scopes: grantedScopes(tokens),
    signedInAt: now,
    expiresAt: Number(claims['exp']),
  }
}
