import { importJWK } from 'jose'
import cognito from '../../src/providers/cognito'
import { publicPart } from '../../src/session/signature'
import { verify } from '../../src/session/verify'
import { isSigned } from '../session/jws-layer'
import type { Exhibit, Trial } from './trial'

/** Whether our verifier accepts it. Runs in Node and in a page alike: what differs between browsers is their WebCrypto. */
export async function isAccepted(exhibit: Exhibit): Promise<boolean> {
  if (exhibit.kind === 'jws') return typeof exhibit.jws === 'string' && isSigned(exhibit.jws, exhibit.keys)
  if (exhibit.kind === 'rsa') return isRsaSigned(exhibit)
  const { keys, ...expected } = exhibit.by
  const { verification } = await verify(exhibit.jwt, keys, { ...expected, isFresh: true, extra: cognito.checks })
  return verification.verified
}

/** Raw messages are no JWS, so they are verified as jose does with what a JWS signs. A key that cannot be imported verifies nothing. */
async function isRsaSigned({ key, message, signature }: Extract<Exhibit, { kind: 'rsa' }>): Promise<boolean> {
  const imported = await importJWK(publicPart(key), 'RS256').catch(() => undefined)
  if (!imported || imported instanceof Uint8Array) return false
  return crypto.subtle.verify('RSASSA-PKCS1-v1_5', imported, bytes(signature), bytes(message))
}

const bytes = (hex: string): Uint8Array<ArrayBuffer> => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** Those that are judged otherwise than stated, with what became of them. */
export async function misjudged(trials: readonly Trial[]): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const { name, wanted, exhibit } of trials) {
    const verdict = await isAccepted(exhibit).catch((error: unknown) => String(error))
    if (verdict !== wanted && !(wanted === undefined && typeof verdict === 'boolean')) wrong.push(`${name}: ${verdict}`)
  }
  return wrong
}
