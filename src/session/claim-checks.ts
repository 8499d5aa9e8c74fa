import { base64url } from 'jose'
import { lifetimeChecks } from './lifetime-checks'
import type { Claims } from './session'
import { shown } from './shown'
import type { Check } from './verify'

/** What an ID token must say. Times in seconds since the epoch, handed in, so that tests own the clock. */
export interface Expected {
  readonly issuer: string
  readonly clientId: string
  /** The nonce of our request; undefined for a token that we did not ask for, whose nonce proves nothing. */
  readonly nonce?: string
  /** The access token that came along, for `at_hash`. */
  readonly accessToken?: string
  readonly now: number
  /** The token answers a sign-in that has just happened, so it must be young. */
  readonly isFresh: boolean
  /** Further checks of the provider's own, such as Cognito's `token_use`. */
  readonly extra?: (claims: Claims) => readonly Check[]
}

/** Every claim that decides about an ID token. @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation */
export async function claimChecks(claims: Claims, expected: Expected): Promise<readonly Check[]> {
  const { iss, aud, azp, sub } = claims
  const audiences = Array.isArray(aud) ? aud : [aud]
  const { issuer, clientId } = expected
  return [
    { name: 'iss', passed: iss === issuer, wanted: issuer, found: shown(iss) },
    { name: 'aud', passed: audiences.length === 1 && audiences[0] === clientId, wanted: clientId, found: shown(aud) },
    { name: 'azp', passed: azp === undefined || azp === clientId, wanted: `${clientId}, or nothing`, found: shown(azp) },
    { name: 'sub', passed: typeof sub === 'string' && sub !== '', wanted: 'somebody', found: shown(sub) },
    ...lifetimeChecks(claims, expected),
    ...nonceCheck(claims, expected),
    ...(await accessTokenHashCheck(claims, expected)),
    ...(expected.extra?.(claims) ?? []),
  ]
}

function nonceCheck({ nonce }: Claims, expected: Expected): readonly Check[] {
  if (expected.nonce === undefined) return []
  return [{ name: 'nonce', passed: nonce === expected.nonce, wanted: expected.nonce, found: shown(nonce) }]
}

/** The left half of the access token's SHA-256. @see https://openid.net/specs/openid-connect-core-1_0.html#CodeIDToken */
async function accessTokenHashCheck({ at_hash }: Claims, { accessToken }: Expected): Promise<readonly Check[]> {
  if (at_hash === undefined || accessToken === undefined) return []
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(accessToken)))
  const wanted = base64url.encode(digest.slice(0, digest.length / 2))
  return [{ name: 'at_hash', passed: at_hash === wanted, wanted, found: shown(at_hash) }]
}
