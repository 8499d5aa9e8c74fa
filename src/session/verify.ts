import type { JWK } from 'jose'
import { claimChecks, type Expected } from './claim-checks'
import { headerChecks } from './header-checks'
import { signatureCheck } from './signature'
import type { Stated } from './stated'
import { parseToken, type Token } from './token'

/** One check of a token, with what was wanted and what was found. */
export interface Check {
  /** Claim or header parameter: `signature`, `iss`, `aud`, `exp`, … */
  readonly name: string
  readonly passed: boolean
  readonly wanted: Stated
  readonly found: Stated
}

/** Every check, always, so that a person can read the whole table; `verified` is their conjunction. */
export interface Verification {
  readonly verified: boolean
  readonly checks: readonly Check[]
}

/** A verification with one check more. */
export const withCheck = ({ verified, checks }: Verification, check: Check): Verification => ({
  verified: verified && check.passed,
  checks: [...checks, check],
})

/** A verification and what was verified; the claims are there even when it failed, to be shown as unverified. */
export interface Judgement {
  readonly verification: Verification
  readonly token: Token | undefined
}

/**
 * Checks a compact JWS against its issuer's keys and our request. Never throws: what cannot be read is a failed check, and
 * where nothing can be read it is the only one.
 * @see https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation
 * @see https://www.rfc-editor.org/rfc/rfc8725 JSON Web Token Best Current Practices
 */
export async function verify(jwt: string, keys: readonly JWK[], expected: Expected): Promise<Judgement> {
  const { token, checks: form } = parseToken(jwt)
  const checks = [
    ...form,
    ...(token ? headerChecks(token.header) : []),
    ...(token ? [await signatureCheck(jwt, token.header, keys)] : []),
    ...(token ? await claimChecks(token.claims, expected) : []),
  ]
  return { verification: { verified: checks.every(({ passed }) => passed), checks }, token }
}
