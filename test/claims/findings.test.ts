import { describe, expect, test } from 'vitest'
import { plainDialect } from '../../src/claims/dialect'
import { findingsOf } from '../../src/claims/findings'
import { type FindingCode, type FindingInput, usualReads } from '../../src/claims/findings/finding'
import { standingAt } from '../../src/claims/findings/lifetime'
import { unknownDirectory } from '../../src/mapping/directory'
import { dialects } from '../../src/sso-apps/dialects'
import { semanticsOf } from '../../src/sso-apps/mapping'
import { type Settings, settingsFor } from '../mapping/cases/case'

const uuid = '3f1c2a9e-0c5b-4e57-9d0e-6a2b8f7d1c44'
const ann = {
  sub: uuid,
  'cognito:username': 'ann',
  email: 'ann@acme.example',
  email_verified: true,
  name: 'Ann Archer',
  'cognito:groups': ['dev', 'confluence-users'],
  token_use: 'id',
}
const reads = usualReads
const without = (...names: string[]) => Object.fromEntries(Object.entries(ann).filter(([name]) => !names.includes(name)))
const found = (id: FindingInput['sources']['id'], more: Partial<FindingInput> = {}) =>
  findingsOf({ sources: { ...(id && { id }), ...more.sources }, reads, dialect: plainDialect, ...omitSources(more) })
const omitSources = ({ sources: _, ...rest }: Partial<FindingInput>) => rest

test('groups that lie elsewhere too are told of only where the mapping reads none but Cognito’s own', () => {
  const own = 'eu-west-1_AbCdEf123_Okta'
  const codes = (groups: unknown, more: object = {}) => found({ ...ann, 'cognito:groups': groups, ...more }).map(({ code }) => code)
  expect(codes([own, 'dev'], { 'custom:groups': 'dev' })).toEqual(['group-of-provider'])
  expect(codes([own], { 'custom:groups': '' })).toEqual(['group-of-provider'])
  expect(codes([own])).toEqual(['group-of-provider'])
  expect(codes(['dev'], { 'custom:groups': 'dev' })).toEqual([])
})

test('of somebody with everything in order nothing is found', () => {
  const userinfo = {
    sub: uuid,
    username: 'ann',
    email: 'ann@acme.example',
    email_verified: 'true',
    'cognito:groups': ann['cognito:groups'],
  }
  expect(found(ann, { sources: { userinfo } })).toEqual([])
})

