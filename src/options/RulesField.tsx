import { useState } from 'preact/hooks'
import type { GroupRule } from '../settings/catalog'
import { Icon } from '../ui/Icon'
import { say } from '../ui/words'
import { type FieldProps, read } from './fields'

/** Rules of a group mapping, one a line; saved as soon as every line names a Confluence group. */
export function RulesField({ leaf, value, label, describedBy, isLocked, complain, save }: FieldProps) {
  const [draft, setDraft] = useState<readonly GroupRule[]>()
  const rules = draft ?? (value as readonly GroupRule[])
  const change = (next: readonly GroupRule[]) => {
    const found = read(leaf, next)
    complain('wrong' in found && next.every((rule) => rule.confluenceGroup || rule.when) ? found.wrong : undefined)
    setDraft(next)
    if ('value' in found) void save(found.value).then(() => setDraft(undefined))
  }
  return (
    <fieldset class="rules" disabled={isLocked} aria-describedby={describedBy}>
      <legend>{label}</legend>
      {rules.map((rule, index) => (
        <Rule
          key={index}
          rule={rule}
          number={index + 1}
          change={(next) => change(next ? rules.with(index, next) : rules.toSpliced(index, 1))}
        />
      ))}
      <button type="button" onClick={() => change([...rules, { confluenceGroup: '', when: '' }])}>
        <Icon name="plus" /> {say('ruleAdd')}
      </button>
    </fieldset>
  )
}

interface RuleProps {
  readonly rule: GroupRule
  readonly number: number
  /** Hands back the rule as it is now, or nothing where it is taken out. */
  readonly change: (rule?: GroupRule) => void
}

function Rule({ rule, number, change }: RuleProps) {
  const line = say('ruleLine', String(number))
  const input = (part: keyof GroupRule, name: string) => (
    <label>
      <small>{name}</small>
      <input
        value={rule[part]}
        aria-label={`${line}: ${name}`}
        spellcheck={false}
        onChange={(event) => change({ ...rule, [part]: event.currentTarget.value })}
      />
    </label>
  )
  return (
    <div class="rule">
      {input('when', say('ruleWhen'))}
      {input('confluenceGroup', say('ruleGroup'))}
      <button type="button" class="tool" aria-label={say('ruleRemove', String(number))} title={say('remove')} onClick={() => change()}>
        <Icon name="cross" />
      </button>
    </div>
  )
}
