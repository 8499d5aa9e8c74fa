import type { Expected } from './claim-checks'
import { keysAt, newKeysAt } from './jwks'
import { keysFor } from './signature'
import { parseToken } from './token'
import { type Judgement, verify } from './verify'

/**
 * Verifies a token against its issuer's keys, which are read again when the token names one that nobody has seen.
 * Rejects with a ProblemError when they cannot be read.
 */
export async function judge(jwt: string, jwks: string, expected: Expected): Promise<Judgement> {
  const keys = await keysAt(jwks, expected.now)
  const { token } = parseToken(jwt)
  const isUnknown = token !== undefined && keysFor(token.header, keys).length === 0
  return verify(jwt, isUnknown ? await newKeysAt(jwks, expected.now, expected.isFresh) : keys, expected)
}
