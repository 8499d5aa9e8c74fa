import { describe, expect, test } from 'vitest'
import type { FormField } from '../../src/mapping/form'
import { semanticsOf } from '../../src/sso-apps/mapping'
import { type Settings, settingsFor } from './cases/case'

const written = ({ label, value }: FormField): string => {
  const one = (part: string | { readonly left: string; readonly right: string }) =>
    typeof part === 'string' ? part : `${part.left} <- ${part.right}`
  if (typeof value === 'boolean') return `[${value ? 'x' : ' '}] ${label}`
  return `${label}: ${typeof value === 'string' ? value : value.map(one).join(', ')}`
}
const tab = (app: string, name: string, settings: Settings) =>
  semanticsOf(app)
    .form(settingsFor(app, settings), ['a.com', 'b.com'])
    .find((one) => one.name === name)
    ?.fields.map(written)
const rules = [{ confluenceGroup: 'developers', when: 'dev;ops' }]

describe('miniOrange’s User Profile', () => {
  test('has one name, or first and last name, and a pattern where there is one', () => {
    expect(tab('miniorange', 'User Profile', {})).toEqual([
      '[ ] Disable Attribute Mapping',
      'Login/Create Confluence user account by: username',
      'Username: cognito:username',
      '[ ] Apply regular expression on username field',
      'Email: email',
      '[ ] Separate Name Attributes',
      'Full Name Attribute: name',
    ])
    const settings = { enabled: false, matchBy: 'email', usernamePattern: '^a', fullName: '', lastName: 'family_name' } as const
    expect(tab('miniorange', 'User Profile', settings)).toEqual([
      '[x] Disable Attribute Mapping',
      'Login/Create Confluence user account by: email',
      'Username: cognito:username',
      '[x] Apply regular expression on username field',
      'Regular Expression: ^a',
      'Email: email',
      '[x] Separate Name Attributes',
      'First Name: ',
      'Last Name: family_name',
    ])
    const first = { firstName: 'given_name' }
    expect(tab('miniorange', 'User Profile', { ...first, fullName: '' })).toContain('First Name: given_name')
    expect(tab('miniorange', 'User Profile', { ...first, fullName: 'name' })).toContain('Full Name Attribute: name')
  })
})

describe('miniOrange’s User Groups', () => {
  test('by rules has their rows, and what is hidden there and at work all the same', () => {
    expect(tab('miniorange', 'User Groups', { groups: { rules, defaultGroups: ['a', 'b'] } })).toEqual([
      '[ ] Disable User Creation',
      'Default Group: a, b',
      'Assign Default Groups To: New Users',
      '[x] Manual Group Mapping',
      '[ ] Disable Group Mapping',
      'Group Attribute: cognito:groups',
      '[ ] Restrict User Creation based on Group Mapping',
      'Add Groups: developers <- dev;ops',
    ])
    const groups = { replacePattern: 'a(b)', replaceWith: '$1', updateOnlyMapped: true, defaultFor: 'none', enabled: false } as const
    expect(tab('miniorange', 'User Groups', { createUsers: false, groups })).toEqual([
      '[x] Disable User Creation',
      'Default Group: confluence-users',
      'Assign Default Groups To: None',
      '[x] Manual Group Mapping',
      '[x] Disable Group Mapping',
      '[x] Update User Groups',
      'Group Attribute: cognito:groups',
      '[ ] Restrict User Creation based on Group Mapping',
      'Add Groups: ',
      '[x] Apply regular expression on Group Name',
      'Replace: a(b)',
      'With: $1',
    ])
  })

  test('on the fly has the filter, what is made and what is kept, and rules that are left', () => {
    const usual = { mode: 'on-the-fly', defaultFor: 'all' } as const
    const head = ['[ ] Disable User Creation', 'Default Group: confluence-users', 'Assign Default Groups To: All Users']
    const common = [...head, '[x] On-The Fly Group Mapping', '[ ] Disable Group Mapping', 'Group Attribute: cognito:groups']
    expect(tab('miniorange', 'User Groups', { groups: { ...usual, createMissing: false, keepExisting: true } })).toEqual([
      ...common,
      'Filter Groups: None',
      '[ ] Apply regular expression on Group Name',
      '[ ] Create New Groups',
      '[x] Keep Existing Users Groups',
    ])
    const more = {
      filter: 'starts-with',
      filterText: 'a',
      keepExisting: false,
      excludeGroups: ['x'],
      restrictToMapped: true,
      rules,
    } as const
    expect(tab('miniorange', 'User Groups', { groups: { ...usual, ...more, createMissing: true } })).toEqual([
      ...common,
      'Filter Groups: Starts with',
      'Filter Groups (text): a',
      '[ ] Apply regular expression on Group Name',
      '[x] Create New Groups',
      '[ ] Keep Existing Users Groups',
      'Exclude Groups: x',
      '[x] Restrict User Creation based on Group Mapping',
      'Add Groups: developers <- dev;ops',
    ])
  })
})

test('miniOrange’s allowed domains are one text', () => {
  expect(tab('miniorange', 'Sign In Settings', {})).toEqual(['Allowed Domains: a.com;b.com'])
})

test('Atlassian’s own SSO asks for names, address and groups where it creates users, and no group where none are mapped', () => {
  expect(tab('atlassian', 'Authentication methods', { username: '' })).toEqual([
    'Username mapping (username-claim): ${sub}',
    '[x] Create users on login (user-provisioning-enabled)',
  ])
  const name = 'Just-in-time user provisioning'
  expect(tab('atlassian', name, {})).toEqual([
    'Display name (mapping-display-name): ${name}',
    'Email (mapping-email): ${email}',
    'Groups (mapping-groups): cognito:groups',
  ])
  expect(tab('atlassian', name, { groups: { enabled: false } })?.at(-1)).toBe('Groups (mapping-groups): ')
  expect(tab('atlassian', name, { createUsers: false })).toBeUndefined()
})

test('labels that nobody has seen on a screen are marked', () => {
  const fields = (app: string) =>
    semanticsOf(app)
      .form(settingsFor(app, { groups: { updateOnlyMapped: true } }), [])
      .flatMap((one) => one.fields)
  expect(fields('atlassian').every(({ unverified }) => unverified)).toBe(true)
  expect(fields('miniorange').flatMap(({ label, unverified }) => (unverified ? [label] : []))).toEqual(['Update User Groups'])
})
