import type { Dialect } from '../claims/dialect'
import { byEmail, byUsername } from './accounts'
import { groupIn } from './directory'
import { Memberships } from './memberships'
import { readsOf } from './reads'
import { judgeRules } from './rules'
import type { MappingInput, MappingSemantics } from './semantics'
import { mappingPaths } from './unused-settings'
import type { Taken, Verdict } from './verdict'

/** For apps of whose mapping nothing is known: what the settings say, taken at their word, and the verdict says that it is a guess. */
export const unverified = (dialect: Dialect): MappingSemantics => ({
  settings: mappingPaths,
  reads: readsOf,
  judge: (input) => judge(input, dialect),
  form: () => [],
})

function judge(input: MappingInput, dialect: Dialect): Verdict {
  const { mapping } = input
  const values = new Map(dialect.names(input.claims).map(({ name, value }) => [name, value]))
  const username = taken(mapping.username, values)
  const email = taken(mapping.email, values)
  const by = mapping.matchBy
  const value = by === 'email' ? email.value : username.value
  const found = by === 'email' ? byEmail(input, value) : byUsername(input, value)
  const names = namesIn(input)
  const rules = judgeRules(mapping.groups.rules, names, {
    names: (when) => when.split(';').filter(Boolean),
    oneRowAGroup: false,
    exists: groupIn(input.directory),
  })
  const memberships = new Memberships(found.isNew ? [] : found.account?.groups)
  for (const { index, state, rule, matched } of rules)
    if (state === 'matched') memberships.add(rule.confluenceGroup.trim(), { by: 'rule', rule: index, value: matched[0] ?? '' })
  return {
    outcome: value ? (found.isNew ? 'created' : 'signed-in') : 'refused',
    ...(!value && { refusal: { code: 'nothing-to-go-by' } as const }),
    lookup: { by, value, isKnown: found.isKnown },
    account: value && username.value.toLowerCase(),
    ...{ username, email, rules },
    name: taken(mapping.fullName, values),
    profile: found.isNew ? 'set' : mapping.enabled ? 'updated' : 'left',
    received: names.map((name) => ({ name, becomes: name, fate: 'rules' })),
    memberships: value ? memberships.list(input.directory, false) : [],
    others: memberships.others,
    cautions: [{ code: 'unverified-app' }],
  }
}

function taken(attribute: string, values: ReadonlyMap<string, string>): Taken {
  if (!attribute) return { value: '', how: 'unset' }
  const value = values.get(attribute)
  return { value: value ?? '', from: attribute, how: value === undefined ? 'absent' : 'taken' }
}

function namesIn({ claims, mapping }: MappingInput): readonly string[] {
  const { attribute } = mapping.groups
  const claim = Object.hasOwn(claims, attribute) ? claims[attribute] : undefined
  return (Array.isArray(claim) ? claim : [claim]).filter((name) => typeof name === 'string')
}
