import { createPrivateKey, type JsonWebKey, sign } from 'node:crypto'
import type { JWK } from 'jose'
import { vectors } from '../session/vectors'
import type { Suite, Trial } from './trial'

interface Attacks {
  readonly jwks: { readonly keys: JWK[] }
  readonly issuer: string
  readonly audience: string
  readonly nonce: string
  readonly currentDate: number
  readonly cases: readonly { readonly name: string; readonly jwt?: string; readonly expect: string }[]
}

const none: Attacks = { jwks: { keys: [] }, issuer: '', audience: '', nonce: '', currentDate: 0, cases: [] }
const attacks = vectors('jwt-attack/attacks.json', none)
const { issuer, audience: clientId, nonce, currentDate: now, jwks } = attacks

/** Three tokens are too long to be kept and are made anew, by the private key that everybody knows. @see https://www.rfc-editor.org/rfc/rfc7520#section-3.4 */
const makings: readonly [start: string, header: object, spoil: (claims: string) => string][] = [
  ['kid "xxx', { kid: 'x'.repeat(100_000) }, (claims) => claims],
  ['deep nesting', {}, (claims) => claims.replace('{', `{"deep":${'['.repeat(20_000)}${']'.repeat(20_000)},`)],
  ['1 MiB claim', {}, (claims) => claims.replace('{', `{"long":"${'x'.repeat(2 ** 20)}",`)],
]

function made(name: string): string {
  const [, header, spoil] = makings.find(([start]) => name.startsWith(start)) ?? []
  const [good = '', claims = ''] = attacks.cases[0]?.jwt?.split('.').map((part) => Buffer.from(part, 'base64url').toString()) ?? []
  if (!spoil) throw new Error(`nobody knows how to make "${name}"`)
  const parts = [JSON.stringify({ ...(JSON.parse(good) as object), ...header }), spoil(claims)]
  const input = parts.map((part) => Buffer.from(part).toString('base64url')).join('.')
  const key = vectors<JsonWebKey>('jose-cookbook/jwk/3_4.rsa_private_key.json', {})
  return `${input}.${sign('sha256', Buffer.from(input), createPrivateKey({ key, format: 'jwk' })).toString('base64url')}`
}

// "reject or …" leaves a choice: ours is to refuse, wherever a token says anything that not every reader would read alike.
const wantedOf = (wanted: string) => (wanted.startsWith('no crash') ? {} : { wanted: wanted.startsWith('accept') })

const trials: readonly Trial[] = attacks.cases.map(({ name, jwt, expect }) => ({
  name,
  ...wantedOf(expect),
  exhibit: { kind: 'id-token', jwt: jwt ?? made(name), by: { keys: jwks.keys, issuer, clientId, nonce, now } },
}))

/** Tokens by which others have been deceived. @see https://www.rfc-editor.org/rfc/rfc8725 */
export const attackTokens: Suite = {
  id: 'Attack tokens (RFC 8725 and public lists)',
  tries: 'alg none, key confusion, keys brought along, kid, crit, b64, duplicate keys, encodings, claims, sizes',
  size: 124,
  trials,
}
