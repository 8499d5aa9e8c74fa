import { afterEach, describe, expect, test, vi } from 'vitest'
import oidc from '../../src/providers/oidc'
import type { Expected } from '../../src/session/claim-checks'
import { signIn } from '../../src/session/sign-in'
import { verify } from '../../src/session/verify'
import { portsFor } from './browser-ports'
import { good, keys, mint, mintText, now } from './mint'
import { misbehavingOp } from './misbehaving-op'
import { oidcSettings } from './oidc-settings'

afterEach(() => vi.unstubAllGlobals())

const expected: Expected = { issuer: good.iss, clientId: 'client1', nonce: 'n1', now, isFresh: true }
const failed = async (jwt: string, published = keys) =>
  (await verify(jwt, published, expected)).verification.checks.flatMap(({ name, passed }) => (passed ? [] : [name]))

describe('keys of an issuer', () => {
  test('of which two have one name verify nothing, for nobody could say which was meant', async () => {
    const [key] = keys
    if (!key) throw new Error('no key')
    expect(await failed(await mint(good), [key, { ...key }])).toEqual(['signature'])
  })

  test.each([
    ['of 16,384 bits', 2731],
    ['of six million bits', 1_000_000],
  ])('%s that have signed nothing verify nothing', async (_, length) => {
    const [key] = keys
    expect(await failed(await mint(good), [{ ...key, kty: 'RSA', n: `v${'A'.repeat(length - 2)}Q` }])).toEqual(['signature'])
  })
})

describe('a token', () => {
  test('of thirty thousand parts is none', async () => {
    expect(await failed('x.'.repeat(30_000))).toEqual(['form'])
  })

  test('that would have its claims inherited has none', async () => {
    const { sub: _, ...others } = good
    const claims = JSON.stringify(others).replace('{', '{"__proto__":{"sub":"a3f1"},"constructor":{"prototype":{"sub":"a3f1"}},')
    expect(await failed(await mintText(claims))).toEqual(['sub'])
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('an answer that would change what all objects are', () => {
  const issuer = 'https://op.example/hostile'
  const evil =
    '{"__proto__":{"polluted":"yes","sub":"user-1","id_token":"x.y.z","error":"x"},"constructor":{"prototype":{"polluted":"yes"}},'

  test.each(['openid-configuration', 'jwks', 'token', 'userinfo'])('of %s changes nothing', async (endpoint) => {
    const op = misbehavingOp(issuer, 'latchkey', [])
    vi.stubGlobal('fetch', async (input: RequestInfo, init?: RequestInit) => {
      const answer = await op.fetch(input, init)
      if (!new Request(input).url.endsWith(endpoint)) return answer
      return new Response((await answer.text()).replace('{', evil), { headers: { 'content-type': 'application/json' } })
    })
    const { ports } = portsFor('https://latchkey.chromiumapp.org/', async (url) => op.visit(url))
    const outcome = await signIn(oidcSettings(issuer, 'latchkey'), oidc, ports)
    expect(outcome).toMatchObject({ session: { claims: { sub: 'user-1' }, verification: { verified: true } } })
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
  })

  test('of userInfo names nobody by it', async () => {
    const op = misbehavingOp(issuer, 'latchkey', [])
    vi.stubGlobal('fetch', async (input: RequestInfo, init?: RequestInit) =>
      new Request(input).url.endsWith('userinfo') ? new Response('{"__proto__":{"sub":"user-1"}}') : op.fetch(input, init),
    )
    const { ports } = portsFor('https://latchkey.chromiumapp.org/', async (url) => op.visit(url))
    const outcome = await signIn(oidcSettings(issuer, 'latchkey'), oidc, ports)
    expect(outcome).toMatchObject({ problem: { code: 'userinfo-of-somebody-else' } })
  })
})
