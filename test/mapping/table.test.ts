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

describe('miniOrange: groups in a text', () => {
  const read = (teams: string) => {
    const { received, cautions } = verdictOf('miniorange', {
      claims: { ...ann, 'custom:teams': teams },
      settings: { groups: { attribute: 'custom:teams' } },
    })
    return [received.map(({ name }) => name), ...cautions]
  }
  const about = (value: string) => ({ attribute: 'custom:teams', value })

  test.each([
    ['dev,\tops\n', ['dev', 'ops']],
    ['"dev ops"; ops', ['dev ops', 'ops']],
    ['TRUE;1.0', ['true', '1.0']],
    ['nullsoft;TrueNorth;unTRUE', ['nullsoft', 'TrueNorth', 'unTRUE']],
    ['"dev\\u0041\\n\\"x\\""', ['devA\n"x"']],
  ])('%j are %j', (teams, names) => {
    expect(read(teams)).toEqual([names])
  })

  test.each([
    ["'dev team';'ops'", ['dev team', 'ops']],
    ["it's, ops", ["it's", 'ops']],
    ['\'dev "team"\'', ['dev "team"']],
    ["'ann\\'s'", ["ann's"]],
    ['dev"s', ['dev"s']],
    [',dev', []],
    ['dev; ;ops', ['dev']],
    ['dev;NULL;ops', ['dev']],
    [',', []],
  ])('%j are %j, as far as anybody knows', (teams, names) => {
    expect(read(teams)).toEqual([names, { code: 'odd-list', ...about(teams), unverified: true }])
  })

  test('of a name that ends in a semicolon nothing is left behind it', () => {
    expect(read('"dev;";ops')).toEqual([['dev', 'ops'], { code: 'group-split', value: 'dev;' }])
  })

  test.each(['dev ops', "dev team's", 'a:b', "'dev", '"dev', 'dev\\', "'a'b", 'dev,,two words'])('%j are none', (teams) => {
    expect(read(teams)).toEqual([[], { code: 'unreadable-groups', ...about(teams) }])
  })
})
