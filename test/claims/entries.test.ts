import { describe, expect, test } from 'vitest'
import { plainDialect } from '../../src/claims/dialect'
import { entriesOf } from '../../src/claims/entries'
import atlassian from '../../src/sso-apps/dialects/atlassian'
import miniorange from '../../src/sso-apps/dialects/miniorange'

const id = {
  sub: '1',
  'cognito:username': 'ann',
  email: 'ann@a.example',
  email_verified: true,
  'cognito:groups': ['dev'],
  iat: 5,
  jti: 'a',
}
const userinfo = { sub: '1', username: 'ann', email: 'ann@b.example', email_verified: 'true', 'custom:team': 'Wiki' }
const access = { sub: '1', username: 'ann', 'cognito:groups': ['dev'], iat: 5, jti: 'b', scope: 'openid' }
const entries = entriesOf({ id, userinfo, access }, plainDialect)
const about = (name: string) => entries.find((entry) => entry.claim === name)

test('each claim tells in which sources it stands, that which counts first', () => {
  expect(about('sub')?.sources).toEqual(['id', 'userinfo', 'access'])
  expect(about('cognito:groups')?.sources).toEqual(['id', 'access'])
  expect(about('custom:team')?.sources).toEqual(['userinfo'])
  expect(about('scope')?.sources).toEqual(['access'])
})

test('the row shows what the ID token says, where it says anything', () => {
  expect(about('email')?.value).toBe('ann@a.example')
  expect(about('custom:team')?.value).toBe('Wiki')
})

test('userInfo’s “username” is the ID token’s “cognito:username”, one line for both', () => {
  expect(about('cognito:username')).toMatchObject({ sources: ['id', 'userinfo', 'access'], said: { id: 'ann', userinfo: 'ann' } })
  expect(about('username')).toBeUndefined()
  expect(entriesOf({ access }, plainDialect).some(({ claim }) => claim === 'username')).toBe(true)
})

test('a difference in what is said is told from one in how it is written', () => {
  expect(about('email')?.difference).toBe('value')
  expect(about('email_verified')?.difference).toBe('writing')
  expect(about('cognito:username')).not.toHaveProperty('difference')
})

test('groups in another order are the same groups; objects in another order may not be', () => {
  const differences = (one: unknown, other: unknown) =>
    entriesOf({ id: { x: one }, access: { x: other } }, plainDialect).map(({ difference }) => difference)
  expect(differences(['a', 'b'], ['b', 'a'])).toEqual([undefined])
  expect(differences(['a', 'b'], '["b","a"]')).toEqual(['writing'])
  expect(differences(['a', 'b'], ['a', 'c'])).toEqual(['value'])
  expect(differences([null, 'b'], ['b', null])).toEqual([undefined])
  expect(differences([{ a: 1 }, { a: 2 }], [{ a: 2 }, { a: 1 }])).toEqual(['value'])
  expect(differences(['a', { a: 1 }], [{ a: 1 }, 'a'])).toEqual(['value'])
})

test('what a token says of itself is no difference', () => {
  expect(about('jti')).not.toHaveProperty('difference')
})

test('identities are a list in the ID token and the same list as a text in userInfo', () => {
  const identities = [{ userId: '1', primary: 'true' }]
  const rows = entriesOf({ id: { identities }, userinfo: { identities: JSON.stringify(identities) } }, miniorange)
  expect(rows.map(({ name, difference }) => [name, difference])).toEqual([
    ['identities[0].userId', 'writing'],
    ['identities[0].primary', 'writing'],
  ])
})

test('a name that stands for a part of a claim has the kind and the number of that part', () => {
  const identities = [{ userId: '1' }, { userId: '2' }]
  const rows = entriesOf({ id: { identities, tenant: { id: 7, tags: ['x', 'y'] } } }, miniorange)
  expect(rows.map(({ name, kind, entries: count }) => [name, kind, count])).toEqual([
    ['identities[0].userId', 'text', undefined],
    ['identities[1].userId', 'text', undefined],
    ['tenant.id', 'number', undefined],
    ['tenant.tags', 'list', 2],
  ])
})

test.each([
  ['a', 'text'],
  ['', 'text'],
  [5, 'number'],
  [false, 'boolean'],
  [null, 'nothing'],
  [['a', 1], 'list'],
  [[], 'list'],
  [[{ a: 1 }], 'list-of-objects'],
  [{ a: 1 }, 'object'],
] as const)('%j is a value of the kind %s', (value, kind) => {
  expect(entriesOf({ id: { x: value } }, plainDialect)[0]?.kind).toBe(kind)
})

describe('a whole number beyond those that browsers count to', () => {
  const number = 9007199254740993n

  test.each([
    ['n', number, '9007199254740993'],
    ['list', [number, 1, 'a'], '[9007199254740993,1,"a"]'],
    ['object', { deep: [{ n: -number }] }, '{"deep":[{"n":-9007199254740993}]}'],
  ])('stands there with all its digits: %s', (claim, raw, value) => {
    expect(entriesOf({ id: { [claim]: raw } }, plainDialect)[0]).toMatchObject({ value, raw })
    expect(entriesOf({ id: { [claim]: raw } }, atlassian)[0]).toMatchObject({ value, raw })
  })

  test('has them in the spelling of miniOrange too, which takes lists and objects apart', () => {
    const claims = { n: number, list: [number, 'a'], object: { deep: [{ n: number }] } }
    expect(entriesOf({ id: claims }, miniorange).map(({ name, value, kind }) => [name, value, kind])).toEqual([
      ['list', '9007199254740993;"a"', 'list'],
      ['n', '9007199254740993', 'number'],
      ['object.deep[0].n', '9007199254740993', 'number'],
    ])
  })

  test('is no difference to userInfo, of which browsers have told what they make of it, and that it is a text there one of writing', () => {
    const differenceOf = (id: unknown, userinfo: unknown) =>
      entriesOf({ id: { n: id }, userinfo: { n: userinfo } }, plainDialect)[0]?.difference
    expect(differenceOf(number, Number(number))).toBeUndefined()
    expect(differenceOf([number], [Number(number)])).toBeUndefined()
    expect(differenceOf(number, '9007199254740993')).toBe('writing')
    expect(differenceOf(number, 7)).toBe('value')
    expect(differenceOf([number], [7])).toBe('value')
  })
})
