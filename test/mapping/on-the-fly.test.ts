import { describe, expect, test } from 'vitest'
import { unknownDirectory } from '../../src/mapping/directory'
import { javaMatch } from '../../src/mapping/matcher'
import { sift } from '../../src/mapping/on-the-fly'
import { replaced } from '../../src/mapping/replace'
import { judgeRules } from '../../src/mapping/rules'
import type { MappingInput } from '../../src/mapping/semantics'
import { type Settings, settingsFor } from './cases/case'

const names = (...received: readonly string[]) => ({ names: received.map((name) => ({ name, becomes: name.trim() })), cautions: [] })
const sifted = (groups: NonNullable<Settings['groups']>, ...received: readonly string[]) => {
  const mapping = settingsFor('miniorange', { groups: { mode: 'on-the-fly', ...groups } })
  const input: MappingInput = { claims: {}, mapping, allowedDomains: [], directory: unknownDirectory, assume: 'new' }
  return sift(input, names(...received), javaMatch())
}
const passing = (groups: NonNullable<Settings['groups']>, ...received: readonly string[]) =>
  sifted(groups, ...received).joined.map(({ group }) => group)

describe('the filter', () => {
  test.each([
    [{ filter: 'starts-with', filterText: 'a.' }, ['a.b']],
    [{ filter: 'contains', filterText: 'a.' }, ['a.b', 'xa.']],
    [{ filter: 'pattern', filterText: ' ^a. ' }, ['a.b', 'axb']],
    [{ filter: 'none', filterText: 'a.' }, ['a.b', 'xa.', 'axb', 'B']],
    [{ filter: 'pattern', filterText: ' ' }, ['a.b', 'xa.', 'axb', 'B']],
  ] as const)('%j lets %j through', (groups, expected) => {
    expect(passing(groups, 'a.b', 'xa.', 'axb', 'B')).toEqual(expected)
  })

  test('counts those that get through, and no name of which nothing is left', () => {
    expect(sifted({ filter: 'starts-with', filterText: 'a' }, 'ab', 'b', ' ').passed).toBe(1)
  })

  test.each([
    [' (a ', '(a', 'refused-pattern', []],
    [' (?>a) ', '(?>a)', 'only-java', []],
  ])('says once that %j could not be run, as it is saved: what Java refuses lets nobody through', (filterText, pattern, code, through) => {
    const { cautions, joined } = sifted({ filter: 'pattern', filterText }, 'a', 'b')
    expect(cautions).toMatchObject([{ code, pattern }])
    expect(joined.map(({ group }) => group)).toEqual(through)
  })

  test('by a pattern that Java refuses is told of where no groups came', () => {
    expect(sifted({ filter: 'pattern', filterText: '(a' }).cautions).toMatchObject([{ code: 'refused-pattern' }])
    expect(sifted({ filter: 'pattern', filterText: 'a' }).cautions).toEqual([])
  })

  test('by a pattern is tried as Java trims it', () => {
    expect(passing({ filter: 'pattern', filterText: '^a\u00a0' }, 'a.b')).toEqual([])
  })
})

describe('the replacement', () => {
  const becomes = (pattern: string, by: string, name: string) => {
    const { names: made, cautions, refusal } = replaced([name], { pattern, by }, javaMatch())
    return [made[0]?.becomes, ...cautions.map(({ code }) => code), ...(refusal ? [refusal.code] : [])]
  }

  test.each([
    ['(.*):group:(.*)#', '$2', 'x:group:dev#', ['dev']],
    ['(.*):group:(.*)#', '$ 2 $1', 'x:group:dev#', ['devx', 'replacement-text']],
    ['a(b)(c)?', '$1$2', 'ab', ['bnull']],
    ['a(b)', '$1x', 'ab', ['', 'replacement-text']],
    ['a(b)', '$x1', 'ab', ['', 'replacement-text']],
    ['a(b)', '$1$2', 'ab', ['b', 'replacement-text']],
    ['a(b)(c)', '$1 $2', 'abc', ['bc', 'replacement-text']],
    ['a(b)(c)', '$+2', 'abc', ['c']],
    ['a(b)(c)', '$-1', 'abc', ['', 'replacement-text']],
    ['a(b)(c)', '$2\u00a0$1', 'abc', ['', 'replacement-text']],
    ['a(b)(c)', '2', 'abc', ['c']],
    ['a(b)', '', 'ab', ['', 'replacement-text']],
    ['b', '', 'abc', ['b']],
    ['b', '$1', 'abc', ['b', 'replacement-ignored']],
    ['(a)', '$1', ' b ', ['b']],
    ['(.*)x', '$1', ' a x', ['a']],
    ['(a', '$1', 'a', ['a', 'pattern']],
  ])('of %s by %j makes of %j: %j', (pattern, by, name, expected) => {
    expect(becomes(pattern, by, name)).toEqual(expected)
  })
})

describe('rules', () => {
  const rules = [
    { confluenceGroup: 'dev', when: 'a' },
    { confluenceGroup: ' dev ', when: 'b' },
  ]
  const states = (oneRowAGroup: boolean) =>
    judgeRules(rules, [{ name: 'b', becomes: 'b' }], {
      names: (when) => [when],
      oneRowAGroup,
      joins: true,
      exists: (group) => group === 'dev',
    }).map(({ state }) => state)

  test('of an app that keeps one row for a group: the first alone counts', () => {
    expect(states(true)).toEqual(['unmatched', 'unused'])
  })

  test('of any other: each counts', () => {
    expect(states(false)).toEqual(['unmatched', 'matched'])
  })
})
