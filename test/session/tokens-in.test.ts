import { describe, expect, test, vi } from 'vitest'
import cognito from '../../src/providers/cognito'
import oidc from '../../src/providers/oidc'
import { judgePasted, voucherFor } from '../../src/session/judge-pasted'
import { tokensIn } from '../../src/session/tokens-in'
import { resolve } from '../../src/settings/resolve'
import { jwt, part } from './unsigned'

const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
const id = jwt({ sub: '1', token_use: 'id', iss: issuer })
const access = jwt({ sub: '1', token_use: 'access', iss: issuer })

/** With a signature as long as one by an RSA key of 2048 bits. */
const signed = `${part({ alg: 'RS256', kid: 'k' })}.${part({ sub: '1', token_use: 'id', iss: issuer })}.${'c2lnbmF0dXJl'.repeat(28)}c2lnbm`
const unsigned = id.slice(0, id.lastIndexOf('.'))
const encrypted = `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.aaaaaaaa.bbbbbbbb.cccccccc.dddddddd`
const folded = (text: string, width: number) => text.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\n') ?? ''

describe('in whatever is pasted, the tokens are found', () => {
  test.each([
    ['a bare token', id, { id }],
    ['with blanks around it', `\n  ${id} \n`, { id }],
    ['in quotes', `"${id}",`, { id }],
    ['as a header', `Authorization: Bearer ${access}`, { access }],
    ['an answer of the token endpoint', JSON.stringify({ id_token: id, access_token: access, expires_in: 3600 }), { id, access }],
    ['the address of a redirect', `https://wiki.acme.com/callback#id_token=${id}&access_token=${access}&state=x`, { id, access }],
    ['a token that was broken into lines', id.match(/.{1,30}/g)?.join('\r\n') ?? '', { id }],
    ['a token that was broken in its signature', `${signed.slice(0, -100)}\n${signed.slice(-100)}`, { id: signed }],
    ['a broken signature that nobody knows the length of', `${id.slice(0, -3)}\r\n ${id.slice(-3)}\n`, { id }],
    ['a header as mail programs fold it', folded(`Authorization: Bearer ${signed}`, 76), { id: signed }],
    ['folded JSON', folded(JSON.stringify({ id_token: signed, expires_in: 3600 }), 80), { id: signed }],
    ['the end of a sentence', `The token is ${id}. It is new.`, { id }],
    ['a token before dots', `token ${id}...`, { id }],
    ['a token with words behind it', `${id} is the token\nof Ann`, { id }],
    ['one token a line', `${id}\n${access}\n`, { id, access }],
    ['names above tokens', `id_token\n${signed}\naccess_token\n${access}`, { id: signed, access }],
    ['names before tokens', `id: ${id}\naccess: ${access}`, { id, access }],
    ['words that begin as tokens do', `eyJ begins a token and eyJ0 too as in ${id}`, { id }],
    ['one whose signature was left out', unsigned, { id: `${unsigned}.` }],
    ['one whose signature was hidden', `${unsigned}.***`, { id: `${unsigned}.` }],
    ['one with signs in it that nobody sees', `\ufeff${id.slice(0, 20)}\u200b${id.slice(20)}`, { id }],
    ['one that is filled up, as load balancers hand it on', id.replaceAll('.', '==.'), { id }],
    [
      'a command line',
      `curl -H 'Accept: */*' -H "Authorization: Bearer ${access}" --data 'id_token=${id}&x=y' --compressed`,
      { id, access },
    ],
    ['cookies', `Cookie: CognitoIdentityServiceProvider.7abc.ann.idToken=${id}; Path=/`, { id }],
    ['an address that was encoded', encodeURIComponent(`https://wiki.acme.com/callback#id_token=${id}&state=x`), { id }],
    ['an answer with a refresh token', JSON.stringify({ refresh_token: encrypted, id_token: id }), { id }],
    ['a token that does not say what it is for', jwt({ sub: '1' }), { id: jwt({ sub: '1' }) }],
  ])('%s', (_, text, found) => {
    expect(tokensIn(text)).toEqual(found)
  })

  test.each([
    ['   ', 'nothing'],
    ['hello, world', 'no-token'],
    ['www.acme.example/wiki.html', 'no-token'],
    ['https://ec2-11-22-33-44.eu-west-1.compute.amazonaws.com/x', 'no-token'],
    ['eyJhbGciOi', 'no-token'],
    [jwt({ x: 'y'.repeat(60_000) }), 'token-too-long'],
    [encrypted, 'encrypted'],
    [signed.slice(0, 34), 'cut-off'],
    [`${signed.slice(0, 70)}…`, 'cut-off'],
    [`${part({ alg: 'RS256' })}.${part({ sub: '1' }).slice(0, 6)}.`, 'cut-off'],
    ['x'.repeat(600_000), 'too-long'],
  ])('%.40s: %s', (text, wrong) => {
    expect(tokensIn(text)).toEqual({ wrong })
  })
})

