import { expect, test } from 'vitest'
import { namesOf } from '../../src/claims/dialect'
import type { Claims } from '../../src/session/session'
import { ssoApps } from '../../src/sso-apps'
import { dialects } from '../../src/sso-apps/dialects'

const claims = {
  email: 'ann@acme.example',
  email_verified: true,
  'cognito:groups': ['dev', 'o"ps'],
  identities: [{ userId: '1', primary: 'true' }],
  address: { country: 'DE', lines: ['a', 'b'] },
  nothing: null,
}

const spelling = (app: string, given: Claims) => dialects[app] && namesOf(given, dialects[app])

const alike = (name: string, value: string, raw: unknown = value) => ({ name, value, raw, names: { fields: name, groups: name } })

test('miniOrange flattens what is nested, and quotes it as it does what is listed; groups may stand in every object of a list', () => {
  expect(spelling('miniorange', claims)).toEqual([
    alike('email', 'ann@acme.example'),
    alike('email_verified', 'true', true),
    alike('cognito:groups', '"dev";"o\\"ps"', ['dev', 'o"ps']),
    { name: 'identities[0].userId', value: '"1"', raw: '1', names: { fields: 'identities[0].userId', groups: 'identities[*].userId' } },
    {
      name: 'identities[0].primary',
      value: '"true"',
      raw: 'true',
      names: { fields: 'identities[0].primary', groups: 'identities[*].primary' },
    },
    alike('address.country', '"DE"', 'DE'),
    alike('address.lines', '"a";"b"', ['a', 'b']),
    alike('nothing', '', null),
  ])
})

test('miniOrange: through a list the field for groups takes texts one step deep, and everything else by its place', () => {
  const teams = [{ id: 7, name: 'dev', of: { unit: 'it' } }]
  const typed = spelling('miniorange', { teams, pairs: [['dev'], ['ops']] })?.map(({ names }) => names.groups)
  expect(typed).toEqual(['teams[0].id', 'teams[*].name', 'teams[0].of.unit', 'pairs[0]', 'pairs[1]'])
})

test.each([
  [
    'one object has no such text',
    { teams: [{ name: 'dev', unit: 'it' }, { name: 'ops' }] },
    ['teams[*].name', 'teams[0].unit', 'teams[*].name'],
  ],
  ['one has something else there', { teams: [{ name: 'dev' }, { name: 7 }] }, ['teams[0].name', 'teams[1].name']],
  ['one is no object', { teams: [{ name: 'dev' }, 'ops'] }, ['teams[0].name', 'teams']],
  ['the list is no claim by itself', { acme: { teams: [{ name: 'dev' }] } }, ['acme.teams[0].name']],
])('miniOrange: a text is taken by its place where %s, since a path that leads nowhere ends the login', (_, given, typed) => {
  expect(spelling('miniorange', given)?.map(({ names }) => names.groups)).toEqual(typed)
})

test('Atlassian takes texts by templates, a plain name for groups, and nothing else', () => {
  expect(spelling('atlassian', claims)).toEqual([
    { name: '${email}', value: 'ann@acme.example', raw: 'ann@acme.example', names: { fields: '${email}' } },
    { name: 'email_verified', value: 'true', raw: true, names: {} },
    { name: 'cognito:groups', value: '["dev","o\\"ps"]', raw: ['dev', 'o"ps'], names: { groups: 'cognito:groups' } },
    { name: 'identities', value: '[{"userId":"1","primary":"true"}]', raw: claims.identities, names: {} },
    { name: 'address', value: '{"country":"DE","lines":["a","b"]}', raw: claims.address, names: {} },
    { name: 'nothing', value: 'null', raw: null, names: {} },
  ])
})

test('a dialect is a known app’s, by the name of its file', () => {
  expect(ssoApps.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(dialects)))
})

test.each(Object.keys(dialects))('%s spells what is nested beyond all reason', (app) => {
  const deep = JSON.parse(`${'{"a":['.repeat(5_000)}1${']}'.repeat(5_000)}`) as unknown
  expect(spelling(app, { deep })).toHaveLength(1)
})