const cases: readonly [string, Record<string, unknown>, FindingCode, string | undefined, readonly string[]][] = [
  ['the groups claim is absent: somebody is in no group', without('cognito:groups'), 'no-groups', 'cognito:groups', []],
  ['the list of groups is empty', { ...ann, 'cognito:groups': [] }, 'no-groups', 'cognito:groups', []],
  [
    'the mapping reads another claim than the one that has the groups',
    { ...without('cognito:groups'), 'custom:groups': ['dev'] },
    'groups-elsewhere',
    'cognito:groups',
    ['custom:groups'],
  ],
  ['groups in brackets in a text', { ...ann, 'custom:groups': '[dev, ops]' }, 'list-in-text', 'custom:groups', ['[dev, ops]', '2']],
  ['groups as JSON in a text', { ...ann, groups: '["dev","ops","x"]' }, 'list-in-text', 'groups', ['["dev","ops","x"]', '3']],
  ['one group in brackets in a text', { ...ann, 'cognito:groups': '[dev]' }, 'list-in-text', 'cognito:groups', ['[dev]', '1']],
  ['names in brackets in a text', { ...ann, 'custom:offices': '[Bern, Ulm]' }, 'list-in-text', 'custom:offices', ['[Bern, Ulm]', '2']],
  ['groups between commas', { ...ann, 'cognito:groups': 'dev,ops' }, 'list-in-text', 'cognito:groups', ['dev,ops', '2']],
  ['groups between semicolons', { ...ann, 'custom:teams': 'dev;ops' }, 'list-in-text', 'custom:teams', ['dev;ops', '2']],
  ['a semicolon in a group’s name', { ...ann, 'cognito:groups': ['a;b', 'c'] }, 'semicolon-in-group', 'cognito:groups', ['a;b']],
  ['upper case in groups', { ...ann, 'cognito:groups': ['Dev', 'ops'] }, 'upper-case-groups', 'cognito:groups', ['Dev']],
  [
    'the group that Cognito makes for each identity provider',
    { ...ann, 'cognito:groups': ['eu-west-1_AbCdEf123_Google', 'dev'] },
    'group-of-provider',
    'cognito:groups',
    ['eu-west-1_AbCdEf123_Google'],
  ],
  [
    'groups of an identity provider in a claim of their own, beside the one that Cognito makes',
    { ...ann, 'cognito:groups': ['eu-west-1_AbCdEf123_Okta'], 'custom:groups': 'dev,ops' },
    'groups-elsewhere-too',
    'cognito:groups',
    ['custom:groups'],
  ],
  ['a user name that is an id', { ...ann, 'cognito:username': uuid }, 'username-is-id', 'cognito:username', [uuid]],
  [
    'a user name of Google’s',
    { ...ann, 'cognito:username': 'Google_105127' },
    'username-of-provider',
    'cognito:username',
    ['Google_105127', 'Google'],
  ],
  [
    'a user name of Google’s in a pool that heeds no case',
    { ...ann, 'cognito:username': 'google_105127' },
    'username-of-provider',
    'cognito:username',
    ['google_105127', 'Google'],
  ],
  [
    'a user name of the organisation’s own identity provider',
    { ...ann, 'cognito:username': 'AcmeSaml_sam@acme.example', identities: [{ providerName: 'AcmeSaml' }, null] },
    'username-of-provider',
    'cognito:username',
    ['AcmeSaml_sam@acme.example', 'AcmeSaml'],
  ],
  [
    'a user name of an identity provider of which only its group tells, as where the app client may not read identities',
    { ...ann, 'cognito:username': 'Okta_sam@acme.example', 'cognito:groups': ['eu-west-1_AbCdEf123_Okta'] },
    'username-of-provider',
    'cognito:username',
    ['Okta_sam@acme.example', 'Okta'],
  ],
  ['an upper-case user name', { ...ann, 'cognito:username': 'BOB' }, 'upper-case-username', 'cognito:username', ['BOB', 'bob']],
  ['an e-mail address that nobody verified', { ...ann, email_verified: false }, 'email-unverified', 'email_verified', []],
  ['no e-mail address', without('email'), 'email-missing', 'email', []],
  ['an empty e-mail address', { ...ann, email: ' ' }, 'email-missing', 'email', []],
  ['no names', without('name'), 'names-missing', 'name', []],
  ['half a name', { ...without('name'), given_name: 'Ann' }, 'names-missing', 'name', []],
  ['a blank behind a value', { ...ann, 'custom:team': 'Wiki ' }, 'white-space', 'custom:team', ['"Wiki "']],
  ['a blank in front of a group', { ...ann, 'cognito:groups': ['dev', ' ops'] }, 'white-space', 'cognito:groups', ['" ops"']],
  ['a sign without width', { ...ann, 'custom:team': '\u200bWiki' }, 'white-space', 'custom:team', ['"\u200bWiki"']],
]
test.each(cases)('%s', (_, claims, code, claim, values) => {
  expect(found(claims)).toContainEqual({ code, claim, values })
})

test('first and last name together are a name', () => {
  expect(found({ ...without('name'), given_name: 'Ann', family_name: 'Archer' })).toEqual([])
})

test('a group of Cognito’s own is not told off for its upper case', () => {
  expect(found({ ...ann, 'cognito:groups': ['eu-west-1_AbC_Google'] }).map(({ code }) => code)).toEqual(['group-of-provider'])
  expect(found({ ...ann, 'cognito:groups': ['Team-eu-west-1_AbC_Google'] }).map(({ code }) => code)).toEqual(['upper-case-groups'])
})

test('a name in brackets is a name', () => {
  expect(found({ ...ann, nickname: '[Annie]' })).toEqual([])
})

