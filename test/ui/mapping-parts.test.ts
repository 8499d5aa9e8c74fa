import { describe, expect, test } from 'vitest'
import { plainDialect } from '../../src/claims/dialect'
import { dialects } from '../../src/sso-apps/dialects'
import atlassian from '../../src/sso-apps/dialects/atlassian'
import miniorange from '../../src/sso-apps/dialects/miniorange'
import { semanticsOf } from '../../src/sso-apps/mapping'
import { namesLike, suggestionsFor, withName, withRule } from '../../src/workbench/mapping/suggestions'
import { usualMapping } from '../../src/workbench/mapping/usual'
import { asText, asValue, withClaim } from '../../src/workbench/mapping/what-if'

const claims = { email: 'ann@acme.com', 'cognito:groups': ['dev'], address: { country: 'CH' } }

test('fields suggest the attributes that the token has, spelled for the app, lists first where a list is wanted', () => {
  expect(suggestionsFor('username', claims, miniorange)).toEqual(['email', 'address.country', 'cognito:groups'])
  expect(suggestionsFor('groups.attribute', claims, miniorange)?.[0]).toBe('cognito:groups')
  expect(suggestionsFor('username', claims, atlassian)?.[0]).toBe('${email}')
  expect(suggestionsFor('usernamePattern', claims, miniorange)).toBeUndefined()
})

test('a field suggests what it can take, as it takes it', () => {
  const more = { ...claims, email_verified: true, teams: [{ name: 'dev' }, { name: 'ops' }] }
  expect(suggestionsFor('username', more, atlassian)).toEqual(['${email}'])
  expect(suggestionsFor('groups.attribute', more, atlassian)).toEqual(['cognito:groups'])
  expect(suggestionsFor('groups.attribute', { teams: more.teams }, miniorange)).toEqual(['teams[*].name'])
  expect(suggestionsFor('username', { teams: more.teams }, miniorange)).toEqual(['teams[0].name', 'teams[1].name'])
})

test.each([
  ['username', 'department', miniorange, ['custom:department']],
  ['username', 'Custom:Department ', miniorange, ['custom:department']],
  ['fullName', 'givenName', miniorange, ['given_name']],
  ['email', '${email}', miniorange, ['email']],
  ['email', 'email', atlassian, ['${email}']],
  ['username', '${department}', atlassian, ['${custom:department}']],
  ['groups.attribute', '${cognito:groups}', atlassian, ['cognito:groups']],
  ['groups.attribute', 'groups', miniorange, ['cognito:groups', 'custom:groups']],
  ['groups.attribute', 'cognito:group', miniorange, []],
  ['username', 'email', miniorange, []],
  ['username', '', miniorange, []],
  ['username', '${given_name}.${department}', atlassian, []],
  ['usernamePattern', 'e-mail', miniorange, []],
] as const)('where %s reads %s, the names that it may be meant for are offered', (path, typed, dialect, expected) => {
  const token = { ...claims, given_name: 'Ann', 'custom:department': 'IT', 'custom:groups': 'dev' }
  expect(namesLike(typed, suggestionsFor(path, token, dialect) ?? [])).toEqual(expected)
})

test('of a provider without Cognito’s prefixes the bare name may be meant', () => {
  const token = { sub: '1', groups: ['dev'], department: 'IT' }
  expect(namesLike('cognito:groups', suggestionsFor('groups.attribute', token, miniorange) ?? [])).toEqual(['groups'])
  expect(namesLike('custom:department', suggestionsFor('fullName', token, miniorange) ?? [])).toEqual(['department'])
})

