import { type Mutation, mutated } from './mutation'
import { type OpKey, signatureBy } from './op-keys'

/** An ID token with these claims, whose header and signature are as the mutations would have them. */
export function idTokenOf(claims: object, key: OpKey, mutations: readonly Mutation[]): string {
  const way = String(mutations.find(({ at, op }) => at === 'id_token' && op === 'sign')?.value ?? 'RS256')
  const { alg } = signatureBy(way, Buffer.alloc(0), key)
  const header = mutated('id_token.header', { alg, kid: key.kid, typ: 'JWT' }, mutations)
  const input = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  const { signature } = signatureBy(way, Buffer.from(input), key)
  const mask = Number(mutations.find(({ at }) => at === 'id_token.signature')?.value ?? 0)
  return `${input}.${Buffer.from(signature.map((byte) => byte ^ mask)).toString('base64url')}`
}