test.each(['eyJ', 'x', ' ', '\n', 'eyJ ', '.'])('half a megabyte of %j is read at once', (text) => {
  const before = process.cpuUsage()
  expect(tokensIn(text.repeat(500_000 / text.length))).toHaveProperty('wrong')
  // Of the processor, in microseconds: a busy machine takes its time over anything.
  expect(process.cpuUsage(before).user).toBeLessThan(5_000_000)
})

describe('who can vouch for a pasted token', () => {
  const { settings } = resolve({ providers: [{ id: 'acme', region: 'eu-west-1', userPoolId: 'eu-west-1_AbCdEf123', clientId: '7' }] }, {})
  const kindOf = (iss: unknown) => voucherFor(jwt({ iss }), settings.providers, [cognito]).kind

  test('a pool of the settings, by either form of its issuer', () => {
    expect(kindOf(issuer)).toBe('configured')
    expect(kindOf(issuer.replace('cognito-idp', 'issuer-cognito-idp'))).toBe('configured')
  })

  test('not a provider whose issuer has not been entered yet, for a token without one', () => {
    const { settings: unfinished } = resolve({ providers: [{ id: 'new', kind: 'oidc', clientId: '7' }] }, {})
    expect(voucherFor(jwt({ sub: '1' }), unfinished.providers, [oidc]).kind).toBe('unknown')
  })

  test('another pool of Amazon’s, if it is asked', () => {
    expect(kindOf('https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Xyz')).toBe('reachable')
    expect(kindOf('https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_Xyz')).toBe('reachable')
  })

  test.each([
    'https://evil.example/cognito-idp.us-east-1.amazonaws.com/x',
    'https://cognito-idp.us-east-1.amazonaws.com.evil.example/us-east-1_X',
    'http://cognito-idp.us-east-1.amazonaws.com/us-east-1_X',
    'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_X/../../x',
    'https://user@cognito-idp.us-east-1.amazonaws.com/us-east-1_X',
    'https://s3.us-east-1.amazonaws.com/bucket',
    '',
    7,
  ])('nobody for an issuer that only looks like one: %s', (iss) => {
    expect(kindOf(iss)).toBe('unknown')
  })

  test('a pool that cannot be asked is a problem with words, not an exception', async () => {
    const voucher = { kind: 'reachable', issuer, jwks: 'https://cognito-idp.invalid/jwks.json', provider: cognito } as const
    expect(await judgePasted(id, voucher, 0)).toMatchObject({ problem: { code: 'keys-unreachable' } })
  })
})

test('a thousand tokens that name keys of their own make the pool answer once in ten seconds at most', async () => {
  const asked = vi.fn(async () => Response.json({ keys: [{ kty: 'RSA', kid: 'known', n: 'AQAB', e: 'AQAB' }] }))
  vi.stubGlobal('fetch', asked)
  const voucher = { kind: 'reachable', issuer, jwks: `${issuer}/.well-known/jwks.json`, provider: cognito } as const
  const start = 1_800_000_000
  for (let index = 0; index < 1000; index += 1) {
    const stranger = `${part({ alg: 'RS256', kid: `made-up-${index}` })}.${part({ sub: '1', token_use: 'id', iss: issuer })}.c2lnbmF0dXJl`
    expect(await judgePasted(stranger, voucher, start + index * 0.02)).toMatchObject({ verified: false })
  }
  // Once for the keys, and in the twenty seconds that passed once at ten and perhaps once at twenty.
  expect(asked.mock.calls.length).toBeLessThanOrEqual(3)
  expect(asked.mock.calls.length).toBeGreaterThanOrEqual(2)
  vi.unstubAllGlobals()
})
