import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redacted } from '../../src/claims/redact'
import { shapeOf, shapeOfAddress } from '../../src/claims/shape'

const groups = { groups: ['cognito:groups'] }

test.each([
  ['Ann Archer', 'Xxx Xxxxxx'],
  ['o’Neill-2', 'x•Xxxxx-9'],
  ['+49 151 1234', '+99 999 9999'],
  [' 王 小明 ', ' x xx '],
  ['🦉', '•'],
  ['Jose\u0301', 'Xxxxx'],
  ['\u200bWiki', '\u200bXxxx'],
  ['[dev, ops]', '[xxx, xxx]'],
])('%s keeps its form alone: %s', (text, shape) => {
  expect(shapeOf(text)).toBe(shape)
})

test.each([
  ['Ann.Archer@Acme.example', 'Xxx.Xxxxxx@Acme.example'],
  ['ann@localhost', 'xxx@xxxxxxxxx'],
  ['p@ss@word.org', 'x@xx@xxxx.xxx'],
  ['see ann@acme.example', 'xxx xxx@xxxx.xxxxxxx'],
  ['ann@acme.example (Ann)', 'xxx@xxxx.xxxxxxx (Xxx)'],
  ['Google_105', 'Xxxxxx_999'],
  ['ann@acme.x', 'xxx@xxxx.x'],
  ['ann@acme', 'xxx@xxxx'],
])('of %s the domain stays if that is all it is: %s', (text, shape) => {
  expect(shapeOfAddress(text)).toBe(shape)
})

test('names, types, lists, times, the issuer and groups stay; people do not', () => {
  const claims = {
    sub: '3f1c2a9e-0c5b',
    email: 'ann@acme.example',
    email_verified: true,
    name: 'Ann Archer',
    'cognito:groups': ['dev', 'ops'],
    'cognito:roles': ['arn:aws:iam::123456789012:role/wiki'],
    'custom:backup': 'boss@rival.example',
    level: -5.25,
    long: -12345678901234567890n,
    identities: [{ userId: '105', primary: 'true', dateCreated: null }],
    exp: 1_800_000_000,
    iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC',
    nonce: 'n-0S6_WzA2Mj',
  }
  expect(redacted(claims, groups)).toEqual({
    sub: '9x9x9x9x-9x9x',
    email: 'xxx@acme.example',
    email_verified: true,
    name: 'Xxx Xxxxxx',
    'cognito:groups': ['dev', 'ops'],
    'cognito:roles': ['xxx:xxx:xxx::999999999999:xxxx/xxxx'],
    'custom:backup': 'xxxx@xxxxx.xxxxxxx',
    level: 9.99,
    long: 99999999999999999999n,
    identities: [{ userId: '999', primary: 'xxxx', dateCreated: null }],
    exp: 1_800_000_000,
    iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC',
    nonce: 'x-9X9_XxX9Xx',
  })
})

test('groups can be hidden too', () => {
  expect(redacted({ 'cognito:groups': ['dev', 'Ops'] }, { groups: [] })).toEqual({ 'cognito:groups': ['xxx', 'Xxx'] })
})

test('whoever names the wrong claim as that of groups publishes nobody', () => {
  expect(redacted({ email: 'ann@acme.example' }, { groups: ['email'] })).toEqual({ email: 'xxx@acme.example' })
  expect(redacted({ teams: ['dev', 'ann@acme.example', 7] }, { groups: ['teams'] })).toEqual({ teams: ['dev', 'xxx@xxxx.xxxxxxx', 9] })
})

test('members that are data themselves are hidden, and none is lost', () => {
  expect(redacted({ tenants: { id: 7, 'ann@acme': 'x', 'bob@acme': 'y' } }, groups)).toEqual({
    tenants: { id: 9, 'xxx@xxxx 2': 'x', 'xxx@xxxx 3': 'x' },
  })
})

test('a person who is the name of a member is hidden like any other', () => {
  expect(redacted({ acl: { annsmith: 'admin', Bob: ['x'] } }, groups)).toEqual({ acl: { 'xxxxxxxx 1': 'xxxxx', 'Xxx 2': ['x'] } })
})

test('a value nested beyond all reason ends somewhere', () => {
  const deep = JSON.parse(`${'['.repeat(20_000)}"secret"${']'.repeat(20_000)}`) as unknown
  expect(JSON.stringify(redacted({ deep }, groups))).not.toContain('secret')
})

describe('redaction tells nothing but the form', () => {
  const sorts = [/[a-z]/, /[A-Z]/, /[0-9]/]
  const alphabet = [...'abcxyzéß', ...'ABCXYZÉ', ...'0123456789', ...' @._-+:/;,[]"\'(){}#&=|\\\n🦉王']
  /** A sign, and another of its sort: whoever sees only the form cannot tell which it was. */
  const pair = fc.constantFrom(...alphabet).chain((sign) => {
    const sort = sorts.find((one) => one.test(sign))
    return fc.tuple(fc.constant(sign), sort ? fc.constantFrom(...alphabet.filter((other) => sort.test(other))) : fc.constant(sign))
  })
  const texts = fc
    .array(pair, { maxLength: 40 })
    .map((pairs) => [pairs.map(([one]) => one).join(''), pairs.map(([, other]) => other).join('')])
  const numbers = fc.integer({ min: 1000, max: 9999 }).map((number) => [number, 10_999 - number])
  const { value } = fc.letrec<{ value: readonly unknown[] }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      texts,
      numbers,
      fc.boolean().map((flag) => [flag, flag]),
      fc.array(tie('value'), { maxLength: 4 }).map((pairs) => [pairs.map(([one]) => one), pairs.map(([, other]) => other)]),
      fc
        .dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie('value'), { maxKeys: 4 })
        .map((pairs) => [0, 1].map((side) => Object.fromEntries(Object.entries(pairs).map(([name, pair]) => [name, pair[side]])))),
    ),
  }))
  const hidden = ['sub', 'name', 'given_name', 'phone_number', 'custom:team', 'zzz', 'identities', 'nonce', 'jti', 'cognito:roles']

  test('two people whose claims have the same form look the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...hidden), value, (claim, [one, other]) => {
        expect(redacted({ [claim]: one }, groups)).toEqual(redacted({ [claim]: other }, groups))
      }),
    )
  })

  test('of an address only the domain is told', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('email', 'username', 'cognito:username', 'preferred_username'),
        texts,
        (claim, [one = '', other = '']) => {
          fc.pre(!/[\s@]/.test(one) && one !== '')
          expect(redacted({ [claim]: `${one}@acme.example` }, groups)).toEqual(redacted({ [claim]: `${other}@acme.example` }, groups))
        },
      ),
    )
  })

  test('no four letters or digits in a row come through', () => {
    fc.assert(
      fc.property(fc.constantFrom(...hidden), fc.stringMatching(/^[a-wA-W0-8]{4,24}$/), (claim, secret) => {
        const shown = JSON.stringify(Object.values(redacted({ [claim]: secret, 'custom:x': [[secret]] }, groups)))
        for (let start = 0; start + 4 <= secret.length; start += 1) expect(shown).not.toContain(secret.slice(start, start + 4))
      }),
    )
  })
})
