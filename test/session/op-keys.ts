import { constants, createHmac, createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { JWK } from 'jose'
import { rsaKeys } from '../stand-ins/rsa-keys'

/** A key pair of the provider, and the name under which its public half is published. */
export interface OpKey {
  readonly kid: string
  readonly privateKey: KeyObject
  readonly jwk: JWK
}

const keyOf = (kid: string, { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }): OpKey => ({
  kid,
  privateKey,
  jwk: publicKey.export({ format: 'jwk' }) as JWK,
})
const rsa = (kid: string) => keyOf(kid, rsaKeys())

/** RSA keys to sign with, one after the other. Made once: they cost a tenth of a second each. */
export const signingKeys = ['r1', 'r2', 'r3'].map(rsa)
const curve = (kid: string, namedCurve: string) => keyOf(kid, generateKeyPairSync('ec', { namedCurve }))
const others = [1, 2, 3].map((number) => [
  curve(`p${number}`, 'P-256'),
  curve(`s${number}`, 'secp256k1'),
  keyOf(`e${number}`, generateKeyPairSync('ed25519')),
])

/** So many keys of each type, without a name or an algorithm. */
export const namelessKeys = (perType: number): readonly JWK[] =>
  [...signingKeys.slice(0, perType), ...others.slice(0, perType).flat()].map(({ jwk }) => jwk)

const { privateKey: elliptic } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** A signature over `input` in the manner of `way`: RS256, another algorithm, or a broken one. */
export function signatureBy(way: string, input: Buffer, { privateKey }: OpKey): { alg: string; signature: Buffer } {
  if (way === 'none') return { alg: 'none', signature: Buffer.alloc(0) }
  if (way === 'HS256-bad') return { alg: 'HS256', signature: createHmac('sha256', randomBytes(32)).update(input).digest() }
  if (way === 'ES256-bad') return { alg: 'ES256', signature: sign('sha256', randomBytes(8), { key: elliptic, dsaEncoding: 'ieee-p1363' }) }
  if (way === 'PS256') {
    const padded = { key: createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })), padding: constants.RSA_PKCS1_PSS_PADDING }
    return { alg: 'PS256', signature: sign('sha256', input, { ...padded, saltLength: 32 }) }
  }
  return { alg: 'RS256', signature: sign('sha256', input, privateKey) }
}
