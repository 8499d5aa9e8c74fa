import type { NearMiss, Verdict } from '../../mapping/verdict'
import type { GroupRule } from '../../settings/catalog'
import { say } from '../../ui/words'
import { withName } from './suggestions'
import { nearInWords, ruleInWords } from './verdict-words'

interface Props {
  readonly index: number
  readonly verdict: Verdict | undefined
  readonly rules: readonly GroupRule[]
  readonly save: (rules: readonly GroupRule[]) => Promise<boolean>
}

/** What a rule does to the person at hand, and what of the token nearly fits it. */
export function RuleNote({ index, verdict, rules, save }: Props) {
  const report = verdict?.rules[index]
  const rule = rules[index]
  if (!report || !rule) return null
  return (
    <div class={`rule-note ${report.state}`}>
      <p>{ruleInWords(report)}</p>
      {report.near.map((miss) => (
        <p key={miss.wanted}>
          {nearInWords(miss)}{' '}
          <button type="button" class="link" onClick={() => save(rules.with(index, mended(rule, miss)))}>
            {miss.differs === 'space' ? say('nearUse', miss.received) : say('nearAdd', miss.received)}
          </button>
        </p>
      ))}
    </div>
  )
}

/** The rule with the token's name: in the place of one with stray white space, else beside it, since others may have that. */
const mended = (rule: GroupRule, { wanted, received, differs }: NearMiss): GroupRule => ({
  ...rule,
  when:
    differs === 'space'
      ? rule.when
          .split(';')
          .map((name) => (name.trim() === wanted.trim() ? received : name))
          .join(';')
      : withName(rule.when, received),
})