test('a comma in a claim that is not about groups is a comma', () => {
  expect(found({ ...ann, 'custom:office': 'Berlin, Mitte; 2nd floor' })).toEqual([])
})

test('where the mapping reads another claim for user names, that one is looked at', () => {
  const claims = { ...ann, 'cognito:username': uuid, 'custom:login': 'ann' }
  expect(found(claims, { reads: { ...reads, username: 'custom:login' } })).toEqual([])
  expect(found(claims, { reads: { ...reads, username: 'sub' } }).map(({ code }) => code)).toEqual(['username-is-id'])
})

describe('seen from the mapping', () => {
  const seenFrom = (app: string, mapping: Settings, claims: Record<string, unknown>) =>
    found(claims, { reads: semanticsOf(app).reads(settingsFor(app, mapping)), dialect: dialects[app] ?? plainDialect })
  const codes = (...seen: Parameters<typeof seenFrom>) => seenFrom(...seen).map(({ code }) => code)
  const teams = [{ name: 'Dev' }, { name: 'a;b' }]

  test.each([
    ['a part of each object in a list', 'teams[*].name', { teams }, 'teams'],
    ['a list within an object', 'acme.teams', { acme: { teams: ['Dev', 'a;b'] } }, 'acme'],
  ])('groups are looked at where the app finds them: in %s', (_, attribute, more, claim) => {
    const all = seenFrom('miniorange', { groups: { attribute } }, { ...without('cognito:groups'), ...more })
    expect(all).toEqual([
      { code: 'semicolon-in-group', claim, values: ['a;b'] },
      { code: 'upper-case-groups', claim, values: ['Dev'] },
    ])
  })

  test.each([
    ['miniorange', 'dev;ops', []],
    ['miniorange', 'dev, ops', []],
    ['miniorange', 'dev team, ops', ['list-in-text']],
    ['miniorange', '[dev, ops]', ['list-in-text']],
    ['miniorange', '["dev"]', ['list-in-text']],
    ['atlassian', 'dev;ops', ['list-in-text']],
    ['kantega', 'dev;ops', ['list-in-text']],
  ])('%s: groups in the text %j are told of unless the app reads them', (app, teams, expected) => {
    const claims = { ...without('cognito:groups'), 'custom:teams': teams }
    const fields = app === 'atlassian' ? {} : { username: 'cognito:username' }
    expect(codes(app, { ...fields, groups: { attribute: 'custom:teams' } }, claims)).toEqual(expected)
  })

  test('a path to groups that leads nowhere is told, and where groups are', () => {
    expect(seenFrom('miniorange', { groups: { attribute: 'acme.teams' } }, ann)).toEqual([
      { code: 'groups-elsewhere', claim: 'acme.teams', values: ['cognito:groups'] },
    ])
  })

  test('a user name within an object is looked at', () => {
    expect(seenFrom('miniorange', { username: 'acme.login' }, { ...ann, acme: { login: 'BOB' } })).toEqual([
      { code: 'upper-case-username', claim: 'acme', values: ['BOB', 'bob'] },
    ])
  })

  test('where the built-in SSO is told no user name it takes the id', () => {
    expect(codes('atlassian', { username: '' }, ann)).toEqual(['username-is-id'])
  })

  test('an app without rules splits nothing at semicolons', () => {
    expect(codes('atlassian', {}, { ...ann, 'cognito:groups': ['a;b'] })).toEqual([])
  })

  test('that userInfo does not tell the groups is no news where the app takes them from the ID token alone', () => {
    const toldBy = (app: string) =>
      found(ann, {
        sources: { userinfo: { sub: uuid } },
        reads: semanticsOf(app).reads(settingsFor(app, {})),
        dialect: dialects[app] ?? plainDialect,
      })
    expect(toldBy('miniorange')).toEqual([])
    expect(toldBy('atlassian')).toEqual([])
    expect(toldBy('kantega').map(({ code }) => code)).toEqual(['groups-not-in-userinfo'])
  })

  test('blanks around a group are no matter where the app takes them away, those that do not break are', () => {
    const claims = { ...ann, 'cognito:groups': ['dev ', 'ops\u00a0'], 'custom:team': 'Wiki ' }
    const inTeam = { code: 'white-space', claim: 'custom:team', values: ['"Wiki "'] }
    const inGroups = (...values: string[]) => ({ code: 'white-space', claim: 'cognito:groups', values })
    expect(seenFrom('miniorange', {}, claims)).toEqual([inGroups('"ops\u00a0"'), inTeam])
    for (const app of ['atlassian', 'kantega']) expect(seenFrom(app, {}, claims)).toEqual([inGroups('"dev "', '"ops\u00a0"'), inTeam])
  })

  test.each([
    ['miniorange', { email: 'mail; custom:mail' }],
    ['kantega', { email: 'custom:mail' }],
    ['atlassian', { email: '${custom:mail}' }],
  ])('%s: the e-mail address and the name may stand in other claims', (app, mapping) => {
    const fullName = app === 'atlassian' ? '${nickname} ${family_name}' : 'nickname'
    const claims = { ...without('email', 'name'), 'custom:mail': 'ann@acme.example', nickname: 'Ann', family_name: 'Archer' }
    expect(codes(app, { ...mapping, fullName }, claims)).toEqual([])
    expect(codes(app, { ...mapping, fullName }, without('name', 'email'))).toEqual(['email-missing', 'names-missing'])
  })

  test.each([
    ['miniorange', { email: 'mail; e', fullName: '', firstName: 'first', lastName: 'given_name' }, ['mail', 'e'], ['first']],
    ['kantega', { email: 'mail', fullName: 'full' }, ['mail'], ['full']],
    ['atlassian', { email: '${mail}', fullName: '${given_name} ${nope}' }, ['${mail}'], ['${nope}']],
  ])('%s: a mapping that reads what is not there is told from a token that has nothing', (app, mapping, email, name) => {
    const all = seenFrom(app, mapping, { ...ann, given_name: 'Ann' })
    expect(all.filter(({ code }) => code.endsWith('-not-read'))).toEqual([
      { code: 'email-not-read', claim: 'email', values: email },
      { code: 'names-not-read', claim: 'name', values: name },
    ])
  })

  describe('a user name that the token does not have', () => {
    const about = (app: string, mapping: Settings, claims: Record<string, unknown>, userinfo?: Record<string, unknown>) =>
      found(claims, {
        reads: semanticsOf(app).reads(settingsFor(app, mapping)),
        dialect: dialects[app] ?? plainDialect,
        ...(userinfo && { sources: { userinfo } }),
      }).filter(({ code }) => code === 'username-not-read')
    const named = (...values: string[]) => [{ code: 'username-not-read', values }]

    test.each([
      ['miniorange', 'nickname', {}, ['nickname']],
      ['miniorange', 'acme.login', { acme: { team: 'x' } }, ['acme.login']],
      ['miniorange', 'nickname', { nickname: ' ' }, ['nickname']],
      ['kantega', 'nickname', { nickname: null }, ['nickname']],
      ['atlassian', '${nickname}.${sub}', {}, ['${nickname}']],
      ['atlassian', '${level}', { level: 7 }, ['${level}']],
    ])('%s: %s is named', (app, username, more, values) => {
      expect(about(app, { username }, { ...ann, ...more })).toEqual(named(...values))
    })

    test.each([
      ['miniorange', 'acme.login', { acme: { login: 'ann' } }],
      ['miniorange', 'level', { level: 7 }],
      ['miniorange', '', {}],
      ['kantega', '', {}],
      ['atlassian', '${given_name}.${sub}', { given_name: 'ann' }],
    ])('%s: %s is there, or nobody said that it is', (app, username, more) => {
      expect(about(app, { username }, { ...without('cognito:username'), ...more })).toEqual([])
    })

    test('is none where somebody is found by e-mail, but that miniOrange looks for it all the same', () => {
      const mapping = { username: 'nickname', matchBy: 'email' } as const
      expect(about('kantega', mapping, ann)).toEqual([])
      expect(about('miniorange', mapping, ann)).toEqual(named('nickname'))
    })

    test('may come from userInfo for the built-in SSO, and for no other', () => {
      const userinfo = { sub: uuid, username: 'ann' }
      expect(about('atlassian', { username: '${username}' }, ann, userinfo)).toEqual([])
      expect(about('miniorange', { username: 'username' }, ann, userinfo)).toEqual(named('username'))
    })

    test.each(['miniorange', 'kantega', 'atlassian'])('%s: is found where the verdict lets nobody in, and nowhere else', (app) => {
      const typed = app === 'atlassian' ? '${nickname}' : 'nickname'
      const email = app === 'atlassian' ? '${email}' : 'email'
      for (const matchBy of ['username', 'email'] as const)
        for (const claims of [ann, { ...ann, nickname: 'ann' }]) {
          const settings = settingsFor(app, { username: typed, email, matchBy })
          const verdict = semanticsOf(app).judge(
            { claims, mapping: settings, allowedDomains: [], directory: unknownDirectory, assume: 'existing' },
            () => undefined,
          )
          expect(about(app, { username: typed, email, matchBy }, claims).length > 0, matchBy).toBe(verdict.outcome === 'refused')
        }
    })
  })

  test.each(['miniorange', 'atlassian', 'kantega'])('%s: where no groups are mapped, none are missed', (app) => {
    expect(codes(app, { groups: { enabled: false } }, without('cognito:groups'))).toEqual([])
  })

  test('where the built-in SSO makes no users it reads the user name and nothing else', () => {
    expect(codes('atlassian', { createUsers: false }, { sub: uuid, 'cognito:username': 'ann' })).toEqual([])
  })
})

