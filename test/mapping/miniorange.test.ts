import { describe, expect, test } from 'vitest'
import type { CautionCode } from '../../src/mapping/caution'
import { unknownDirectory } from '../../src/mapping/directory'
import { javaMatch } from '../../src/mapping/matcher'
import type { MappingSettings } from '../../src/settings/catalog'
import { semanticsOf } from '../../src/sso-apps/mapping'
import { ann, existing, type Settings, settingsFor, stranger, verdictOf } from './cases/case'

type More = Parameters<typeof verdictOf>[1]['more']
const { 'cognito:groups': _, ...ungrouped } = ann
const { email: ___, ...unaddressed } = ungrouped
const { name: __, ...unnamed } = ann
const rules = [{ confluenceGroup: 'developers', when: 'dev' }]
const unfit = [{ confluenceGroup: 'developers', when: 'nobody' }]
const off = { enabled: false } as const
const byName = { mode: 'on-the-fly' } as const
const losing = { ...off, ...byName, keepExisting: false } as const

/** When a caution is told, and when it is not: settings, what is known, and claims. */
const cautions: Partial<Record<CautionCode, Readonly<Record<'told' | 'not', readonly (readonly [Settings, More?, object?])[]>>>> = {
  'new-users-get-groups': {
    told: [
      [{ groups: { ...off, rules: [{ confluenceGroup: 'operators', when: 'nobody' }, ...rules] } }],
      [{ groups: { ...off, ...byName } }],
    ],
    not: [
      [{ groups: { ...off, rules: unfit } }],
      [{ groups: { ...off, rules } }, existing([])],
      [{ groups: { rules } }],
      [{ groups: { ...off, ...byName, filter: 'starts-with', filterText: 'x' } }],
    ],
  },
  'loses-groups-though-off': {
    told: [[{ groups: losing }, existing([])]],
    not: [
      [{ groups: losing }],
      [{ groups: { ...losing, enabled: true } }, existing([])],
      [{ groups: { ...losing, keepExisting: true } }, existing([])],
      [{ groups: { ...losing, filter: 'starts-with', filterText: 'x' } }, existing([])],
    ],
  },
  'rules-still-act': {
    told: [[{ groups: { ...byName, rules } }]],
    not: [[{ groups: { rules } }], [{ groups: byName }], [{ groups: { ...byName, ...off, rules } }]],
  },
  'replacement-acts-on-rules': {
    told: [[{ groups: { replacePattern: '(d)', replaceWith: '$1', rules } }]],
    not: [
      [{ groups: { replacePattern: '(d)', replaceWith: '$1' } }],
      [{ groups: { ...byName, replacePattern: '(d)', replaceWith: '$1', rules } }],
      [{ groups: { replacePattern: ' ', rules } }],
    ],
  },
  'email-as-username': {
    told: [[{ matchBy: 'email' }], [{ username: '' }]],
    not: [[{ username: 'email' }], [{ matchBy: 'email' }, existing([])], [{}]],
  },
  'upper-case': {
    told: [[{}, {}, { 'cognito:username': 'Ann' }]],
    not: [[{}, existing([]), { 'cognito:username': 'Ann' }], [{}]],
  },
  'email-cleared': {
    told: [[{}, existing([]), { email: undefined, 'cognito:groups': undefined }]],
    not: [
      [{ enabled: false }, existing([]), { email: undefined, 'cognito:groups': undefined }],
      [{}, existing([])],
    ],
  },
  'no-name': {
    told: [[{}, {}, { name: ' ' }], [{ fullName: 'nickname' }]],
    not: [[{}]],
  },
  'beyond-ascii': {
    told: [
      [{}, {}, { 'cognito:groups': ['dev', 'Grün'] }],
      [{}, {}, { 'cognito:username': 'jürgen' }],
    ],
    not: [[{}], [{}, {}, { name: 'Jürgen Größe' }], [{ createUsers: false }, stranger([]), { 'cognito:groups': ['Grün'] }]],
  },
  'default-unset': {
    told: [[{ groups: { defaultGroups: [] } }], [{ groups: { defaultGroups: [], defaultFor: 'all', ...off } }, existing([])]],
    not: [
      [{}],
      [{ groups: { defaultGroups: [], defaultFor: 'none' } }],
      [{ groups: { defaultGroups: [] } }, existing([])],
      [{ groups: { defaultGroups: [], ...byName } }],
    ],
  },
  'default-missing': {
    told: [[{}, stranger([])]],
    not: [
      [{ groups: { defaultFor: 'none' } }, stranger([])],
      [{}, stranger(['Confluence-Users'])],
    ],
  },
}

