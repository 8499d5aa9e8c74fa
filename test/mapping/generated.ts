import fc from 'fast-check'
import type { Directory } from '../../src/mapping/directory'
import type { MappingInput } from '../../src/mapping/semantics'
import { ann, settingsFor } from './cases/case'

/** One value most of the time, now and then another. */
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 4 + others.length, arbitrary: fc.constant(usual) },
    { weight: 2 + others.length, arbitrary: fc.constantFrom(...others) },
  )

const there = ['dev', 'ops', 'staff', 'book-club', 'confluence-users']
const plain = ['dev', 'Dev', ' dev', 'dev ', 'ops', 'acme:dev', 'acme-ops', 'staff', 'Nowhere', 'a;b', '[x]', 'two words']
const named = fc.constantFrom(...plain, 'dev\u00a0', 'Gru\u0308n', 'a"b', '"dev"', "it's", 'a\\b')
/** What a token's list may have in it besides names. */
const odd = fc.constantFrom<unknown>(null, true, 7, '', ['dev'], { name: 'dev' }, {})
const oneOf = fc.oneof({ weight: 12, arbitrary: named }, { weight: 1, arbitrary: odd })
const when = fc.array(named, { maxLength: 3 }).map((all) => all.join(';'))
const rule = fc.record({ confluenceGroup: fc.constantFrom('dev', 'Ops', 'staff', 'book-club', 'missing', 'confluence-users'), when })

const groups = fc.record({
  enabled: mostly(true, false),
  mode: fc.constantFrom('manual' as const, 'on-the-fly' as const),
  attribute: mostly('cognito:groups', ' cognito:groups', 'custom:teams', 'teams[*].name', 'teams[0].name', 'nothing'),
  rules: fc.array(rule, { maxLength: 5 }),
  keepExisting: fc.boolean(),
  createMissing: fc.boolean(),
  restrictToMapped: mostly(false, true),
  defaultGroups: fc.subarray(['confluence-users', 'staff', 'nowhere']),
  defaultFor: fc.constantFrom('new' as const, 'all' as const, 'none' as const),
  filter: mostly<'none' | 'starts-with' | 'contains' | 'pattern'>('none', 'starts-with', 'contains', 'pattern'),
  filterText: fc.constantFrom('', 'dev', 'o', ' dev ', '^(dev|acme)'),
  replacePattern: mostly('', '^acme[:-](.*)$', '(.)(.)(x)?', 'dev'),
  replaceWith: fc.constantFrom('$1', '$2$1', '$1 $2', 'x$1', '$1$3', '$9', ''),
  excludeGroups: fc.subarray(['staff', 'book-club']),
})

const profile = fc.record({
  enabled: fc.boolean(),
  createUsers: mostly(true, false),
  matchBy: mostly<'username' | 'email'>('username', 'email'),
  username: mostly('cognito:username', 'email ', 'sub', 'custom:teams', '', 'nothing'),
  usernamePattern: mostly('', '^.*?(?=@)', '^(.)(x)?', 'zzz'),
  email: mostly('email', 'mail;email', 'email; mail', 'nothing', ''),
  fullName: mostly('name', '', 'nothing'),
  firstName: fc.constantFrom('', 'given_name'),
  lastName: fc.constantFrom('', 'family_name'),
})

const atlassianProfile = fc.record({
  createUsers: mostly(true, false),
  username: mostly('${cognito:username}', '${email}', '', 'ann', '${nothing}', '${cognito:groups}'),
  email: mostly('${email}', '${nothing}'),
  fullName: mostly('${name}', '${given_name} ${family_name}', '${nothing}'),
})

const claims = fc.record({
  'cognito:groups': fc.array(oneOf, { maxLength: 5 }),
  'custom:teams': fc.constantFrom(
    'dev',
    'dev;ops',
    'dev, ops',
    '[dev, ops]',
    '["dev"]',
    'two words',
    '',
    '"dev"',
    'dev,,ops',
    ';dev',
    'dev;null;ops',
    "'two words';it's",
  ),
  teams: fc.array(fc.record({ name: oneOf }), { maxLength: 3 }),
  email: mostly('ann@acme.com', 'Ann@ACME.com', 'ann@acme.example', 'ann', ''),
  mail: fc.constantFrom('ann@other.com', ''),
})

/** What stands before everything else in a token, where the app looks for attributes that did not come. */
const first = mostly<unknown>(
  undefined,
  ...[{ nothing: 'n@acme.com', mail: null }, { nothing: null }, { deep: { nothing: '"n"' } }, { list: ['n'] }, {}, 'n'],
  ...[[{ nothing: 7 }, {}, { mail: 'm@acme.com' }], [{ nothing: null }], [{}, 'n'], [['n']], []],
)

/** The wiki as it is before the login: all groups, and whether Ann has an account. */
const directory: fc.Arbitrary<Directory> = fc.option(fc.subarray(there)).map((current) => ({
  groups: there,
  accounts: current
    ? [{ username: 'ann', exists: true as const, displayName: 'Ann', email: 'ann@acme.com', groups: current }]
    : [{ username: 'ann', exists: false as const }],
}))

/** Any mapping at all for an app, tried on any claims at all. */
export const mappings = (app: 'miniorange' | 'atlassian'): fc.Arbitrary<MappingInput> =>
  fc
    .record({
      mapping: fc.record({ groups, profile: app === 'miniorange' ? profile : atlassianProfile }),
      claims: fc.record({
        all: claims,
        first,
        without: mostly<string>('', 'cognito:groups', 'email', 'mail', 'name', 'family_name', 'teams'),
      }),
      directory,
      allowedDomains: mostly<readonly string[]>([], ['acme.com'], ['ACME.com', ' other.com ']),
    })
    .map((one) => ({
      claims: Object.fromEntries(
        Object.entries({ first: one.claims.first, ...ann, ...one.claims.all }).filter(
          ([name, value]) => name !== one.claims.without && value !== undefined,
        ),
      ),
      mapping: settingsFor(app, { ...one.mapping.profile, groups: one.mapping.groups }),
      directory: one.directory,
      allowedDomains: one.allowedDomains,
      assume: 'new' as const,
    }))
