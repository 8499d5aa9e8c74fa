import type { Mutation } from '../session/mutation'
import type { RpCase } from './rp-cases'

/** Cases in which the provider does everything right are told by what is looked at. */
const looksAt: Readonly<Record<string, string>> = {
  'oidcc-client-test': 'the whole code flow',
  'oidcc-client-test-idtoken-sig-rs256': 'a right signature',
  'oidcc-client-test-scope-userinfo-claims': 'scopes that bring claims are asked for',
  'oidcc-client-test-client-secret-basic': 'a client with a secret, which an extension cannot keep',
  'oidcc-client-test-discovery-openid-config': 'the endpoints that discovery publishes are used',
  'oidcc-client-test-userinfo-bearer-header': 'the access token travels in a header, never in an address',
  'oidcc-client-test-nonce-unless-code-flow': 'a nonce is sent',
  'oidcc-client-test-refresh-token': 'tokens are renewed',
  'oidcc-client-test-rp-init-logout': 'sign-out, in Cognito’s manner',
}

const parts: Readonly<Record<string, string>> = {
  'id_token.claims': 'the ID token’s',
  'id_token.header': 'the ID token’s header:',
  'refresh.id_token.claims': 'the renewed ID token’s',
  metadata: 'discovery:',
  authz_response: 'the answer to the authorization request:',
  token_response: 'the token endpoint’s',
  userinfo: 'userInfo’s',
  logout_response: 'the answer to the sign-out:',
}

const changes: Readonly<Record<string, (mutation: Mutation) => string>> = {
  append: ({ value }) => `has "${value}" at its end`,
  delete: () => 'is missing',
  set: ({ value }) => `is ${value}`,
  'now-minus': ({ value }) => `lies ${value} s back`,
  'aud-array': () => 'is a list of one',
  'aud-array-plus-untrusted': () => 'names another client beside us',
  'invert-case': () => 'has capitals for small letters',
  'random-path': () => 'is an address that nobody can guess',
}

/** Mutations that are told as a whole, by where and what. */
const wholes: Readonly<Record<string, (mutation: Mutation) => string>> = {
  'jwks profile': ({ value }) => `keys without a name, ${value === 'no-kid-1-per-type' ? 'one' : 'three'} of each type`,
  'jwks rotate': ({ when }) => `a new key ${when === 'second-login' ? 'for the second sign-in' : 'just before signing'}`,
  'id_token sign': ({ value }) => `the ID token is signed with ${String(value).replace('-bad', ', wrongly')}`,
  'id_token.signature xor-all-bytes': () => 'every byte of the signature is another',
  'authz_response set-issuer': () => 'the answer to the authorization request names another issuer',
}

/** What the provider does in a case, in words. Throws where there are none, lest a row says nothing. */
export function told({ id, mutation }: RpCase): string {
  const words = mutation.length ? mutation.map(toldOne).join('; ') : looksAt[id]
  if (!words) throw new Error(`test/conformance/rp-words.ts has no words for ${id}`)
  return words
}

function toldOne(mutation: Mutation): string {
  const { at, op, key } = mutation
  const whole = wholes[`${at} ${op}`]
  if (whole) return whole(mutation)
  const [part, change] = [parts[at], changes[op]]
  if (!part || !change) throw new Error(`test/conformance/rp-words.ts has no words for ${op} at ${at}`)
  return `${part} \`${key}\` ${change(mutation)}`
}
