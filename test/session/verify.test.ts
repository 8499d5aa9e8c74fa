import { base64url, CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose'
import { expect, test } from 'vitest'
import cognito from '../../src/providers/cognito'
import type { Expected } from '../../src/session/claim-checks'
import { verify } from '../../src/session/verify'
import { good, keys, mint, mintText, now, stranger } from './mint'

const expected: Expected = { issuer: good.iss, clientId: 'client1', nonce: 'n1', now, isFresh: true, extra: cognito.checks }

const failedChecks = async (jwt: string, given: Partial<Expected> = {}) => {
  const { verification } = await verify(jwt, keys, { ...expected, ...given })
  expect(verification.verified).toBe(verification.checks.every(({ passed }) => passed))
  return verification.checks.flatMap(({ name, passed }) => (passed ? [] : [name]))
}
const without = (name: keyof typeof good) => {
  const { [name]: _, ...rest } = good
  return rest
}

test.each<[string, object, readonly string[]]>([
  ['a good token', good, []],
  ['another issuer', { ...good, iss: 'https://evil.example' }, ['iss']],
  ['the issuer with a slash', { ...good, iss: `${good.iss}/` }, ['iss']],
  ['another audience', { ...good, aud: 'client2' }, ['aud']],
  ['one audience in a list', { ...good, aud: ['client1'] }, []],
  ['two audiences', { ...good, aud: ['client1', 'client2'] }, ['aud']],
  ['a token made out to somebody else', { ...good, azp: 'client2' }, ['azp']],
  ['nobody', without('sub'), ['sub']],
  ['an empty name', { ...good, sub: '' }, ['sub']],
  ['a name that is no text', { ...good, sub: 5 }, ['sub']],
  ['expired a minute ago', { ...good, exp: now - 60 }, ['exp']],
  ['expired within the skew of clocks', { ...good, exp: now - 59 }, []],
  ['without an end', without('exp'), ['exp']],
  ['an end that is no number', { ...good, exp: 'tomorrow' }, ['exp']],
  ['made in the future', { ...good, iat: now + 61 }, ['iat']],
  ['made within the skew of clocks', { ...good, iat: now + 60 }, []],
  ['made three minutes ago and the skew of clocks', { ...good, iat: now - 240 }, []],
  ['made a second before that', { ...good, iat: now - 241 }, ['iat']],
  ['without a beginning', without('iat'), ['iat']],
  ['not yet in force', { ...good, nbf: now + 61 }, ['nbf']],
  ['in force within the skew of clocks', { ...good, nbf: now + 60 }, []],
  ['in force from a time that is no number', { ...good, nbf: String(now) }, ['nbf']],
  ['a login in the future', { ...good, auth_time: now + 61 }, ['auth_time']],
  ['a login at no time at all', { ...good, auth_time: 0 }, ['auth_time']],
  ['a login within the skew of clocks', { ...good, auth_time: now + 60 }, []],
  ['a replayed nonce', { ...good, nonce: 'old' }, ['nonce']],
  ['no nonce', without('nonce'), ['nonce']],
  ['an access token', { ...good, token_use: 'access' }, ['token_use']],
  ['everything wrong at once', { iss: 'x', aud: 'y', exp: 1, iat: 1 }, ['iss', 'aud', 'sub', 'exp', 'iat', 'nonce', 'token_use']],
])('%s', async (_, claims, wrong) => expect(await failedChecks(await mint(claims))).toEqual(wrong))

test.each<[string, object, readonly string[]]>([
  ['a key that the issuer does not have', { kid: 'k2' }, ['signature']],
  ['no key named, and the issuer has one', { kid: undefined }, []],
  ['a key of its own', { jwk: keys[0] }, ['header']],
  ['an address for a key', { jku: 'https://evil.example/jwks' }, ['header']],
  ['an address for a certificate', { x5u: 'https://evil.example/certificate' }, ['header']],
  ['a certificate of its own', { x5c: ['MIIB'] }, ['header']],
  ['a compression that nobody undoes', { zip: 'DEF' }, ['header']],
  ['another kind of token', { typ: 'at+jwt' }, ['typ']],
  ['the usual kind', { typ: 'JWT' }, []],
])('a header with %s', async (_, header, wrong) => expect(await failedChecks(await mint(good, header))).toEqual(wrong))

test.each<[string, unknown]>([
  ['crit', ['exp']],
  ['b64', false],
])('a header that changes the rules by %s', async (name, value) => {
  const [, payload, signature] = (await mint(good)).split('.')
  const header = base64url.encode(JSON.stringify({ alg: 'RS256', kid: 'k1', [name]: value }))
  expect(await failedChecks(`${header}.${payload}.${signature}`)).toEqual(['header', 'signature'])
})

test('an end beyond all numbers is none', async () => {
  expect(await failedChecks(await mintText(JSON.stringify(good).replace(/"exp":\d+/, '"exp":1e999')))).toEqual(['exp'])
})

test('a signature by a stranger is told as the one thing that is wrong', async () => {
  expect(await failedChecks(await mint(good, {}, stranger.privateKey))).toEqual(['signature'])
})

test('a header without a key’s name picks no key where several would do', async () => {
  const [key] = keys
  if (!key) throw new Error('no key')
  const failed = async (published: readonly JWK[]) => {
    const { verification } = await verify(await mint(good, { kid: undefined }), published, expected)
    return verification.checks.flatMap(({ name, passed }) => (passed ? [] : [name]))
  }
  const elliptic = await exportJWK((await generateKeyPair('ES256', { extractable: true })).publicKey)
  expect(await failed([key, elliptic]), 'a key of another kind is no choice').toEqual([])
  expect(await failed([key, { ...key, kid: 'k2' }])).toEqual(['signature'])
})

test('a right signature under another algorithm’s name', async () => {
  const [, payload, signature] = (await mint(good)).split('.')
  const header = base64url.encode(JSON.stringify({ alg: 'none', kid: 'k1' }))
  expect(await failedChecks(`${header}.${payload}.${signature}`)).toEqual(['alg', 'signature'])
})

test('keys that are weak, of another kind or for another use are no keys', async () => {
  const weak = await crypto.subtle.generateKey(
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  )
  const elliptic = await exportJWK((await generateKeyPair('ES256', { extractable: true })).publicKey)
  const [key] = keys
  for (const useless of [
    { ...(await exportJWK(weak.publicKey)), kid: 'k1' },
    { ...elliptic, kid: 'k1' },
    { ...key, use: 'enc' },
    { ...key, e: 'AQ' },
    { ...key, key_ops: ['sign'] },
    { ...key, n: key?.n?.slice(1) },
    { ...key, kid: 'k2' },
    { ...key, alg: 'RS512' },
  ]) {
    const { verification } = await verify(await mint(good), [useless as (typeof keys)[number]], expected)
    const found = { phrase: 'no-such-key', values: ['k1', '1'] }
    expect(verification.checks).toContainEqual(expect.objectContaining({ name: 'signature', passed: false, found }))
  }
})

test.each([null, '', 5])('a header whose key is named %j names none, though the issuer has one of that name', async (kid) => {
  const [, payload, signature] = (await mint(good)).split('.')
  const header = base64url.encode(JSON.stringify({ alg: 'RS256', kid }))
  const published = keys.map((key) => ({ ...key, kid })) as unknown as readonly JWK[]
  const { verification } = await verify(`${header}.${payload}.${signature}`, published, expected)
  const check = verification.checks.find(({ name }) => name === 'signature')
  expect(check).toMatchObject({ passed: false, found: { phrase: 'no-such-key' } })
})

test('an issuer need not say what its key is for', async () => {
  const published = keys.map(({ use: _, alg: __, ...key }) => key)
  expect((await verify(await mint(good), published, expected)).verification.verified).toBe(true)
})

test('an issuer that publishes more of its key than it should is verified by what verifies', async () => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const whole = { ...(await exportJWK(privateKey)), kid: 'k1' }
  const { verification } = await verify(await mint(good, {}, privateKey), [whole], expected)
  expect(verification.verified).toBe(true)
})

