import type { NearMiss } from '../../mapping/verdict'
import type { GroupRule } from '../../settings/catalog'
import type { RuleHelp } from '../../ui/fields/fields'
import { say } from '../../ui/words'
import { withName } from './suggestions'
import { nearInWords, ruleInWords } from './verdict-words'

/** What a rule does to the person at hand, and what of the token nearly fits it. */
export const ruleNote: RuleHelp['note'] = (report, rule, use) => (
  <div class={`rule-note ${report.state}`}>
    <p>{ruleInWords(report)}</p>
    {report.near.map((miss) => (
      <p key={miss.wanted}>
        {nearInWords(miss)}{' '}
        <button type="button" class="link" onClick={() => use(mended(rule, miss))}>
          {miss.differs === 'space' ? say('nearUse', miss.received) : say('nearAdd', miss.received)}
        </button>
      </p>
    ))}
  </div>
)

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
