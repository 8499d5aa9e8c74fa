import { type Dialect, namesOf } from '../claims/dialect'
import { asExactJson } from '../claims/exact-json'
import { readingOf, textsOf } from '../claims/reading'
import { byEmail, byUsername, deactivated, type FoundAccount } from './accounts'
import { groupIn } from './directory'
import { domainRefusal } from './domain'
import type { GroupNames } from './group-names'
import { javaTrim } from './java-trim'
import type { Match } from './matcher'
import { Memberships, noGroup, theseGroups } from './memberships'
import { type Sifted, sift, unsifted, unused } from './on-the-fly'
import { readsOf } from './reads'
import type { Refusal } from './refusal'
import { replaced } from './replace'
import { judgeRules, mayJoin } from './rules'
import type { MappingInput, MappingSemantics } from './semantics'
import { type Attributes, cut, nameOf, type Part } from './taking'
import { mappingPaths } from './unused-settings'
import type { RuleReport, Taken, Verdict } from './verdict'

/** For apps of whose mapping nothing is known: what the settings say, taken at their word, and the verdict says that it is a guess. */
export const unverified = (dialect: Dialect): MappingSemantics => ({
  settings: mappingPaths,
  beyond: [],
  reads: readsOf,
  judge: (input, match) => judge(input, dialect, match),
  form: () => [],
})

interface Facts {
  readonly username: Part
  readonly email: Taken
  readonly lookup: Verdict['lookup']
  readonly found: FoundAccount
  readonly groups: GroupNames
  readonly sifted: Sifted
  /** None where each group keeps its own name. */
  readonly rules: readonly RuleReport[]
}

function judge(input: MappingInput, dialect: Dialect, match: Match): Verdict {
  const { mapping } = input
  const attributes = new Map(namesOf(input.claims, dialect, asExactJson).map(({ name, value }) => [name, value]))
  const facts = factsOf(input, { attributes, dialect, match })
  const { username, email, lookup, found, groups, sifted, rules } = facts
  const refusal = refusalOf(input, facts)
  const { enabled } = mapping.groups
  const memberships = refusal ? undefined : membershipsOf(input, facts)
  return {
    outcome: refusal ? 'refused' : found.isNew ? 'created' : 'signed-in',
    ...(refusal && { refusal }),
    ...{ lookup, username: username.taken, email, name: nameOf(mapping, attributes), rules },
    account: refusal ? '' : accountOf(facts),
    profile: found.isNew ? 'set' : mapping.enabled ? 'updated' : 'left',
    received: refusal || !enabled ? unused(groups) : sifted.received,
    memberships:
      memberships?.list(input.directory, mapping.groups.createMissing ? theseGroups(sifted.joined.map(({ group }) => group)) : noGroup) ??
      [],
    others: !memberships ? 'kept' : enabled && sifted.hasUnnamed ? 'unsure' : memberships.others,
    cautions: [{ code: 'unverified-app' }, ...username.cautions, ...groups.cautions, ...sifted.cautions],
  }
}

interface Means {
  readonly attributes: Attributes
  readonly dialect: Dialect
  readonly match: Match
}

function factsOf(input: MappingInput, { attributes, dialect, match }: Means): Facts {
  const { mapping, claims } = input
  const username = usernameOf(mapping, attributes, match)
  const email = taken(mapping.email, attributes)
  const by = mapping.matchBy
  const value = by === 'email' ? email.value : username.taken.value
  const found = by === 'email' ? byEmail(input, value) : byUsername(input, value)
  const names = textsOf(readingOf(claims, mapping.groups.attribute, 'groups', dialect))
  const pattern = mapping.groups.replacePattern.trim()
  const groups: GroupNames = pattern
    ? replaced(names, { pattern, by: mapping.groups.replaceWith.trim() }, match)
    : { names: names.map((name) => ({ name, becomes: name })), cautions: [] }
  const isManual = mapping.groups.mode === 'manual'
  const rules = judgeRules(isManual ? mapping.groups.rules : [], groups.names, {
    names: (when) => when.split(';').filter(Boolean),
    oneRowAGroup: false,
    joins: true,
    exists: groupIn(input.directory),
  })
  const lookup = { by, value, isKnown: found.isKnown }
  return { username, email, lookup, found, groups, rules, sifted: isManual ? unsifted(groups) : sift(input, groups, match) }
}