describe('the usual mapping of somebody’s claims', () => {
  const ann = { 'cognito:username': 'ann', email: 'ann@acme.com', name: 'Ann Archer' }
  const federated = { ...ann, 'cognito:username': 'Google_105127', identities: [{ providerName: 'Google' }] }
  const usual = (app: string, claims: object, groups = 'cognito:groups') =>
    usualMapping({ ...claims }, { dialect: dialects[app] ?? plainDialect, settings: semanticsOf(app).settings, groups })
  const names = { given_name: 'Ann', family_name: 'Archer' }

  test('is user name, address and name as the SSO app wants them typed', () => {
    expect(usual('miniorange', ann)).toEqual({ username: 'cognito:username', email: 'email', fullName: 'name' })
    expect(usual('atlassian', ann)).toEqual({ username: '${cognito:username}', email: '${email}', fullName: '${name}' })
  })

  test('has no user name that no person would type where there is a better one', () => {
    expect(usual('miniorange', federated)['username']).toBe('email')
    expect(usual('miniorange', { ...federated, preferred_username: 'ann' })['username']).toBe('preferred_username')
    expect(usual('miniorange', { 'cognito:username': 'Google_105127', identities: federated.identities })).toEqual({})
  })

  test('reads groups where the token has them, if that is not where Cognito has them', () => {
    const keycloak = {
      preferred_username: 'ann',
      email: 'ann@acme.com',
      name: 'Ann Archer',
      groups: ['dev'],
      realm_access: { roles: ['x'] },
    }
    expect(usual('miniorange', keycloak)).toMatchObject({ username: 'preferred_username', 'groups.attribute': 'groups' })
    expect(usual('atlassian', keycloak)).toMatchObject({ username: '${preferred_username}', 'groups.attribute': 'groups' })
    for (const other of [
      { ...ann, groups: 'dev' },
      { ...ann, 'cognito:groups': ['ops'], groups: ['dev'] },
    ])
      expect(usual('miniorange', other)).not.toHaveProperty(['groups.attribute'])
    expect(usual('miniorange', keycloak, 'realm_access.roles')).not.toHaveProperty(['groups.attribute'])
  })

  test('takes first and last name where there is no whole one', () => {
    expect(usual('miniorange', { 'cognito:username': 'ann', name: ' ', ...names })).toEqual({
      username: 'cognito:username',
      firstName: 'given_name',
      lastName: 'family_name',
    })
    expect(usual('atlassian', names)).toEqual({ fullName: '${given_name} ${family_name}' })
    expect(usual('miniorange', { given_name: 'Ann' })).toEqual({})
  })
})

test('a click makes a rule of a group, or adds it to the row that its Confluence group has already', () => {
  const rules = withRule([], 'Dev')
  expect(rules).toEqual([{ confluenceGroup: 'dev', when: 'Dev' }])
  expect(withRule(rules, 'DEV')).toEqual([{ confluenceGroup: 'dev', when: 'Dev;DEV' }])
  expect(withRule([{ confluenceGroup: 'dev', when: '' }], 'dev')).toEqual([{ confluenceGroup: 'dev', when: 'dev' }])
})

test('a row goes on fitting what it fitted when a name is added: white space around it did not count, within it does', () => {
  expect(withRule([{ confluenceGroup: 'dev', when: ' ops ' }], 'Dev')).toEqual([{ confluenceGroup: 'dev', when: 'ops;Dev' }])
  const strayed = { confluenceGroup: 'dev\u00a0', when: 'ops' }
  expect(withRule([strayed], 'dev'), 'no group of that name').toEqual([strayed, { confluenceGroup: 'dev', when: 'dev' }])
  expect(withName(' Dev; x ;', 'dev')).toBe('Dev; x ;dev')
  expect(withName(' ', 'dev')).toBe('dev')
})

test('claims are edited as text, a list by lines, anything else as JSON', () => {
  for (const value of ['ann', ['dev', 'ops'], true, 7, { a: [1] }, null, []])
    expect(asValue(asText(value)), JSON.stringify(value)).toEqual(value)
  expect(asValue({ kind: 'json', text: '{oops' })).toBe('{oops')
  expect(asValue(asText([9007199254740993n]))).toEqual([9007199254740993n])
  expect(asValue({ kind: 'list', text: 'dev\n' })).toEqual(['dev'])
})

test('a claim can be changed, left out and added, and the others keep their places', () => {
  expect(Object.entries(withClaim(claims, 'email', 'x'))[0]).toEqual(['email', 'x'])
  expect(withClaim(claims, 'email', undefined)).not.toHaveProperty('email')
  expect(Object.keys(withClaim(claims, 'mail', '')).at(-1)).toBe('mail')
})
