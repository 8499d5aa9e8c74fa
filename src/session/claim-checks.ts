import { base64url } from 'jose'
import { lifetimeChecks } from './lifetime-checks'
import type { Claims } from './session'
import { shown } from './shown'
import { stated } from './stated'
import type { Check } from './verify'

/** What an ID token must say. Times in seconds since the epoch, handed in, so that tests own the clock. */
export interface Expected {
  readonly issuer: string
  /** Undefined for a token that another client asked for: whom it is for proves nothing then. */
  readonly clientId?: string
  /** The nonce of our request; undefined for a token that we did not ask for, whose nonce proves nothing. */
  readonly nonce?: string
  /** The access token that came along, for `at_hash`. */
  readonly accessToken?: string
  /** The claims of the login that the token renews: it must be the same person's, and the same login's. */
  readonly renewed?: Claims
  readonly now: number
  /** The token answers a request of just now, so it must be young. */
  readonly isFresh: boolean
  /** Further checks of the provider's own, such as Cognito's `token_use`. */
  readonly extra?: (claims: Claims) => readonly Check[]
}

/** Every claim that decides about an ID token. @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation */
export async function claimChecks(claims: Claims, expected: Expected): Promise<readonly Check[]> {
  const { iss } = claims
  const { issuer } = expected
  return [
    { name: 'iss', passed: iss === issuer, wanted: issuer, found: shown(iss) },
    ...clientChecks(claims, expected),
    subjectCheck(claims, expected),
    ...lifetimeChecks(claims, expected),
    ...nonceCheck(claims, expected),
    ...(await accessTokenHashCheck(claims, expected)),
    ...(expected.extra?.(claims) ?? []),
  ]
}

function clientChecks({ aud, azp }: Claims, { clientId }: Expected): readonly Check[] {
  if (clientId === undefined) return []
  const audiences = Array.isArray(aud) ? aud : [aud]
  return [
    { name: 'aud', passed: audiences.length === 1 && audiences[0] === clientId, wanted: clientId, found: shown(aud) },
    { name: 'azp', passed: azp === undefined || azp === clientId, wanted: stated('or-nothing', clientId), found: shown(azp) },
  ]
}

function subjectCheck({ sub }: Claims, { renewed }: Expected): Check {
  const isSomebody = typeof sub === 'string' && sub !== ''
  const isSame = renewed === undefined || sub === renewed['sub']
  return { name: 'sub', passed: isSomebody && isSame, wanted: renewed ? shown(renewed['sub']) : stated('somebody'), found: shown(sub) }
}

/** A renewed token may leave the nonce out. @see https://openid.net/specs/openid-connect-core-1_0.html#RefreshTokenResponse */
function nonceCheck({ nonce }: Claims, expected: Expected): readonly Check[] {
  const { renewed } = expected
  if (renewed) {
    const first = renewed['nonce']
    return [
      { name: 'nonce', passed: nonce === undefined || nonce === first, wanted: stated('or-nothing', shown(first)), found: shown(nonce) },
    ]
  }
  if (expected.nonce === undefined) return []
  return [{ name: 'nonce', passed: nonce === expected.nonce, wanted: expected.nonce, found: shown(nonce) }]
}

/** The left half of the access token's SHA-256, where there is one. @see https://openid.net/specs/openid-connect-core-1_0.html#CodeIDToken */
async function accessTokenHashCheck({ at_hash }: Claims, { accessToken }: Expected): Promise<readonly Check[]> {
  if (accessToken === undefined) return []
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(accessToken)))
  const hash = base64url.encode(digest.slice(0, digest.length / 2))
  const isThere = at_hash !== undefined
  return [
    { name: 'at_hash', passed: !isThere || at_hash === hash, wanted: isThere ? hash : stated('or-nothing', hash), found: shown(at_hash) },
  ]
}
