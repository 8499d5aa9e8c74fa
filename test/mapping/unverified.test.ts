import { describe, expect, test } from 'vitest'
import { unknownDirectory } from '../../src/mapping/directory'
import { javaMatch } from '../../src/mapping/matcher'
import { semanticsOf } from '../../src/sso-apps/mapping'
import { ann, existing, type Settings, settingsFor, summary, verdictOf } from './cases/case'

/** Of Kantega's app nothing is known. */
const judged = (settings: Settings, more: Parameters<typeof verdictOf>[1]['more'] = {}, claims: Record<string, unknown> = ann) => {
  const verdict = verdictOf('kantega', { claims, settings, more })
  return { ...summary(verdict), verdict }
}

test('a profile is set for whoever is new, brought up to date for others, or left where nobody maps it', () => {
  expect(judged({}).profile).toBe('set')
  expect(judged({ enabled: false }).profile).toBe('set')
  expect(judged({}, existing([])).profile).toBe('updated')
  expect(judged({ enabled: false }, existing([])).profile).toBe('left')
})

describe('who it is', () => {
  test('is cut by a pattern without blanks around it, where there is a name to cut', () => {
    expect(judged({ username: 'email', usernamePattern: ' ^[^@]+ ' }).account).toBe('ann')
    expect(judged({ username: 'nickname', usernamePattern: 'x' }).verdict.username).toEqual({ value: '', from: 'nickname', how: 'absent' })
    expect(judged({ username: '' }).verdict.username).toEqual({ value: '', how: 'unset' })
  })

  test('is the name that the account has, in lower case, however it is found', () => {
    const directory = { accounts: [{ username: 'Ann.A', exists: true, email: 'ann@acme.com', groups: [] }] } as const
    expect(judged({ matchBy: 'email' }, { directory }).account).toBe('ann.a')
    expect(judged({ matchBy: 'email' }, { assume: 'existing' }).account).toBe('')
    expect(judged({ matchBy: 'email' }).account).toBe('ann')
    expect(judged({ matchBy: 'email', username: '' }).account).toBe('ann@acme.com')
    expect(judged({}, {}, { ...ann, 'cognito:username': 'ANN' }).account).toBe('ann')
    expect(judged({}, { assume: 'existing' }).account).toBe('ann')
  })
})

test('the name is the full one, or put together, and it is told where it comes from', () => {
  const none = { fullName: '', firstName: '', lastName: '' }
  expect(judged({ ...none, fullName: 'name' }).verdict.name).toEqual({ value: 'Ann Archer', from: 'name', how: 'taken' })
  expect(judged({ ...none, fullName: 'nickname' }).verdict.name).toEqual({ value: '', from: 'nickname', how: 'absent' })
  expect(judged({ ...none, lastName: 'family_name' }).verdict.name).toEqual({ value: ' Archer', from: 'family_name', how: 'taken' })
  expect(judged({ ...none, firstName: 'a', lastName: 'b' }).verdict.name).toEqual({ value: ' ', from: 'a + b', how: 'absent' })
  expect(judged(none).verdict.name).toEqual({ value: '', how: 'unset' })
})

describe('who is not let in', () => {
  const refusals: readonly [string, Settings, Parameters<typeof judged>[1], string][] = [
    ['a pattern that Java refuses', { usernamePattern: '(?P<n>a)(?>b)?' }, {}, 'pattern'],
    ['a pattern for groups that Java refuses', { groups: { replacePattern: '(?<my_group>[a&&b])', replaceWith: '$1' } }, {}, 'pattern'],
    ['another domain', {}, { allowedDomains: ['b.com'] }, 'domain'],
    ['nobody to be made', { createUsers: false }, {}, 'no-account'],
    ['no rule that fits', { groups: { restrictToMapped: true, rules: [{ confluenceGroup: 'x', when: 'y' }] } }, {}, 'no-mapped-group'],
  ]
  test.each(refusals)('by %s', (_, settings, more, code) => {
    const { refusal, verdict } = judged(settings, more)
    expect([refusal.code, verdict.memberships, verdict.others]).toEqual([code, [], 'kept'])
    expect(verdict.received.every(({ fate }) => fate === 'unused')).toBe(true)
  })

  const admitted: readonly [string, Settings, Parameters<typeof judged>[1]][] = [
    ['has an account, and none may be made', { createUsers: false }, existing([])],
    ['has an account, and no rule fits', { groups: { restrictToMapped: true } }, existing([])],
    ['joins groups by their names', { groups: { restrictToMapped: true, mode: 'on-the-fly' } }, {}],
    [
      'has one rule that fits of two',
      { groups: { restrictToMapped: true, rules: ['nobody', 'dev'].map((when) => ({ confluenceGroup: when, when })) } },
      {},
    ],
    ['is new, and rules do not matter', { groups: { restrictToMapped: false } }, {}],
  ]
  test.each(admitted)('whoever %s is', (_, settings, more) => {
    expect(judged(settings, more).verdict).not.toHaveProperty('refusal')
  })
})

