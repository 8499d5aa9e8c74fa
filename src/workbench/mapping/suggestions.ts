import type { Dialect } from '../../claims/dialect'
import type { Directory } from '../../mapping/directory'
import { javaTrim } from '../../mapping/java-trim'
import type { Verdict } from '../../mapping/verdict'
import type { Claims } from '../../session/session'
import type { GroupRule } from '../../settings/catalog'

/** Settings that take the name of an attribute. */
const attributes = ['username', 'email', 'fullName', 'firstName', 'lastName', 'groups.attribute']

/** Values that a person may want for a setting, from the claims at hand, as its field takes them. */
export function suggestionsFor(path: string, claims: Claims, dialect: Dialect): readonly string[] | undefined {
  if (!attributes.includes(path)) return undefined
  const wantsList = path === 'groups.attribute'
  const names = Object.entries(claims).flatMap(([claim, value]) =>
    dialect.names(claim, value).flatMap(({ names: { [wantsList ? 'groups' : 'fields']: name } }) => {
      return name === undefined ? [] : [{ name, isList: Array.isArray(value) }]
    }),
  )
  const sorted = names.toSorted((a, b) => Number(b.isList === wantsList) - Number(a.isList === wantsList))
  return [...new Set(sorted.map(({ name }) => name))]
}

/**
 * Of the names that a field suggests those that may be meant by one that is not among them: written otherwise, in another app's manner, or
 * with or without the prefix that Cognito gives.
 */
export function namesLike(typed: string, suggested: readonly string[]): readonly string[] {
  const [bare, withoutPrefix] = [bareOf(typed), bareOf(typed.replace(prefix, ''))]
  if (!bare || suggested.includes(typed)) return []
  return suggested.filter((name) => [bare, withoutPrefix].includes(bareOf(name)) || bareOf(name.replace(prefix, '')) === bare)
}

const prefix = /^(?:\$\{)?(?:dev:)?(?:custom|cognito):/
const bareOf = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Names for either side of a rule. */
export const ruleNames = (
  verdict: Verdict | undefined,
  { groups, someGroups = [] }: Directory,
): Readonly<Record<keyof GroupRule, readonly string[]>> => ({
  when: [...new Set(verdict?.received.map(({ becomes }) => becomes).filter(Boolean))],
  confluenceGroup: groups ?? someGroups,
})

/** The rules with one more: for a Confluence group of the same name, or in a row that it has already. */
export function withRule(rules: readonly GroupRule[], group: string): readonly GroupRule[] {
  const name = group.toLowerCase()
  const index = rules.findIndex(({ confluenceGroup }) => javaTrim(confluenceGroup).toLowerCase() === name)
  const same = rules[index]
  if (!same) return [...rules, { confluenceGroup: name, when: group }]
  return rules.with(index, { ...same, when: withName(same.when, group) })
}

/** What a row asks for, with one more name. White space counts between two names, and not around the row. */
export const withName = (when: string, name: string): string =>
  [
    ...javaTrim(when)
      .split(';')
      .filter((one) => one.trim()),
    name,
  ].join(';')
