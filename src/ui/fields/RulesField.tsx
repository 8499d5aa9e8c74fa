import { Component } from 'preact'
import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks'
import { spokenLanguage } from '../../platform/language'
import type { GroupRule } from '../../settings/catalog'
import { Icon } from '../Icon'
import { say } from '../words'
import { type FieldProps, read } from './fields'
import { type ChangeRule, RuleRow } from './RuleRow'
import { pause } from './use-draft'

/** Rules of a group mapping, one a line; saved after a pause, as soon as every line names a Confluence group. */
export function RulesField(props: FieldProps) {
  const { value, label, describedBy, isLocked, rules: help } = props
  const { rules, change, done, add, isAdding } = useRules(props, value as readonly GroupRule[])
  const id = useId()
  return (
    <fieldset class="rules" disabled={isLocked} aria-describedby={describedBy}>
      <legend>{label}</legend>
      {rules.map((rule, index) => (
        <RuleRow
          key={index}
          lists={help && id}
          report={help?.reports[index]}
          note={help?.note}
          language={spokenLanguage()}
          {...{ rule, index, isAdding, change, done }}
        />
      ))}
      {help && <Names id={`${id}-when`} names={help.names.when} />}
      {help && <Names id={`${id}-confluenceGroup`} names={help.names.confluenceGroup} />}
      <button type="button" onClick={add}>
        <Icon name="plus" /> {say('ruleAdd')}
      </button>
    </fieldset>
  )
}

/** The rules as they are being typed. What it hands out is the same at every drawing, and works on the rules as they are when it is called. */
function useRules(props: FieldProps, saved: readonly GroupRule[]) {
  const [draft, setDraft] = useState<readonly GroupRule[]>()
  const rules = draft ?? saved
  const latest = useRef({ ...props, now: rules })
  latest.current = { ...props, now: rules }
  const isAdding = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const done = useCallback(() => {
    const { leaf, save, now } = latest.current
    clearTimeout(timer.current)
    const found = read(leaf, now)
    if ('value' in found) void save(found.value).then((isSaved) => isSaved && setDraft((then) => (then === now ? undefined : then)))
  }, [])
  const draw = useCallback((next: readonly GroupRule[], isDone: boolean) => {
    const { leaf, complain, preview } = latest.current
    const found = read(leaf, next)
    complain('wrong' in found && next.every((rule) => rule.confluenceGroup || rule.when) ? found.wrong : undefined)
    latest.current.now = next
    setDraft(next)
    if ('value' in found) preview?.(found.value)
    clearTimeout(timer.current)
    if (isDone) done()
    else timer.current = setTimeout(done, pause)
  }, [])
  const change = useCallback<ChangeRule>((index, rule, isDone) => {
    const { now } = latest.current
    draw(rule ? now.with(index, rule) : now.toSpliced(index, 1), isDone)
  }, [])
  const add = () => {
    isAdding.current = true
    draw([...rules, { confluenceGroup: '', when: '' }], true)
  }
  return { rules, change, done, add, isAdding }
}

interface NamesProps {
  readonly id: string
  readonly names: readonly string[]
}

/** Names to choose from, drawn anew only when they are others. */
class Names extends Component<NamesProps> {
  override shouldComponentUpdate({ id, names }: NamesProps): boolean {
    return id !== this.props.id || names.length !== this.props.names.length || names.some((name, index) => name !== this.props.names[index])
  }

  override render({ id, names }: NamesProps) {
    return (
      <datalist id={id}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    )
  }
}