describe.each(Object.entries(cautions))('miniOrange: the caution %s', (code, { told, not }) => {
  const codes = ([settings, more, claims]: (typeof told)[number]): readonly string[] => {
    const all = Object.entries({ ...ann, ...claims }).filter(([, value]) => value !== undefined)
    return verdictOf('miniorange', { claims: Object.fromEntries(all), settings, ...(more && { more }) }).cautions.map((one) => one.code)
  }

  test.each(told.map((one) => [JSON.stringify(one), one] as const))('is told of %s', (_title, one) => {
    expect(codes(one)).toContain(code)
  })

  test.each(not.map((one) => [JSON.stringify(one), one] as const))('is not told of %s', (_title, one) => {
    expect(codes(one)).not.toContain(code)
  })
})

describe('miniOrange: the address', () => {
  const emailOf = (email: string, claims: Record<string, unknown> = ungrouped) =>
    verdictOf('miniorange', { claims, settings: { email } }).email

  test.each([
    ['email', ungrouped, { value: 'ann@acme.com', from: 'email', how: 'taken' }],
    [' mail ; email ', ungrouped, { value: 'ann@acme.com', from: 'email', how: 'taken' }],
    ['mail;\u00a0email', ungrouped, { value: 'ann@acme.com', how: 'guessed' }],
    ['mail', ungrouped, { value: 'ann@acme.com', how: 'guessed' }],
    ['', ungrouped, { value: 'ann@acme.com', how: 'guessed' }],
    ['mail', unaddressed, { value: '', how: 'absent' }],
    [' ', unaddressed, { value: '', how: 'unset' }],
    ['email', { ...ann, email: ' ', other: 'ANN@ACME.COM' }, { value: 'ANN@ACME.COM', how: 'guessed' }],
    ['', { ...unaddressed, a: 'see ann@acme.com', b: 'ann@acme.com!', c: 'ann@acme.example' }, { value: '', how: 'unset' }],
  ])('by %j', (email, claims, expected) => {
    expect(emailOf(email, claims)).toEqual(expected)
  })
})

describe('miniOrange: the user name', () => {
  test.each([' ^[^@]+ ', '^[^@]+'])('is cut by %j', (usernamePattern) => {
    expect(verdictOf('miniorange', { settings: { username: 'email', usernamePattern } }).account).toBe('ann')
  })

  test('that is nothing but blanks is not cut, and nobody comes in by it where there is no address either', () => {
    const claims = { ...unaddressed, 'cognito:username': ' ' }
    const { username, refusal } = verdictOf('miniorange', { claims, settings: { usernamePattern: '.' } })
    expect([username.how, refusal]).toEqual(['taken', { code: 'nothing-to-go-by' }])
  })

  test('that is looked for by e-mail may be missing, unless a pattern is to cut it', () => {
    const settings = { username: 'nickname', matchBy: 'email' } as const
    expect(verdictOf('miniorange', { claims: ungrouped, settings: { ...settings, usernamePattern: ' ' } })).not.toHaveProperty('refusal')
    expect(verdictOf('miniorange', { settings: { ...settings, usernamePattern: '.' } }).refusal).toEqual({
      code: 'no-username',
      attribute: 'nickname',
    })
  })
})