describe('between the tokens', () => {
  test('a value that differs is named with both', () => {
    expect(found(ann, { sources: { access: { username: 'ann.archer' } } })).toContainEqual({
      code: 'differs',
      claim: 'cognito:username',
      values: ['"ann"', '"ann.archer"'],
    })
  })

  test('groups that userInfo does not tell are named', () => {
    expect(found(ann, { sources: { userinfo: { sub: uuid } } }).map(({ code }) => code)).toEqual(['groups-not-in-userinfo'])
  })

  test('a claim that the ID token lacks is one that most SSO apps never see', () => {
    expect(found(without('email'), { sources: { userinfo: { email: 'ann@acme.example' } } })).toContainEqual({
      code: 'only-elsewhere',
      claim: 'email',
      values: ['userinfo'],
    })
  })

  test('an access token where an ID token was meant is told apart from one that was given without openid', () => {
    const access = { token_use: 'access', username: 'ann', client_id: '7abc' }
    expect(found(undefined, { sources: { access: { ...access, scope: 'openid email' } } }).map(({ code }) => code)).toEqual([
      'access-token',
    ])
    expect(found(undefined, { sources: { access: { ...access, scope: 'email' } } })).toEqual([{ code: 'no-openid', values: ['email'] }])
  })
})

test.each([
  [4095, []],
  [4096, ['token-over-cookie']],
  [8191, ['token-over-cookie']],
  [8192, ['token-over-header']],
])('a token of %i characters: %j', (size, codes) => {
  expect(found(ann, { size }).map(({ code }) => code)).toEqual(codes)
})

