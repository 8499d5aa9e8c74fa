import { describe, expect, test } from 'vitest'
import { cases as atlassian } from './cases/atlassian'
import { ann, type Case, summary, verdictOf } from './cases/case'
import { facts } from './cases/facts'
import { cases as onTheFly } from './cases/miniorange-on-the-fly'
import { cases as profile } from './cases/miniorange-profile'
import { cases as rules } from './cases/miniorange-rules'
import { cases as others } from './cases/others'

const tables: readonly (readonly [app: string, name: string, cases: readonly Case[]])[] = [
  ['miniorange', 'miniOrange, User Profile and Sign In Settings', profile],
  ['miniorange', 'miniOrange, Manual Group Mapping', rules],
  ['miniorange', 'miniOrange, On-The Fly Group Mapping', onTheFly],
  ['atlassian', 'Atlassian’s built-in SSO', atlassian],
  ['kantega', 'an app of which nothing is known', others],
]

describe.each(tables)('%s: %s', (app, _, cases) => {
  test.each(cases.map((one) => [`${one.title} [${one.fact}]`, one] as const))('%s', (_title, one) => {
    expect(summary(verdictOf(app, one))).toMatchObject(one.expected)
  })
})

test('every fact is cited, and every title stands once', () => {
  const all = tables.flatMap(([, , cases]) => cases)
  expect(new Set(all.map(({ fact }) => fact))).toEqual(new Set(Object.keys(facts)))
  expect(all.length).toBeGreaterThanOrEqual(120)
  expect(new Set(tables.flatMap(([app, , cases]) => cases.map(({ title }) => `${app}: ${title}`))).size).toBe(all.length)
})

test.each([
  ["'dev team';'ops'", true],
  ["it's, ops", true],
  ['dev ops', undefined],
  ["dev team's", undefined],
])('miniOrange: groups in the text %s are not read; that it is so is unverified: %s', (teams, unverified) => {
  const settings = { groups: { attribute: 'custom:teams' } }
  const [caution, ...others] = verdictOf('miniorange', { claims: { ...ann, 'custom:teams': teams }, settings }).cautions
  expect(caution).toEqual({ code: 'unreadable-groups', attribute: 'custom:teams', value: teams, ...(unverified && { unverified }) })
  expect(others).toEqual([])
})
