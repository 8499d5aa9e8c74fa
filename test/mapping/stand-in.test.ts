import fc from 'fast-check'
import { expect, test } from 'vitest'
import { javaMatch } from '../../src/mapping/matcher'
import type { MappingInput } from '../../src/mapping/semantics'
import { groupsAfter, type Verdict } from '../../src/mapping/verdict'
import { semanticsOf } from '../../src/sso-apps/mapping'
import { attributesOf } from '../../src/sso-apps/mapping/miniorange/attributes'
import { mapUser as mapByAtlassian } from '../stand-ins/confluence/atlassian/mapping'
import { freshDirectory, type Directory as Wiki } from '../stand-ins/confluence/directory'
import { flattened } from '../stand-ins/confluence/miniorange/attributes'
import { mapUser as mapByMiniOrange } from '../stand-ins/confluence/miniorange/mapping'
import { fillInAtlassian, fillInMiniOrange } from './fill-in'
import { mappings } from './generated'

/** The stand-in's wiki with the accounts and groups that the verdict is told of. */
function wikiOf({ directory }: MappingInput): Wiki {
  const wiki = freshDirectory()
  wiki.groups.clear()
  for (const group of directory.groups ?? []) wiki.groups.add(group)
  for (const account of directory.accounts) {
    if (!account.exists) continue
    const made = wiki.create(account.username, { displayName: account.displayName ?? '', email: account.email ?? '' })
    for (const group of account.groups ?? []) made.groups.add(group)
  }
  return wiki
}

const codes = {
  'no-account': 'USER_NOT_FOUND',
  'no-mapped-group': 'UNAUTHORIZED_USER_LOGIN',
  'no-email-to-create': 'UNAUTHORIZED_USER_LOGIN',
  domain: 'USER_DOMAIN_NOT_ALLOWED',
} as Readonly<Record<string, string>>
const codeOf = ({ refusal }: Verdict) => refusal && (codes[refusal.code] ?? 'SSO_AUTHENTICATION_FAILED')

/** Groups of whoever is in the wiki under a name that it did not have before, or of the account signed in to. */
const groupsIn = (wiki: Wiki, username: string) => [...(wiki.find(username)?.groups ?? [])].sort()

test('miniOrange: attributes are those of the stand-in, however a token is nested', () => {
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('', 'dev', 'a"b', 7, true, null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), tie('value')),
    ),
  }))
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'groups'), value), (claims) => {
      expect([...attributesOf(claims)]).toEqual([...new Map(flattened(claims))])
    }),
  )
})

test('miniOrange: a verdict is what the stand-in’s own login does with the sheet, whatever the mapping and the claims', () => {
  fc.assert(
    fc.property(mappings('miniorange'), (input) => {
      // The stand-in knows every account; so must the verdict.
      const verdict = semanticsOf('miniorange').judge(input, javaMatch())
      const wiki = wikiOf(input)
      const came = mapByMiniOrange(
        input.claims,
        fillInMiniOrange(semanticsOf('miniorange').form(input.mapping, input.allowedDomains)),
        wiki,
      )
      expect(typeof came === 'string' ? came : undefined).toBe(codeOf(verdict))
      expect(typeof came === 'string' ? '' : came.username).toBe(verdict.outcome === 'refused' ? '' : verdict.account)
      if (verdict.account) expect(groupsIn(wiki, verdict.account)).toEqual(groupsAfter(verdict))
      if (typeof came !== 'string' && verdict.profile !== 'left')
        expect([came.displayName.trim() && came.displayName, came.email]).toEqual([named(verdict, came.displayName), verdict.email.value])
    }),
    { numRuns: 600 },
  )
})

/** Somebody whose token has no name keeps the one that they have. */
const named = ({ name, outcome }: Verdict, current: string) => (name.value.trim() ? name.value : outcome === 'created' ? '' : current)

test('Atlassian’s built-in SSO: a verdict is what the stand-in’s own login does with the sheet', () => {
  fc.assert(
    fc.property(mappings('atlassian'), (input) => {
      const verdict = semanticsOf('atlassian').judge(input, javaMatch())
      const wiki = wikiOf(input)
      const came = mapByAtlassian(input.claims, fillInAtlassian(semanticsOf('atlassian').form(input.mapping, [])), wiki)
      expect(came?.username ?? '').toBe(verdict.account)
      // What becomes of groups where none are mapped is unverified, and the stand-in lets people in.
      if (verdict.account && input.mapping.groups.enabled) expect(groupsIn(wiki, verdict.account)).toEqual(groupsAfter(verdict))
    }),
    { numRuns: 300 },
  )
})
