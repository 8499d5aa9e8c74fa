import { type KeyObject, randomBytes, sign } from 'node:crypto'
import { rsaKeys } from '../rsa-keys'

/** One RSA signing key and its published half. */
export interface SigningKey {
  readonly kid: string
  readonly privateKey: KeyObject
  /** Unverified: the member list of a published key; these are the ones that libraries report. */
  readonly published: { alg: 'RS256'; e: string; kid: string; kty: 'RSA'; n: string; use: 'sig' }
}

/** The pool's keys: ID tokens and access tokens are signed with different ones. @see AWS: Verifying JSON web tokens */
export interface PoolKeys {
  readonly id: SigningKey
  readonly access: SigningKey
}

const firstKeys = new Map<string, PoolKeys>()

/** The keys with which the pool of this id starts: made once per process, as key generation is slow. */
export function firstPoolKeys(userPoolId: string): PoolKeys {
  const keys = firstKeys.get(userPoolId) ?? newPoolKeys()
  firstKeys.set(userPoolId, keys)
  return keys
}

/** Two new 2048-bit keys. */
export function newPoolKeys(): PoolKeys {
  return { id: newSigningKey(), access: newSigningKey() }
}

/** A new 2048-bit key, with a `kid` in AWS's form: 32 bytes in base64, ending in `=`. */
export function newSigningKey(): SigningKey {
  const { privateKey, publicKey } = rsaKeys()
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' })
  const kid = randomBytes(32).toString('base64')
  return { kid, privateKey, published: { alg: 'RS256', e, kid, kty: 'RSA', n, use: 'sig' } }
}

/** A compact JWS by RSASSA-PKCS1-v1_5 with SHA-256, whatever `header` claims. @see RFC 7515 §7.1 */
export function signed(header: object, payload: object, key: KeyObject): string {
  const input = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`
}