describe('groups', () => {
  const rules = [
    { confluenceGroup: ' Developers ', when: ';dev;' },
    { confluenceGroup: ' operators ', when: 'nobody' },
    { confluenceGroup: 'developers', when: 'ops' },
  ]

  test('are joined and left by rules, the last that fits giving the reason', () => {
    const { verdict } = judged({ groups: { rules } }, existing(['operators', 'other']))
    expect(verdict.memberships.filter(({ group }) => group !== 'confluence-users')).toEqual([
      { group: 'operators', change: 'removed', because: { by: 'unmatched-rule', rule: 1 } },
      { group: 'other', change: 'kept', because: { by: 'untouched' } },
      { group: 'developers', change: 'added', because: { by: 'rule', rule: 2, value: 'ops' } },
    ])
  })

  test('are asked for by every rule for them, and not by the first alone', () => {
    const twice = ['nobody', 'dev'].map((when) => ({ confluenceGroup: 'developers', when }))
    expect(judged({ groups: { rules: twice } }).rules).toEqual(['unmatched nothing-fits', 'matched dev'])
  })

  test('are asked for by no rule that names none', () => {
    expect(judged({ groups: { rules: [{ confluenceGroup: 'x', when: ';' }] } }).rules).toEqual(['unused empty'])
  })

  test('stay as they are where none are mapped', () => {
    const { verdict, groups } = judged({ groups: { enabled: false, rules } }, existing(['operators']))
    expect([groups, verdict.received[0]?.fate]).toEqual([['operators'], 'unused'])
  })

  test('of the token’s names are joined, and all others left unless they are kept', () => {
    const { groups, removed } = judged({ groups: { mode: 'on-the-fly', keepExisting: false, rules } }, existing(['operators']))
    expect([groups.includes('dev'), removed]).toEqual([true, ['operators']])
    expect(judged({ groups: { mode: 'on-the-fly', keepExisting: true } }, existing(['operators'])).removed).toEqual([])
    expect(judged({ groups: { mode: 'manual', keepExisting: false } }, existing(['operators'])).removed).toEqual([])
  })

  test('that are missing are made by their names alone, and where that is wanted', () => {
    const more = { directory: { accounts: [], groups: ['confluence-users'] } }
    expect(judged({ groups: { mode: 'on-the-fly', createMissing: true } }, more).created).toEqual(['dev yes', 'ops yes'])
    expect(judged({ groups: { mode: 'on-the-fly', createMissing: false } }, more).created).toEqual([])
    expect(judged({ groups: { mode: 'manual', createMissing: true, rules } }).created).toEqual([])
  })

  test.each([
    ['new', {}, true],
    ['new', existing([]), false],
    ['all', {}, true],
    ['all', existing([]), true],
    ['none', {}, false],
  ] as const)('by default are for %s people: %j', (defaultFor, more, isIn) => {
    expect(judged({ groups: { defaultGroups: ['confluence-users'], defaultFor } }, more).groups.includes('confluence-users')).toBe(isIn)
  })

  test('are renamed by a pattern without blanks around it', () => {
    const { verdict } = judged({ groups: { replacePattern: ' ^(.)(.*)$ ', replaceWith: ' $2$1 ' } })
    expect(verdict.received.map(({ becomes }) => becomes)).toEqual(['evd', 'pso'])
  })
})

test('blanks around patterns do not count while they are being typed either: they go when a setting is read', () => {
  const read = settingsFor('kantega', { username: 'email' })
  const mapping = { ...read, usernamePattern: ' ^[^@]+ ', groups: { ...read.groups, replacePattern: ' ^(.)(.*)$ ', replaceWith: ' $2$1 ' } }
  const input = { claims: ann, mapping, allowedDomains: [], directory: unknownDirectory, assume: 'new' } as const
  const { account, received, cautions } = semanticsOf('kantega').judge(input, javaMatch())
  expect([account, received.map(({ becomes }) => becomes), cautions.length]).toEqual(['ann', ['evd', 'pso'], 1])
})

test('what could not be tried is told, of the user name, of the groups’ names and of the filter', () => {
  const onlyJava = '(?>a)'
  const { cautions } = judged({ usernamePattern: onlyJava, groups: { mode: 'on-the-fly', replacePattern: 'd', replaceWith: 'x' } })
  expect(cautions).toEqual(['unverified-app', 'only-java', 'replacement-ignored'])
  expect(judged({ groups: { mode: 'on-the-fly', filter: 'pattern', filterText: '(a' } }).cautions).toContain('refused-pattern')
})

test('groups are made under their own names alone, and only where that is set', () => {
  const rules = [{ confluenceGroup: 'developers', when: 'dev' }]
  expect(judged({ groups: { rules, createMissing: true } })).toMatchObject({ groups: ['confluence-users', 'developers'], created: [] })
  expect(judged({ groups: { mode: 'on-the-fly' } })).toMatchObject({ groups: ['confluence-users', 'dev', 'ops'], created: [] })
})
