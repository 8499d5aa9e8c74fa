import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesOf } from '../../src/claims/dialect'
import { javaMatch, type Match, noMatch } from '../../src/mapping/matcher'
import type { MappingInput } from '../../src/mapping/semantics'
import { groupsAfter, unsureAfter } from '../../src/mapping/verdict'
import type { GroupRule } from '../../src/settings/catalog'
import miniorange from '../../src/sso-apps/dialects/miniorange'
import { semanticsOf } from '../../src/sso-apps/mapping'
import { ann, settingsFor } from './cases/case'

const apps = ['miniorange', 'atlassian', 'kantega']
const names = ['dev', 'Dev', ' dev', 'ops', 'dev-ops', 'acme:dev', 'confluence-users', 'staff', '', 'a;b', '[x]']
const name = fc.constantFrom(...names)
const rule: fc.Arbitrary<GroupRule> = fc.record({
  confluenceGroup: name.filter((one) => one.trim() !== ''),
  when: fc.array(name, { maxLength: 3 }).map((all) => all.join(';')),
})
const rules = fc.uniqueArray(rule, { maxLength: 5, selector: ({ confluenceGroup }) => confluenceGroup.trim().toLowerCase() })

const groups = fc.record({
  enabled: fc.boolean(),
  mode: fc.constantFrom('manual' as const, 'on-the-fly' as const),
  rules,
  keepExisting: fc.boolean(),
  createMissing: fc.boolean(),
  restrictToMapped: fc.boolean(),
  defaultGroups: fc.subarray(['confluence-users', 'staff']),
  defaultFor: fc.constantFrom('new' as const, 'all' as const, 'none' as const),
  filter: fc.constantFrom('none' as const, 'starts-with' as const, 'contains' as const, 'pattern' as const),
  filterText: fc.constantFrom('', 'dev', '[', 'a*+'),
  replacePattern: fc.constantFrom('', '^(.*)$', 'dev', '(?<a_b>x)'),
  replaceWith: fc.constantFrom('', '$1', 'x$1', '$9'),
  excludeGroups: fc.subarray(['staff', 'ops']),
})

const inputs = (app: string): fc.Arbitrary<MappingInput> =>
  fc
    .record({
      groups,
      matchBy: fc.constantFrom('username' as const, 'email' as const),
      createUsers: fc.boolean(),
      token: fc.array(name, { maxLength: 5 }),
      current: fc.option(fc.subarray(['dev', 'staff', 'ops', 'book-club'])),
      all: fc.option(fc.subarray(['dev', 'staff', 'ops', 'book-club', 'confluence-users'])),
      assume: fc.constantFrom('new' as const, 'existing' as const),
      allowedDomains: fc.subarray(['acme.com', 'other.com']),
    })
    .map(({ groups: set, matchBy, createUsers, token, current, all, assume, allowedDomains }) => ({
      claims: { ...ann, 'cognito:groups': token },
      mapping: settingsFor(app, { groups: set, matchBy, createUsers }),
      directory: {
        accounts: current ? [{ username: 'ann', exists: true as const, email: 'ann@acme.com', groups: current }] : [],
        ...(all && { groups: all }),
      },
      assume,
      allowedDomains,
    }))

const judge = (app: string, input: MappingInput) => semanticsOf(app).judge(input, javaMatch())
const withRules = (input: MappingInput, more: readonly GroupRule[]): MappingInput => ({
  ...input,
  mapping: { ...input.mapping, groups: { ...input.mapping.groups, rules: more } },
})

describe.each(apps)('%s: whatever the settings', (app) => {
  const always = (holds: (input: MappingInput) => void) => fc.assert(fc.property(inputs(app), holds))

  test('the same claims and settings give the same verdict, and are left as they were', () => {
    always((input) => {
      const before = JSON.stringify(input)
      expect(judge(app, input)).toEqual(judge(app, input))
      expect(JSON.stringify(input)).toBe(before)
    })
  })

  test('a verdict survives the way to a worker and back', () => {
    always((input) => {
      expect(structuredClone(judge(app, input))).toEqual(judge(app, input))
    })
  })

  test('the order of groups in the token changes nobody’s groups', () => {
    always((input) => {
      const token = input.claims['cognito:groups'] as string[]
      const turned = { ...input, claims: { ...input.claims, 'cognito:groups': token.toReversed() } }
      expect(groupsAfter(judge(app, turned))).toEqual(groupsAfter(judge(app, input)))
    })
  })

  test('removing a rule puts nobody into a group that is neither a default nor their own already', () => {
    always((input) => {
      const own = [
        ...input.mapping.groups.defaultGroups,
        ...input.directory.accounts.flatMap((one) => (one.exists ? (one.groups ?? []) : [])),
      ]
      const foreign = (one: MappingInput) => groupsAfter(judge(app, one)).filter((group) => !own.includes(group))
      const all = input.mapping.groups.rules
      for (const [index] of all.entries())
        expect(foreign(input)).toEqual(expect.arrayContaining(foreign(withRules(input, all.toSpliced(index, 1)))))
    })
  })

  test('a group stands once, in lower case', () => {
    always((input) => {
      const all = judge(app, input).memberships.map(({ group }) => group)
      expect(new Set(all).size).toBe(all.length)
      expect(all).toEqual(all.map((group) => group.toLowerCase()))
    })
  })

  test('whoever is refused has no groups, but for the account that is made all the same', () => {
    always((input) => {
      const { outcome, memberships, account, cautions } = judge(app, input)
      const isMade = cautions.some(({ code }) => code === 'created-all-the-same')
      if (outcome === 'refused' && !isMade) expect([account, memberships]).toEqual(['', []])
      else expect(account !== '' || input.mapping.matchBy === 'email').toBe(true)
    })
  })

  test('nobody is put into a group that the directory lacks, unless it is made', () => {
    always((input) => {
      const { groups: all } = input.directory
      for (const { group, change, creates } of judge(app, input).memberships)
        if (all && change === 'added') expect(all.includes(group) || creates === 'yes', group).toBe(true)
    })
  })

  test('a pattern that takes too long leaves a verdict', () => {
    always((input) => {
      expect(semanticsOf(app).judge(input, noMatch).outcome).toBeDefined()
    })
  })
})

