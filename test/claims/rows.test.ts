import { expect, test } from 'vitest'
import { plainDialect } from '../../src/claims/dialect'
import { rowsOf, search } from '../../src/claims/rows'
import atlassian from '../../src/sso-apps/dialects/atlassian'
import miniorange from '../../src/sso-apps/dialects/miniorange'

const claims = {
  exp: 1_800_000_000,
  'custom:team': 'Wiki',
  'cognito:groups': ['dev', 'ops'],
  zzz: true,
  email: 'ann@acme.example',
  address: { country: 'CH' },
  phone_number: null,
}

test('people come first, the organisation’s own claims next, the token’s own last', () => {
  expect(rowsOf(claims, plainDialect).map(({ claim }) => claim)).toEqual([
    'email',
    'cognito:groups',
    'phone_number',
    'address',
    'custom:team',
    'zzz',
    'exp',
  ])
})

test('miniOrange sees parts by their path, lists as quoted words, and nothing as empty', () => {
  const rows = rowsOf(claims, miniorange)
  const about = (name: string) => rows.find((row) => row.name === name)
  expect(about('address.country')).toMatchObject({ value: '"CH"', claim: 'address', meaning: 'address' })
  expect(about('cognito:groups')).toMatchObject({ value: '"dev";"ops"', claim: 'cognito:groups', meaning: 'groups', entries: 2 })
  expect(about('phone_number')).toMatchObject({ value: '', claim: 'phone_number', meaning: 'phone_number' })
})

test('Atlassian’s built-in SSO wants ${email} here and plain cognito:groups there', () => {
  const names = rowsOf(claims, atlassian).map(({ name }) => name)
  expect(names).toContain('$' + '{email}')
  expect(names).toContain('cognito:groups')
})

test('times are known as times, as numbers and as userInfo’s texts, and nothing else is', () => {
  const timeOf = (value: unknown) => rowsOf({ exp: value }, plainDialect)[0]?.time
  expect(timeOf(1_800_000_000)).toBe(1_800_000_000)
  expect(timeOf('1800000000')).toBe(1_800_000_000)
  for (const text of ['soon', '', 'x1800000000', '1800000000 or so', '1234567890123', '1e3']) expect(timeOf(text), text).toBeUndefined()
  for (const value of [true, null, [1], Number.NaN, Number.POSITIVE_INFINITY]) expect(timeOf(value)).toBeUndefined()
  expect(rowsOf({ exp: 'soon' }, plainDialect)[0]).not.toHaveProperty('time')
  expect(timeOf(1e300)).toBeUndefined()
  expect(timeOf(8.64e12), 'the end of time').toBeUndefined()
  expect(rowsOf({ birthdate: 1_800_000_000 }, plainDialect)[0]?.time).toBeUndefined()
})

test('groups of a provider without Cognito’s prefix mean the same, and its other claims nothing that is Cognito’s alone', () => {
  const rows = rowsOf({ groups: ['dev'], roles: ['x'], 'cognito:roles': ['y'] }, plainDialect)
  expect(Object.fromEntries(rows.map(({ name, meaning }) => [name, meaning]))).toEqual({
    groups: 'groups',
    roles: undefined,
    'cognito:roles': 'roles',
  })
})

test('a claim that nobody knows has no meaning, one of the pool’s own attributes has that of all of them', () => {
  expect(rowsOf({ zzz: 1 }, plainDialect)[0]).not.toHaveProperty('meaning')
  expect(rowsOf({ 'dev:custom:x': 1 }, plainDialect)[0]?.meaning).toBe('custom')
  expect(rowsOf({ 'acme:custom:x': 1 }, plainDialect)[0]).not.toHaveProperty('meaning')
  expect(rowsOf({ toString: 1 }, plainDialect)[0]).not.toHaveProperty('meaning')
})

test('searching finds every word, in names and values, whatever the case', () => {
  const rows = rowsOf(claims, miniorange)
  expect(search(rows, 'COGNITO ops').map(({ name }) => name)).toEqual(['cognito:groups'])
  expect(search(rows, '  ')).toHaveLength(rows.length)
  expect(search(rows, ' wiki ').map(({ name }) => name)).toEqual(['custom:team'])
  expect(search(rows, 'nobody')).toEqual([])
})

test('a claim called __proto__ is a claim like any other', () => {
  const hostile = JSON.parse('{"__proto__": "x", "constructor": "y"}') as Record<string, unknown>
  expect(rowsOf(hostile, plainDialect).map(({ name, value }) => [name, value])).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ])
})
