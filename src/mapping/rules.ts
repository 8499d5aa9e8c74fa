import type { GroupRule } from '../settings/catalog'
import type { GroupName } from './group-names'
import { javaTrim } from './java-trim'
import { NearMisses } from './near'
import type { RuleReport } from './verdict'

/** How an app reads its rows; what a row says is cut into names already. */
interface RuleReader {
  /** The names that a row asks for. */
  names(when: string): readonly string[]
  /** Whether only the first of several rows for one group counts. */
  readonly oneRowAGroup: boolean
  /** Whoever fits a row joins its group: where groups keep their own names rows take people out and do no more. */
  readonly joins: boolean
  /** Whether Confluence has the group; undefined when nobody knows. */
  exists(group: string): boolean | undefined
}

/**
 * What each rule does with the groups of a token: exact, upper and lower case apart. Of one that no known name fits nothing is sure while there are
 * names that nobody knows. Linear in rules and groups.
 */
export function judgeRules(rules: readonly GroupRule[], names: readonly GroupName[], reader: RuleReader): readonly RuleReport[] {
  const received = names.flatMap(({ becomes, isUntried }) => (isUntried ? [] : [becomes]))
  const isPartly = received.length < names.length
  const there = new Set(received)
  const near = new NearMisses(received)
  const seen = new Set<string>()
  return rules.map((rule, index) => {
    const wanted = reader.names(rule.when)
    const group = javaTrim(rule.confluenceGroup)
    const report = { index, rule, matched: [], near: [] } as const
    if (wanted.length === 0) return { ...report, state: 'unused', why: 'empty' }
    if (reader.oneRowAGroup && seen.has(group)) return { ...report, state: 'unused', why: 'same-group-before' }
    seen.add(group)
    const matched = wanted.filter((name) => there.has(name))
    if (reader.exists(group) === false) return { ...report, state: 'unused', matched, why: 'no-such-group' }
    if (matched.length > 0) return { ...report, state: 'matched', matched, ...(!reader.joins && { why: 'joins-nobody' }) }
    if (isPartly) return { ...report, state: 'unsure', why: 'untried' }
    const misses = wanted.map((name) => near.of(name)).filter((miss) => miss !== undefined)
    return { ...report, state: 'unmatched', why: received.length === 0 ? 'no-groups' : 'nothing-fits', near: misses }
  })
}

/** Whether somebody comes into a rule's group, or may. */
export const mayJoin = ({ state }: RuleReport): boolean => state === 'matched' || state === 'unsure'

/** Rules of an app that has none. */
export const unusedRules = (rules: readonly GroupRule[]): readonly RuleReport[] =>
  rules.map((rule, index) => ({ index, rule, state: 'unused', matched: [], why: 'not-in-this-app', near: [] }))
