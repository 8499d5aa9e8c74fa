import { compactVerify, type JWK } from 'jose'
import type { Claims } from './session'
import { shown } from './shown'
import { type Stated, stated } from './stated'
import type { Check } from './verify'

/**
 * The signature, by the one key of the issuer that the header names; without a name, by the issuer's only key for it.
 * @see https://www.rfc-editor.org/rfc/rfc7515#section-5.2
 */
export async function signatureCheck(jwt: string, header: Claims, keys: readonly JWK[]): Promise<Check> {
  const check = (passed: boolean, found: Stated): Check => ({ name: 'signature', passed, wanted: stated('by-key-of-issuer'), found })
  const fitting = keysFor(header, keys)
  const [key] = fitting
  if (!key) return check(false, stated('no-such-key', shown(header['kid']), `${keys.length}`))
  if (fitting.length > 1) return check(false, stated('several-keys', `${fitting.length}`))
  try {
    await compactVerify(jwt, publicPart(key), { algorithms: ['RS256'] })
    return check(true, key.kid ?? stated('only-key'))
  } catch {
    return check(false, stated('other-key'))
  }
}

/** Only what verifies: an issuer that publishes more, or claims more of its key, changes nothing. */
export const publicPart = ({ n, e }: JWK): JWK => ({ kty: 'RSA', alg: 'RS256', ...(n && { n }), ...(e && { e }) })

/** Keys that may have signed a token with this header. */
export function keysFor({ kid }: Claims, keys: readonly JWK[]): readonly JWK[] {
  if (kid !== undefined && (typeof kid !== 'string' || kid === '')) return []
  return keys.filter((key) => isSigningKey(key) && (kid === undefined || key.kid === kid))
}

const atLeast2048Bits = 342 // characters of base64url

/** An RSA key for RS256 signatures and nothing else: at least 2,048 bits, exponent 65,537. @see https://www.rfc-editor.org/rfc/rfc7518#section-3.3 */
function isSigningKey({ kty, use, alg, n, e, key_ops }: JWK): boolean {
  if (kty !== 'RSA' || e !== 'AQAB' || (n?.length ?? 0) < atLeast2048Bits) return false
  return (use === undefined || use === 'sig') && (alg === undefined || alg === 'RS256') && (key_ops?.includes('verify') ?? true)
}