test('a signature of the right key by another algorithm', async () => {
  const { privateKey, publicKey } = await generateKeyPair('PS256', { extractable: true })
  const { alg: _, ...published } = await exportJWK(publicKey)
  const jwt = await new CompactSign(new TextEncoder().encode(JSON.stringify(good)))
    .setProtectedHeader({ alg: 'PS256', kid: 'k1' })
    .sign(privateKey)
  const { verification } = await verify(jwt, [{ ...published, kid: 'k1' }], expected)
  expect(verification.checks.flatMap(({ name, passed }) => (passed ? [] : [name]))).toEqual(['alg', 'signature'])
})

test('the access token’s hash is compared where there is one', async () => {
  const hash = base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode('at'))).slice(0, 16))
  expect(await failedChecks(await mint({ ...good, at_hash: hash }), { accessToken: 'at' })).toEqual([])
  expect(await failedChecks(await mint({ ...good, at_hash: hash }), { accessToken: 'another' })).toEqual(['at_hash'])
  expect(await failedChecks(await mint(good), { accessToken: 'another' })).toEqual([])
  for (const none of ['', null])
    expect(await failedChecks(await mint({ ...good, at_hash: none }), { accessToken: 'at' })).toEqual(['at_hash'])
})

test('one key twice in the claims is refused, since parsers disagree on which counts', async () => {
  const [header, , signature] = (await mint(good)).split('.')
  const payload = base64url.encode(`{"sub":"ann","a":{"x":1,"y":{"x":1}},"list":[{"k":1},{"k":2}],"s\\u0075b":"eve"}`)
  const { verification } = await verify(`${header}.${payload}.${signature}`, keys, expected)
  expect(verification.verified).toBe(false)
  expect(verification.checks).toContainEqual({ name: 'keys', passed: false, wanted: { phrase: 'no-key-twice' }, found: 'sub' })
  expect(
    verification.checks.map(({ name }) => name),
    'the rest of the table is there',
  ).toContain('signature')
})

