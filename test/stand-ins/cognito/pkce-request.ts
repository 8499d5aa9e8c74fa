import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from './pool'

/** An authorization request of a public client, and what is needed to redeem its code. */
export interface PkceRequest {
  readonly address: string
  readonly verifier: string
}

/** The authorize address with PKCE; `more` overrides parameters, `undefined` leaves one out. @see RFC 7636 §4 */
export function pkceRequest(pool: Pool, more: Record<string, string | undefined> = {}): PkceRequest {
  const verifier = randomBytes(32).toString('base64url')
  const parameters: Record<string, string | undefined> = {
    response_type: 'code',
    client_id: pool.clients[0]?.id,
    redirect_uri: pool.clients[0]?.redirectUris[0],
    scope: 'openid email profile',
    state: 'a state+/=',
    nonce: 'a-nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  }
  const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return { address: `https://${pool.domainHost}/oauth2/authorize?${new URLSearchParams(given)}`, verifier }
}
