import { expect, test } from 'vitest'
import { dialect as atlassian } from '../../src/sso-apps/atlassian'
import { dialect as miniorange } from '../../src/sso-apps/miniorange'
import { suggestionsFor, withRule } from '../../src/workbench/mapping/suggestions'
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

test('a click makes a rule of a group, or adds it to the row that its Confluence group has already', () => {
  const rules = withRule([], 'Dev')
  expect(rules).toEqual([{ confluenceGroup: 'dev', when: 'Dev' }])
  expect(withRule(rules, 'DEV')).toEqual([{ confluenceGroup: 'dev', when: 'Dev;DEV' }])
  expect(withRule([{ confluenceGroup: 'dev', when: '' }], 'dev')).toEqual([{ confluenceGroup: 'dev', when: 'dev' }])
})

test('claims are edited as text, a list by lines, anything else as JSON', () => {
  for (const value of ['ann', ['dev', 'ops'], true, 7, { a: [1] }, null, []])
    expect(asValue(asText(value)), JSON.stringify(value)).toEqual(value)
  expect(asValue({ kind: 'json', text: '{oops' })).toBe('{oops')
  expect(asValue({ kind: 'list', text: 'dev\n' })).toEqual(['dev'])
})

test('a claim can be changed, left out and added, and the others keep their places', () => {
  expect(Object.entries(withClaim(claims, 'email', 'x'))[0]).toEqual(['email', 'x'])
  expect(withClaim(claims, 'email', undefined)).not.toHaveProperty('email')
  expect(Object.keys(withClaim(claims, 'mail', '')).at(-1)).toBe('mail')
})
