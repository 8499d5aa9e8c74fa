import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { GroupRule } from '../../settings/catalog'
import { Icon } from '../Icon'
import { say } from '../words'
import { type FieldProps, type RuleHelp, read } from './fields'
import { pause } from './use-draft'

/** Rules of a group mapping, one a line; saved after a pause, as soon as every line names a Confluence group. */
export function RulesField({ leaf, value, label, describedBy, isLocked, complain, save, preview, rules: help }: FieldProps) {
  const [draft, setDraft] = useState<readonly GroupRule[]>()
  const rules = draft ?? (value as readonly GroupRule[])
  const id = useId()
  const isAdding = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const commit = (next: readonly GroupRule[]) => {
    clearTimeout(timer.current)
    const found = read(leaf, next)
    if ('value' in found) void save(found.value).then((isSaved) => isSaved && setDraft((now) => (now === next ? undefined : now)))
  }
  const change = (next: readonly GroupRule[], isDone: boolean) => {
    const found = read(leaf, next)
    complain('wrong' in found && next.every((rule) => rule.confluenceGroup || rule.when) ? found.wrong : undefined)
    setDraft(next)
    if ('value' in found) preview?.(found.value)
    clearTimeout(timer.current)
    if (isDone) commit(next)
    else timer.current = setTimeout(() => commit(next), pause)
  }
  const add = () => {
    isAdding.current = true
    change([...rules, { confluenceGroup: '', when: '' }], true)
  }
  return (
    <fieldset class="rules" disabled={isLocked} aria-describedby={describedBy}>
      <legend>{label}</legend>
      {rules.map((rule, index) => (
        <Rule
          key={index}
          rule={rule}
          number={index + 1}
          lists={help && { when: `${id}-when`, confluenceGroup: `${id}-confluenceGroup` }}
          about={help?.about(index)}
          isAdding={isAdding}
          change={(next) => change(next ? rules.with(index, next) : rules.toSpliced(index, 1), next === undefined)}
          done={() => commit(rules)}
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

const Names = ({ id, names }: { readonly id: string; readonly names: readonly string[] }) => (
  <datalist id={id}>
    {names.map((name) => (
      <option key={name} value={name} />
    ))}
  </datalist>
)

interface RuleProps {
  readonly rule: GroupRule
  readonly number: number
  /** Ids of the lists of names for either column. */
  readonly lists: Readonly<Record<keyof GroupRule, string>> | undefined
  readonly about: ReturnType<RuleHelp['about']>
  /** A rule that is drawn for the first time is the one just asked for. */
  readonly isAdding: { current: boolean }
  /** Hands back the rule as it is now, or nothing where it is taken out. */
  readonly change: (rule?: GroupRule) => void
  /** The person is done with a text. */
  readonly done: () => void
}

function Rule({ rule, number, lists, about, isAdding, change, done }: RuleProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isAdding.current) row.current?.querySelector('input')?.focus()
    isAdding.current = false
  }, [])
  const line = say('ruleLine', String(number))
  const input = (part: keyof GroupRule, name: string) => (
    <label>
      <small>{name}</small>
      <input
        value={rule[part]}
        aria-label={`${line}: ${name}`}
        spellcheck={false}
        list={lists?.[part]}
        onInput={(event) => change({ ...rule, [part]: event.currentTarget.value })}
        onChange={done}
      />
    </label>
  )
  return (
    <div class="rule" ref={row}>
      {input('when', say('ruleWhen'))}
      {input('confluenceGroup', say('ruleGroup'))}
      <button type="button" class="tool" aria-label={say('ruleRemove', String(number))} title={say('remove')} onClick={() => change()}>
        <Icon name="cross" />
      </button>
      {about}
    </div>
  )
}
