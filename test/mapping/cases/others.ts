import { ann, type Case, existing } from './case'

/** Apps of whose mapping nothing is known. */
export const cases: readonly Case[] = [
  {
    title: 'the verdict on an unknown app says that it is a guess',
    fact: 'nothing',
    settings: { groups: { rules: [{ confluenceGroup: 'Developers', when: 'dev' }] } },
    expected: {
      outcome: 'created',
      account: 'ann',
      groups: ['confluence-users', 'developers'],
      rules: ['matched dev'],
      cautions: ['unverified-app'],
    },
  },
  {
    title: 'an unknown app lets nobody in who has no name',
    fact: 'nothing',
    claims: { sub: 'x' },
    expected: { outcome: 'refused', refusal: { code: 'nothing-to-go-by' }, groups: [] },
  },
  {
    title: 'an unknown app makes nobody an account without a name',
    fact: 'nothing',
    claims: { ...ann, 'cognito:username': ' ' },
    expected: { outcome: 'refused', refusal: { code: 'nothing-to-go-by' }, account: '', groups: [] },
  },
  {
    title: 'an unknown app reads groups from a list or a text',
    fact: 'nothing',
    claims: { ...ann, 'cognito:groups': 'dev' },
    settings: { groups: { rules: [{ confluenceGroup: 'developers', when: 'dev' }] } },
    expected: { groups: ['confluence-users', 'developers'] },
  },
  {
    title: 'an unknown app that may make no users lets no new ones in',
    fact: 'nothing',
    settings: { createUsers: false },
    expected: { outcome: 'refused', refusal: { code: 'no-account', value: 'ann' }, account: '', groups: [] },
  },
  {
    title: 'an unknown app lets nobody in from a domain that is not allowed',
    fact: 'nothing',
    more: { allowedDomains: ['other.com'] },
    expected: { outcome: 'refused', refusal: { code: 'domain', domain: 'acme.com', allowed: ['other.com'] } },
  },
  {
    title: 'an unknown app makes no users without a group, where only mapped ones are made',
    fact: 'nothing',
    settings: { groups: { restrictToMapped: true, rules: [{ confluenceGroup: 'staff', when: 'admins' }] } },
    expected: { outcome: 'refused', refusal: { code: 'no-mapped-group' } },
  },
  {
    title: 'an unknown app cuts the user name by the pattern, and joins first and last name',
    fact: 'nothing',
    settings: { username: 'email', usernamePattern: '^[^@]+', fullName: '', firstName: 'given_name', lastName: 'family_name' },
    expected: { account: 'ann', username: 'ann', name: 'Ann Archer' },
  },
  {
    title: 'an unknown app that finds people by e-mail leaves their accounts their names',
    fact: 'nothing',
    settings: { matchBy: 'email' },
    more: { directory: { accounts: [{ username: 'aarcher', exists: true, email: 'ann@acme.com', groups: ['book-club'] }] } },
    expected: { outcome: 'signed-in', account: 'aarcher', groups: ['book-club'] },
  },
  {
    title: 'an unknown app lets nobody in whose address two accounts have',
    fact: 'nothing',
    settings: { matchBy: 'email' },
    more: {
      directory: {
        accounts: ['a', 'b'].map((username) => ({ username, exists: true as const, email: 'ann@acme.com' })),
      },
    },
    expected: { outcome: 'refused', refusal: { code: 'several-accounts', email: 'ann@acme.com', accounts: ['a', 'b'] } },
  },
  {
    title: 'an unknown app takes people out of groups whose rules do not fit',
    fact: 'nothing',
    settings: { groups: { rules: [{ confluenceGroup: 'operators', when: 'admins' }] } },
    more: existing(['operators', 'book-club']),
    expected: { groups: ['book-club'], removed: ['operators'] },
  },
  {
    title: 'an unknown app leaves groups alone where group mapping is off',
    fact: 'nothing',
    settings: { groups: { enabled: false, rules: [{ confluenceGroup: 'operators', when: 'admins' }], defaultFor: 'all' } },
    more: existing(['operators']),
    expected: { groups: ['operators'], removed: [], fates: { dev: 'unused', ops: 'unused' } },
  },
  {
    title: 'an unknown app that maps groups under their own names filters, renames and makes them',
    fact: 'nothing',
    claims: { ...ann, 'cognito:groups': ['acme:dev', 'acme:new', 'ops'] },
    settings: {
      groups: {
        ...{ mode: 'on-the-fly', createMissing: true, keepExisting: false, excludeGroups: ['Book-Club'], defaultFor: 'none' },
        ...{ filter: 'contains', filterText: 'e', replacePattern: '^acme:(.*)$', replaceWith: '$1' },
      },
    },
    more: existing(['staff', 'book-club']),
    expected: { groups: ['book-club', 'dev', 'new'], removed: ['staff'], created: ['new yes'], fates: { ops: 'filtered' } },
  },
  {
    title: 'nobody is let in with an account that is deactivated',
    fact: 'deactivated',
    more: { directory: { groups: ['dev'], accounts: [{ username: 'ann', exists: true, groups: ['dev'], isDeactivated: true }] } },
    expected: { outcome: 'refused', refusal: { code: 'deactivated', account: 'ann' }, groups: [], account: '' },
  },
]