test('a wrong clock is named with its amount', async () => {
  const { verification } = await verify(await mint({ ...good, iat: now + 720 }), keys, expected)
  expect(verification.checks.find(({ name }) => name === 'iat')?.found).toEqual({
    phrase: 'time-and-distance',
    values: [`${now + 720}`, '720'],
  })
})

const first = { ...good, auth_time: now - 3000, nonce: 'n1' }
test.each<[string, object, readonly string[]]>([
  ['of the same login', { ...good, auth_time: now - 3000 }, []],
  ['without a nonce', { ...without('nonce'), auth_time: now - 3000 }, []],
  ['of somebody else', { ...good, auth_time: now - 3000, sub: 'eve' }, ['sub']],
  ['of another login', { ...good, auth_time: now }, ['auth_time']],
  ['with another nonce', { ...good, auth_time: now - 3000, nonce: 'n2' }, ['nonce']],
])('a renewed token %s', async (_, claims, wrong) => {
  expect(await failedChecks(await mint(claims), { renewed: first })).toEqual(wrong)
})

test.each<[string, Partial<Expected>, string]>([
  ['of a first sign-in only that it is not in the future', {}, 'not-later-than-now'],
  ['of a renewal that it is the first’s', { renewed: first }, 'time-of-login'],
  ['of a renewal whose first had none only that it is not in the future', { renewed: without('auth_time') }, 'not-later-than-now'],
])('of the time of sign-in is wanted %s', async (_, given, phrase) => {
  const { verification } = await verify(await mint(good), keys, { ...expected, ...given })
  expect(verification.checks.find(({ name }) => name === 'auth_time')?.wanted).toMatchObject({ phrase })
})

test('claims of a refused token can still be shown', async () => {
  const { token } = await verify(await mint({ ...good, iss: 'x' }), keys, expected)
  expect(token?.claims['sub']).toBe('a3f1')
})

test.each(['', '.', '..', 'a.b', 'a.b.c.d', 'not a token', 'W10.W10.AA'])('%j is no token, and no exception', async (jwt) => {
  expect(await failedChecks(jwt)).toEqual(['form'])
})

test('a signature is spelled in one way only', async () => {
  const jwt = await mint(good)
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const other = signs.at(signs.indexOf(jwt.slice(-1)) + 1) // the last sign has bits to spare
  expect(await failedChecks(`${jwt.slice(0, -1)}${other}`)).toEqual(['form'])
})

test('one key twice in the header is refused as well', async () => {
  const [, payload, signature] = (await mint(good)).split('.')
  const header = base64url.encode('{"alg":"RS256","kid":"k2","kid":"k1"}')
  expect(await failedChecks(`${header}.${payload}.${signature}`)).toEqual(['keys', 'signature'])
})

test('a token with something behind it is none', async () => {
  expect(await failedChecks(`${await mint(good)}.AA`)).toEqual(['form'])
})

test.each([
  ['text that is none', [0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]],
  ['a byte-order mark', [0xef, 0xbb, 0xbf, 0x7b, 0x7d]],
])('claims with %s are none', async (_, bytes) => {
  const [header, , signature] = (await mint(good)).split('.')
  expect(await failedChecks(`${header}.${base64url.encode(new Uint8Array(bytes))}.${signature}`)).toEqual(['form'])
})

test('a token of 65,536 characters is looked at, and one of a character more is not', async () => {
  expect(await failedChecks('x'.repeat(65_536))).toEqual(['form'])
  expect(await failedChecks('x'.repeat(65_537))).toEqual(['size'])
})

test('what is longer than any token is not even read', async () => {
  const { verification } = await verify('x'.repeat(70_000), keys, expected)
  expect(verification).toEqual({
    verified: false,
    checks: [{ name: 'size', passed: false, wanted: { phrase: 'at-most-characters', values: ['65536'] }, found: '70000' }],
  })
})