test('miniOrange: a group that a row and a name in the token ask for in other letters is joined, not left', () => {
  const groups = { rules: [...unfit, { confluenceGroup: ' Developers ', when: 'dev' }] }
  const { memberships } = verdictOf('miniorange', { claims: unnamed, settings: { groups }, more: existing(['developers']) })
  expect(memberships.find(({ group }) => group === 'developers')).toMatchObject({
    change: 'kept',
    because: { by: 'rule', rule: 1, value: 'dev' },
  })
})

describe('miniOrange: settings that are being typed, before anything is taken from their ends', () => {
  const { judge, reads } = semanticsOf('miniorange')
  const plain = settingsFor('miniorange', { username: 'email', groups: { mode: 'on-the-fly', defaultFor: 'none' } })
  const judged = (mapping: MappingSettings, claims: Record<string, unknown> = ann) =>
    judge({ claims, mapping, allowedDomains: [], directory: unknownDirectory, assume: 'new' }, javaMatch())
  const groupsBy = (replacePattern: string, replaceWith = '') =>
    judged({ ...plain, groups: { ...plain.groups, replacePattern, replaceWith } }).received.map(({ becomes }) => becomes)

  test('blanks around a pattern do not count, and blanks alone are none', () => {
    expect(judged({ ...plain, usernamePattern: ' ^[^@]+ ' }).account).toBe('ann')
    expect(judged({ ...plain, usernamePattern: ' ' }).username.how).toBe('taken')
    expect(groupsBy(' (.)e ', ' $1 ')).toEqual(['d', 'ops'])
    expect(groupsBy(' ')).toEqual(['dev', 'ops'])
    expect(judged({ ...plain, groups: { ...plain.groups, mode: 'manual', rules, replacePattern: ' ' } }).cautions).toEqual([])
  })

  test('blanks around names of attributes and a filter do not count: the app takes them away when it saves', () => {
    const names = { username: ' cognito:username', email: 'email\t', fullName: ' name ' } as const
    const groups = { ...plain.groups, attribute: ' cognito:groups ', filter: 'starts-with', filterText: ' de ' } as const
    const typed = { ...plain, ...names, groups }
    const { account, email, name, received } = judged(typed)
    expect([account, email.value, name.value]).toEqual(['ann', 'ann@acme.com', 'Ann Archer'])
    expect(received.map(({ fate }) => fate)).toEqual(['joined', 'filtered'])
    expect(judged({ ...plain, fullName: '', firstName: 'given_name ', lastName: ' family_name' }).name.value).toBe('Ann Archer')
    expect(reads(typed)).toMatchObject({ username: 'cognito:username', name: [['name']], groups: 'cognito:groups' })
    expect(judged({ ...typed, matchBy: 'email' })).not.toHaveProperty('refusal')
  })

  test('a blank that does not break counts at the end of a pattern', () => {
    expect(judged({ ...plain, usernamePattern: '^[^@]+\u00a0' }).username.how).toBe('uncut')
    expect(groupsBy('(.)e\u00a0', '$1')).toEqual(['dev', 'ops'])
  })

  test('a pattern of blanks alone needs no user name where people are found by e-mail', () => {
    const byEmail = { ...plain, matchBy: 'email', username: 'nickname', usernamePattern: ' ' } as const
    expect(judged(byEmail, ungrouped)).not.toHaveProperty('refusal')
    expect(reads({ ...byEmail, usernamePattern: ' . ' }).usernameNeeds).toEqual(['nickname'])
  })

  test('an address for which no attribute is set is looked for as usual', () => {
    for (const email of ['', ' ', ';']) expect(reads({ ...plain, email }).email, email).toEqual([['email']])
    expect(reads({ ...plain, email: ' mail ; email ;' }).email).toEqual([['mail'], ['email']])
  })
})
