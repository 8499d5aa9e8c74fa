import type { Problem } from '../problem'
import { domainProblem } from './allowed-domains'
import type { Expected } from './claim-checks'
import type { Tokens } from './exchange'
import type { Flow } from './flow'
import { grantedScopes } from './granted-scopes'
import { judge } from './judge'
import { clockSkew } from './lifetime-checks'
import { lifetimeClaims } from './lifetime-claims'
import type { Outcome } from './outcome'
import type { Claims, Session } from './session'
import { shown } from './shown'
import { revokeTokens } from './sign-out'
import { readUserInfo } from './user-info'
import { type Verification, withCheck } from './verify'

/** Where tokens come from, and when. `now` is seconds since the epoch. */
export interface Origin extends Pick<Flow, 'settings' | 'provider' | 'metadata' | 'ahead'> {
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
  if (!verification.verified) return { problem: await refusal(verification, origin), unverified: { claims, verification } }
  const userInfo = metadata.userinfo && tokens.accessToken ? await readUserInfo(metadata.userinfo, tokens.accessToken) : undefined
  const account = { claims, verification, ...(userInfo && { userInfo }) }
  return userInfo ? withUserInfo(account, userInfo, { tokens, origin }) : admitted(account, { tokens, origin })
}

type Known = Pick<Session, 'claims' | 'verification' | 'userInfo'>
interface Given {
  readonly tokens: Tokens
  readonly origin: Origin
}

function withUserInfo(known: Known, userInfo: Claims, given: Given): Outcome {
  const { claims, verification } = known
  const verified = withCheck(verification, {
    name: 'userinfo_sub',
    passed: userInfo['sub'] === claims['sub'],
    wanted: shown(claims['sub']),
    found: shown(userInfo['sub']),
  })
  if (!verified.verified) return { problem: { code: 'userinfo-of-somebody-else' }, unverified: { claims, verification: verified } }
  return admitted({ ...known, verification: verified }, given)
}

function admitted(known: Known, { tokens, origin }: Given): Outcome {
  const problem = domainProblem(known.claims, origin.settings.allowedDomains)
  const session = { ...sessionOf(tokens, origin, known.claims), ...known }
  if (!problem) return { session }
  void revokeTokens(session).catch(() => undefined) // nobody will ever hold them
  return { problem }
}

/** A token that only comes at the wrong time is a clock's fault, where the server's clock says so too. */
async function refusal({ checks }: Verification, origin: Origin): Promise<Problem> {
  const failed = checks.flatMap(({ name, passed }) => (passed ? [] : [name]))
  const ahead = failed.every((name) => lifetimeClaims.includes(name)) ? ((await origin.ahead()) ?? 0) : 0
  return Math.abs(ahead) > clockSkew ? { code: 'clock-wrong', seconds: Math.round(ahead) } : { code: 'token-refused', failed }
}

/** There is no later date, in seconds since the epoch. @see https://tc39.es/ecma262/#sec-time-values-and-time-range */
const lastMoment = 8.64e12

function sessionOf(tokens: Tokens, { settings, metadata, now }: Origin, claims: Claims): Omit<Session, 'verification' | 'claims'> {
  const { idToken, accessToken, refreshToken } = tokens
  const { issuer, revocation, endSession } = metadata
  return {
    provider: settings.id,
    clientId: settings.clientId,
    issuer,
    idToken,
    accessToken,
    ...(refreshToken && { refreshToken }),
    scopes: grantedScopes(tokens),
    signedInAt: now,
    expiresAt: Math.min(Number(claims['exp']), lastMoment),
    ...(revocation && { revocation }),
    ...(endSession && { endSession }),
  }
}