describe('numbers as the token writes them', () => {
  const seen = (payload: string) =>
    found(JSON.parse(payload) as Record<string, unknown>, { payload }).filter(({ code }) => code === 'number-rewritten')

  test('that are too large for a browser, or written otherwise than it would write them, are named with their claim', () => {
    const payload =
      '{"custom:id": 12345678901234567890, "level":1.0,"a\\"b":[1e3, {"exp":-0}], "fine":[1,-2.5,9007199254740991], "text":"12345678901234567890 1.0"}'
    expect(seen(payload)).toEqual([
      { code: 'number-rewritten', claim: 'a"b', values: ['1e3', '-0'] },
      { code: 'number-rewritten', claim: 'custom:id', values: ['12345678901234567890'] },
      { code: 'number-rewritten', claim: 'level', values: ['1.0'] },
    ])
  })

  test('are no matter where they speak of the token, or no token is at hand', () => {
    expect(seen('{"exp":1.0e9,"iat":1795870502.0}')).toEqual([])
    expect(found({ ...ann, level: 7 })).toEqual([])
  })
})

test('what keeps people out comes first', () => {
  const claims = { ...without('email', 'cognito:groups'), 'cognito:username': 'ANN', 'custom:team': ' x' }
  expect(found(claims, { size: 5000 }).map(({ code }) => code)).toEqual([
    'email-missing',
    'no-groups',
    'upper-case-username',
    'white-space',
    'token-over-cookie',
  ])
})