test.each(apps)('%s judges any claims whatever without an error', (app) => {
  const attribute = fc.constantFrom('a', 'b', 'a[*].b', '', '${a}', '__proto__', 'constructor', 'a.b')
  fc.assert(
    fc.property(
      fc.object({ key: fc.constantFrom('a', 'b', '__proto__', 'email', 'cognito:groups'), maxDepth: 3 }),
      attribute,
      (claims, from) => {
        const mapping = settingsFor(app, { username: from, email: from, fullName: from, groups: { attribute: from } })
        const input: MappingInput = { claims, mapping, directory: { accounts: [] }, assume: 'new', allowedDomains: ['acme.com'] }
        expect(() => judge(app, input)).not.toThrow()
      },
    ),
  )
})

test('miniOrange: no name that the field for groups is said to take ends a login', () => {
  const deeper = fc.record({ unit: fc.constantFrom('it', 7), of: fc.record({ unit: fc.constant('it') }) })
  const team = fc.record({ id: fc.nat(), name: fc.constantFrom('dev', 'ops', 7), deeper }, { requiredKeys: ['id'] })
  const list = fc.array(fc.oneof({ weight: 9, arbitrary: team }, fc.constantFrom('dev', null)), { maxLength: 3 })
  const pairs = fc.array(fc.array(fc.constantFrom('dev', 7), { maxLength: 2 }), { maxLength: 2 })
  fc.assert(
    fc.property(list, pairs, (teams, lists) => {
      const claims = { ...ann, teams, lists, acme: { teams } }
      for (const { names } of namesOf(claims, miniorange))
        if (names.groups !== undefined) {
          const mapping = settingsFor('miniorange', { groups: { attribute: names.groups } })
          const input: MappingInput = { claims, mapping, directory: { accounts: [] }, assume: 'new', allowedDomains: [] }
          expect(judge('miniorange', input).outcome, names.groups).toBe('created')
        }
    }),
  )
})

test.each(['miniorange', 'kantega'])('%s: what is said where only Java can run the patterns is so, whatever they do there', (app) => {
  const javaAlone: Match = () => ({ onlyJava: 'possessive' })
  const patterns = fc.record({
    replacePattern: fc.constantFrom('', '^(.*)$', 'dev', '^acme:(.*)$'),
    filterText: fc.constantFrom('dev', '^o'),
  })
  fc.assert(
    fc.property(inputs(app), patterns, (input, some) => {
      const tried = { ...input, mapping: { ...input.mapping, groups: { ...input.mapping.groups, ...some } } }
      const [told, so] = [semanticsOf(app).judge(tried, javaAlone), judge(app, tried)]
      if (so.outcome === 'refused') return
      const doubted = new Set(unsureAfter(told))
      expect(groupsAfter(so)).toEqual(expect.arrayContaining([...groupsAfter(told)]))
      for (const { group, change } of told.memberships) if (change === 'removed') expect(groupsAfter(so)).not.toContain(group)
      if (told.others !== 'unsure') expect([...groupsAfter(told), ...doubted]).toEqual(expect.arrayContaining([...groupsAfter(so)]))
      for (const [index, { state }] of told.rules.entries()) if (state !== 'unsure') expect(so.rules[index]?.state).toBe(state)
    }),
  )
})

test('miniOrange: with rows, another group in the token takes nothing away', () => {
  fc.assert(
    fc.property(inputs('miniorange'), name, (input, more) => {
      const { groups: set } = input.mapping
      const manual = { ...input, mapping: { ...input.mapping, groups: { ...set, mode: 'manual' as const, replacePattern: '' } } }
      const richer = { ...manual, claims: { ...ann, 'cognito:groups': [...(input.claims['cognito:groups'] as string[]), more] } }
      expect(groupsAfter(judge('miniorange', richer))).toEqual(expect.arrayContaining([...groupsAfter(judge('miniorange', manual))]))
    }),
  )
})

test('each pattern is run once for each group, however many rules there are', () => {
  const runs: string[] = []
  const token = Array.from({ length: 50 }, (_, index) => `group-${index}`)
  const all = token.map((when) => ({ confluenceGroup: when, when }))
  const mapping = settingsFor('miniorange', { groups: { rules: all, replacePattern: '^(.*)$', replaceWith: '$1' } })
  const input: MappingInput = {
    claims: { ...ann, 'cognito:groups': token },
    mapping,
    directory: { accounts: [] },
    assume: 'new',
    allowedDomains: [],
  }
  const match = javaMatch()
  semanticsOf('miniorange').judge(input, (pattern, text) => {
    runs.push(text)
    return match(pattern, text)
  })
  expect(runs).toEqual(token)
})
