import type { Directory } from '../directory'
import type { MiniOrangeGroupRules } from './settings'

/** Groups to enter and to leave at this sign-in. */
export interface GroupChange {
  readonly join: readonly string[]
  readonly leave: readonly string[]
}

/** Judges a group claim by the rules; with mapping off nothing changes. Observed with 1.1.28. */
export function mapGroups(claim: unknown, rules: MiniOrangeGroupRules, directory: Directory): GroupChange {
  const received = Array.isArray(claim) ? claim.map(String) : typeof claim === 'string' ? [claim] : []
  if (rules.mode === 'manual') return manual(received, rules)
  return rules.mode === 'on-the-fly' ? onTheFly(received, rules, directory) : { join: [], leave: [] }
}

/** Nobody trims the rows: `dev-ops; dev` has no group `dev`. Whoever brings no group leaves all mapped ones. */
function manual(received: readonly string[], { manual: rows }: MiniOrangeGroupRules): GroupChange {
  const fits = (idpGroups: string) => idpGroups.split(';').some((name) => received.includes(name))
  const join = rows.filter(({ idpGroups }) => fits(idpGroups)).map(({ group }) => group)
  return { join, leave: rows.map(({ group }) => group).filter((group) => !join.includes(group)) }
}

function onTheFly(received: readonly string[], rules: MiniOrangeGroupRules, { groups }: Directory): GroupChange {
  // Confluence keeps names of groups in lower case.
  const renamed = received.filter((name) => passes(name, rules.filter)).map((name) => replaced(name, rules.replace).toLowerCase())
  const join = renamed.filter((name) => !rules.excludeGroups.includes(name) && (rules.createNewGroups || groups.has(name)))
  for (const name of join) groups.add(name)
  const spared = rules.keepExisting ? [...groups] : [...join, ...rules.excludeGroups]
  return { join, leave: [...groups].filter((name) => !spared.includes(name)) }
}

function passes(name: string, { kind, value }: MiniOrangeGroupRules['filter']): boolean {
  if (kind === 'starts with') return name.startsWith(value)
  if (kind === 'contains') return name.includes(value)
  return kind === 'none' || new RegExp(value).test(name)
}

function replaced(name: string, rule: MiniOrangeGroupRules['replace']): string {
  return rule ? name.replace(new RegExp(rule.pattern, 'g'), rule.by) : name
}