describe('a user name that its owner may be able to change', () => {
  const changeable = (id: Record<string, unknown>, username: string, app = 'miniorange') => {
    const mapping = settingsFor(app, { username })
    const look = { sources: { id }, reads: semanticsOf(app).reads(mapping), dialect: dialects[app] ?? plainDialect }
    return findingsOf(look).filter(({ code }) => code === 'username-changeable')
  }

  test.each(['preferred_username', 'nickname', 'name', 'website'])('is told of: %s', (claim) => {
    const finding = { code: 'username-changeable', claim, values: [] }
    expect(changeable({ ...ann, [claim]: 'ann' }, claim)).toEqual([finding])
    expect(changeable({ ...ann, [claim]: 'ann' }, `\${${claim}}`, 'atlassian')).toEqual([finding])
  })

  test.each(['cognito:username', 'sub', 'email', 'custom:staff_id'])(
    'is not what the pool keeps, or verifies, or only the organisation knows: %s',
    (claim) => {
      expect(changeable({ ...ann, 'custom:staff_id': '7' }, claim)).toEqual([])
    },
  )

  test('is told of one that is odd besides', () => {
    expect(
      found({ ...ann, preferred_username: uuid }, { reads: { ...reads, username: 'preferred_username' } }).map(({ code }) => code),
    ).toEqual(['username-changeable', 'username-is-id'])
  })

  test('is none where the token does not have it', () => {
    expect(changeable(ann, 'preferred_username')).toEqual([])
  })
})