function usernameOf({ username, usernamePattern }: MappingInput['mapping'], attributes: Attributes, match: Match): Part {
  const whole = taken(username, attributes)
  const pattern = usernamePattern.trim()
  return pattern && whole.value ? cut({ value: whole.value, from: username }, pattern, match) : { taken: whole, cautions: [] }
}

function taken(attribute: string, attributes: Attributes): Taken {
  if (!attribute) return { value: '', how: 'unset' }
  const value = attributes.get(attribute)
  return { value: value ?? '', from: attribute, how: value === undefined ? 'absent' : 'taken' }
}

function refusalOf(input: MappingInput, { username, email, lookup, found, groups, rules }: Facts): Refusal | undefined {
  const { mapping } = input
  const isUnmapped = mapping.groups.mode === 'manual' && !rules.some(mayJoin)
  if (username.refusal) return username.refusal
  if (!lookup.value.trim()) return { code: 'nothing-to-go-by' }
  if (found.several) return { code: 'several-accounts', email: email.value, accounts: found.several }
  if (found.account?.isDeactivated) return deactivated(found)
  if (found.isNew && !mapping.createUsers) return { code: 'no-account', value: lookup.value }
  if (found.isNew && mapping.groups.restrictToMapped && isUnmapped) return { code: 'no-mapped-group' }
  return domainRefusal(input, email.value) ?? groups.refusal
}

/** Whoever has an account keeps its name, by whatever they are found; of an account that nobody has looked up by e-mail it is unknown. */
function accountOf({ found, lookup, username, email }: Facts): string {
  if (found.account) return found.account.username.toLowerCase()
  return lookup.by === 'email' && !found.isNew ? '' : (username.taken.value || email.value).toLowerCase()
}

/** Where groups are mapped: those of rules that do not fit are left, or those that are not in the token; defaults and the token's are joined. */
function membershipsOf({ mapping, directory }: MappingInput, { found, rules, sifted }: Facts): Memberships {
  const { enabled, mode, keepExisting, excludeGroups, defaultGroups, defaultFor } = mapping.groups
  const memberships = new Memberships(found.isNew ? [] : found.account?.groups)
  if (!enabled) return memberships
  for (const { index, state, rule } of rules) {
    const group = javaTrim(rule.confluenceGroup)
    if (state === 'unmatched') memberships.remove(group, { by: 'unmatched-rule', rule: index })
    else if (state === 'unsure') memberships.mayLeave(group)
  }
  if (mode === 'on-the-fly' && !keepExisting) {
    const spared = new Set(excludeGroups.map((group) => group.toLowerCase()))
    if (sifted.isPartly) memberships.mayLeaveAllBut(spared)
    else memberships.removeAllBut(spared, { by: 'not-in-token' })
  }
  if (defaultFor === 'all' || (defaultFor === 'new' && found.isNew))
    for (const group of defaultGroups) if (groupIn(directory)(group) !== false) memberships.add(group, { by: 'default' })
  for (const { index, state, rule, matched } of rules) {
    const group = javaTrim(rule.confluenceGroup)
    if (state === 'matched') memberships.add(group, { by: 'rule', rule: index, value: matched[0] ?? '' })
    else if (state === 'unsure') memberships.mayJoin(group)
  }
  for (const { group, value } of sifted.joined) memberships.add(group, { by: 'name', value })
  for (const group of sifted.doubtful) memberships.mayJoin(group)
  return memberships
}
