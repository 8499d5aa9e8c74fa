import type { Caution } from '../../../mapping/caution'
import { groupIn } from '../../../mapping/directory'
import { javaTrim } from '../../../mapping/java-trim'
import type { Match } from '../../../mapping/matcher'
import { Memberships, noGroup, theseGroups } from '../../../mapping/memberships'
import { type Sifted, sift, unsifted } from '../../../mapping/on-the-fly'
import type { MappingInput } from '../../../mapping/semantics'
import type { Received, RuleReport, Verdict } from '../../../mapping/verdict'
import type { Facts } from '.'

interface How {
  readonly match: Match
  /** The app works on a new user twice: when it makes the account, and then as on anybody who has one. It may not come to that. */
  readonly stopsEarly: boolean
}

/** What a login does to memberships. */
interface Effect {
  readonly received: readonly Received[]
  readonly memberships: Verdict['memberships']
  readonly others: Verdict['others']
  readonly cautions: readonly Caution[]
}

/** *User Groups*, in the order in which version 1.1.28 goes to work. */
export function logIn(input: MappingInput, { found, groups, rules }: Facts, { match, stopsEarly }: How): Effect {
  const { mode, createMissing } = input.mapping.groups
  const sifted = mode === 'manual' ? unsifted(groups) : sift(input, groups, match)
  const pass = new Pass(input, rules, sifted)
  const memberships = new Memberships(found.isNew ? [] : found.account?.groups)
  if (found.isNew) pass.ofNewUser(memberships)
  const given = found.isNew ? memberships.list(input.directory, noGroup) : []
  if (!stopsEarly) pass.ofExistingUser(memberships)
  // Whatever they are joined for, and whether group mapping is on: groups of the token are made before.
  const makes = createMissing ? theseGroups(sifted.joined.map(({ group }) => group)) : noGroup
  const list = memberships.list(input.directory, makes)
  const taken = given.filter(({ group, because }) => because.by === 'default' && memberships.isIn(group) === false)
  return {
    received: sifted.received,
    memberships: list,
    others: sifted.hasUnnamed ? 'unsure' : memberships.others,
    cautions: [
      ...sifted.cautions,
      ...taken.map(({ group }) => ({ code: 'default-taken-back', group }) as const),
      ...pass.cautions(found.isNew),
    ],
  }
}

/** One pass over a user's groups. "Disable Group Mapping" spares existing users only. */
class Pass {
  private readonly settings: MappingInput['mapping']['groups']
  private readonly exists: (group: string) => boolean | undefined

  constructor(
    input: MappingInput,
    private readonly rules: readonly RuleReport[],
    private readonly sifted: Sifted,
  ) {
    this.settings = input.mapping.groups
    const exists = groupIn(input.directory)
    // Groups of the token are made before default groups are looked for.
    const made = new Set(sifted.received.flatMap(({ becomes, fate }) => (fate === 'created' ? [becomes.toLowerCase()] : [])))
    this.exists = (group) => made.has(group.toLowerCase()) || exists(group)
  }

  ofNewUser(memberships: Memberships): void {
    this.defaults(memberships, ['new', 'all'])
    this.join(memberships)
  }

  ofExistingUser(memberships: Memberships): void {
    const { enabled, keepExisting, excludeGroups } = this.settings
    if (enabled) this.leaveUnmatched(memberships)
    // Nothing comes of a token without groups; and it does not ask whether group mapping is disabled.
    if (this.sifted.passed > 0 && !keepExisting) {
      const spared = new Set(excludeGroups.map((group) => group.toLowerCase()))
      if (this.sifted.isPartly) memberships.mayLeaveAllBut(spared)
      else memberships.removeAllBut(spared, { by: 'not-in-token' })
    }
    this.defaults(memberships, ['all'])
    if (enabled) this.join(memberships)
  }

  /** Rows go on taking people out of groups while groups are mapped on the fly. */
  private leaveUnmatched(memberships: Memberships): void {
    const joined = new Set(
      this.rules.flatMap(({ state, rule }) => (state === 'matched' ? [javaTrim(rule.confluenceGroup).toLowerCase()] : [])),
    )
    for (const { index, state, rule } of this.rules) {
      const group = javaTrim(rule.confluenceGroup)
      if (joined.has(group.toLowerCase())) continue
      if (state === 'unmatched') memberships.remove(group, { by: 'unmatched-rule', rule: index })
      else if (state === 'unsure') memberships.mayLeave(group)
    }
  }

  private join(memberships: Memberships): void {
    if (this.settings.mode === 'manual') {
      for (const { index, state, rule, matched } of this.rules) {
        const group = javaTrim(rule.confluenceGroup)
        if (state === 'matched') memberships.add(group, { by: 'rule', rule: index, value: matched[0] ?? '' })
        else if (state === 'unsure') memberships.mayJoin(group)
      }
    } else {
      for (const { group, value } of this.sifted.joined) memberships.add(group, { by: 'name', value })
      for (const group of this.sifted.doubtful) memberships.mayJoin(group)
    }
  }

  private defaults(memberships: Memberships, who: readonly string[]): void {
    // A filter that Java refuses ends the work on groups before it comes to these.
    if (!who.includes(this.settings.defaultFor) || this.sifted.cautions.some(({ code }) => code === 'refused-pattern')) return
    for (const group of this.settings.defaultGroups) if (this.exists(group) !== false) memberships.add(group, { by: 'default' })
  }

  /** What of these settings surprises people. */
  cautions(isNew: boolean): readonly Caution[] {
    const { enabled, mode, keepExisting, rules, replacePattern, defaultGroups, defaultFor } = this.settings
    const missing = defaultFor === 'none' ? [] : defaultGroups.filter((group) => this.exists(group) === false)
    const gives = defaultFor === 'all' || (defaultFor === 'new' && isNew)
    const isUnset = mode === 'manual' && gives && defaultGroups.length === 0
    const joins = mode === 'manual' ? this.rules.some(({ state }) => state === 'matched') : this.sifted.joined.length > 0
    return [
      ...missing.map((group) => ({ code: 'default-missing', group }) as const),
      ...(isUnset ? [{ code: 'default-unset', unverified: true } as const] : []),
      ...(mode === 'on-the-fly' && rules.length > 0 && enabled ? [{ code: 'rules-still-act' } as const] : []),
      ...(mode === 'manual' && replacePattern && rules.length > 0 ? [{ code: 'replacement-acts-on-rules' } as const] : []),
      ...(!enabled && isNew && joins ? [{ code: 'new-users-get-groups' } as const] : []),
      ...(!enabled && !isNew && !keepExisting && this.sifted.passed > 0 ? [{ code: 'loses-groups-though-off' } as const] : []),
    ]
  }
}