describe('what is found, and no more', () => {
  const codes = (id: Record<string, unknown>, more: Partial<FindingInput> = {}) => found(id, more).map(({ code }) => code)

  test('beside an ID token an access token is none that was meant to be one, and what it says of itself is missing nowhere', () => {
    const access = { sub: uuid, username: 'ann', 'cognito:groups': ann['cognito:groups'], client_id: '7abc', scope: 'openid', jti: 'x' }
    expect(found(ann, { sources: { access } })).toEqual([])
  })

  test('without any token nothing is found, and an access token without scopes is none of OpenID', () => {
    expect(found(undefined)).toEqual([])
    expect(found(undefined, { sources: { access: { sub: uuid, scope: 7 } } })).toEqual([{ code: 'no-openid', values: [] }])
  })

  test.each(['', [], [''], null])('groups that say %j are none', (groups) => {
    expect(codes({ ...ann, 'cognito:groups': groups })).toEqual(['no-groups'])
  })

  test('what has a member of the name of a function is read as anything else', () => {
    const odd = [{ toString: 'x', valueOf: 1 }]
    const id = { ...ann, 'cognito:username': odd, 'cognito:groups': odd, 'custom:groups': odd, email: odd, name: odd }
    expect(codes(id, { reads: { ...reads, usernameNeeds: ['cognito:username'] } })).toEqual(['email-missing', 'names-missing'])
  })

  test('groups written into one text are not read for their case', () => {
    expect(codes({ ...ann, 'cognito:groups': 'Dev,Ops' })).toEqual(['list-in-text'])
  })

  test.each([
    ['roles', 'Roles'],
    ['roles', 'custom:roles'],
    ['roles', 'MemberOf'],
    ['roles', 'acme.teams'],
    ['Roles', 'roles'],
    ['roles', 'ROLES'],
  ])('groups that are looked for in %s may be in %s', (attribute, claim) => {
    const id = { ...without('cognito:groups'), [claim]: ['dev'], groups_old: ['x'], squads: ['y'] }
    expect(found(id, { reads: { ...reads, groups: attribute } })).toEqual([{ code: 'groups-elsewhere', claim: attribute, values: [claim] }])
  })

  test.each([false, 'false'])('an address that is verified: %j', (verified) => {
    expect(codes({ ...ann, email_verified: verified })).toEqual(['email-unverified'])
  })

  test('several user names are no user name that could be odd', () => {
    expect(codes({ ...ann, 'cognito:username': ['Ann', 'Bob'] })).toEqual([])
  })

  test('the subject is an id, whatever it looks like', () => {
    expect(codes({ ...ann, sub: 'ann' }, { reads: { ...reads, username: 'sub' } })).toEqual(['username-is-id'])
  })

  test.each([uuid.toUpperCase(), uuid])('%s is an id', (username) => {
    expect(codes({ ...ann, 'cognito:username': username })).toEqual(['username-is-id'])
  })

  test.each([`a${uuid}`, `${uuid}0`, 'x-eu-west-1_abcdef123_google'])('%s is a user name like any other', (username) => {
    expect(codes({ ...ann, 'cognito:username': username })).toEqual([])
  })

  test('what a token says of itself may look like a list, and may have blanks', () => {
    expect(found({ ...ann, scope: '[a, b]', nonce: ' x ' })).toEqual([])
  })

  test.each([
    ['[Bern,\nUlm]', ['2']],
    ['see [Bern, Ulm]', []],
    ['[Bern, Ulm] or so', []],
    ['["Bern, Ulm"]', ['1']],
  ])('entries of the text %j: %j', (text, counts) => {
    const lists = found({ ...ann, 'custom:offices': text }).filter(({ code }) => code === 'list-in-text')
    expect(lists.map(({ values: [, count] }) => count)).toEqual(counts)
  })

  test('a claim whose name promises nothing has groups where the mapping reads it', () => {
    const id = { ...ann, 'custom:squads': 'dev,ops' }
    expect(codes(id)).toEqual([])
    expect(codes(id, { reads: { ...reads, groups: 'custom:squads' } })).toEqual(['list-in-text'])
  })

  test('a number is told of with the claim that it stands in, behind lists and objects too', () => {
    const payload = '{"list":[{"x":[1]}],"object":{"y":{}},"level":1.0}'
    const numbers = found(ann, { payload }).filter(({ code }) => code === 'number-rewritten')
    expect(numbers).toEqual([{ code: 'number-rewritten', claim: 'level', values: ['1.0'] }])
  })
})

describe('of a token that nobody signed in for', () => {
  const now = 1_780_000_000
  const standing = (times: object) => standingAt({ id: { ...ann, ...times } }, now)
  const inForce = { exp: now + 3600, iat: now, nbf: now }

  test.each([
    ['nothing is said while it is in force', inForce, undefined],
    ['a minute’s difference between clocks is none', { ...inForce, exp: now - 59, nbf: now + 60 }, undefined],
    ['it is told that it has run out', { ...inForce, exp: now - 60 }, { code: 'token-expired', claim: 'exp' }],
    ['it is told that it is not valid yet', { ...inForce, nbf: now + 61 }, { code: 'token-not-yet', claim: 'nbf' }],
    ['it is told that it was issued in the future', { ...inForce, iat: now + 61 }, { code: 'token-not-yet', claim: 'iat' }],
    ['it is told that it never ends', { iat: now }, { code: 'token-endless', claim: 'exp' }],
    ['a text is no time', { ...inForce, exp: `${now + 3600}` }, { code: 'token-endless', claim: 'exp' }],
  ])('%s', (_, times, wanted) => {
    expect(standing(times)).toEqual(wanted)
    const told = found({ ...ann, ...times }, { ...(wanted && { standing: wanted as NonNullable<FindingInput['standing']> }) })
    expect(told).toEqual(wanted ? [{ ...wanted, values: [] }] : [])
  })

  test('the ID token counts, and an access token where there is none', () => {
    expect(standingAt({ id: inForce, access: { exp: 1 } }, now)).toBeUndefined()
    expect(standingAt({ access: { exp: 1 } }, now)).toEqual({ code: 'token-expired', claim: 'exp' })
    expect(standingAt({}, now)).toBeUndefined()
  })
})
