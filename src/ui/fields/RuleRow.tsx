import { Component, createRef } from 'preact'
import type { GroupRule } from '../../settings/catalog'
import { Icon } from '../Icon'
import { say } from '../words'
import type { RuleHelp } from './fields'

/** Takes a rule as it is now, or nothing where it is taken out; `isDone` when nobody is in the middle of typing it. */
export type ChangeRule = (index: number, rule: GroupRule | undefined, isDone: boolean) => void

interface Props {
  readonly rule: GroupRule
  /** Counts from 0. */
  readonly index: number
  /** Id of the lists of names for both columns, where there are any. */
  readonly lists: string | undefined
  /** What the rule does to the person at hand, where there is somebody. */
  readonly report: RuleHelp['reports'][number] | undefined
  readonly note: RuleHelp['note'] | undefined
  /** A rule that is drawn for the first time is the one just asked for. */
  readonly isAdding: { current: boolean }
  /** The language of its texts: in another one it is drawn anew. */
  readonly language: string
  /** The same function at every drawing, and so is `done`. */
  readonly change: ChangeRule
  /** The person is done with a text. */
  readonly done: () => void
}

/** One rule, and what it does. Drawn anew only when something of it changes: there may be a thousand, and somebody is typing. */
export class RuleRow extends Component<Props> {
  private readonly row = createRef<HTMLDivElement>()

  override shouldComponentUpdate({ rule, report, ...next }: Props): boolean {
    const is = this.props
    const isOther = (['index', 'lists', 'language'] as const).some((name) => next[name] !== is[name])
    return isOther || differ(rule, is.rule) || differ(report, is.report)
  }

  override componentDidMount(): void {
    const { isAdding } = this.props
    if (isAdding.current) this.row.current?.querySelector('input')?.focus()
    isAdding.current = false
  }

  override render({ rule, index, report, note, change }: Props) {
    return (
      <div class="rule" ref={this.row}>
        <small aria-hidden="true">{say('ruleLine', String(index + 1))}</small>
        {this.input('when', say('ruleWhen'))}
        {this.input('confluenceGroup', say('ruleGroup'))}
        <button
          type="button"
          class="tool"
          aria-label={say('ruleRemove', String(index + 1))}
          title={say('remove')}
          onClick={() => change(index, undefined, true)}
        >
          <Icon name="cross" />
        </button>
        {report && note?.(report, rule, (mended) => change(index, mended, true))}
      </div>
    )
  }

  private input(part: keyof GroupRule, name: string) {
    const { rule, index, lists, change, done } = this.props
    return (
      <label>
        <small>{name}</small>
        <input
          value={rule[part]}
          aria-label={`${say('ruleLine', String(index + 1))}: ${name}`}
          spellcheck={false}
          list={lists && `${lists}-${part}`}
          onInput={(event) => change(index, { ...rule, [part]: event.currentTarget.value }, false)}
          onChange={done}
        />
      </label>
    )
  }
}

/** What is read from settings or comes out of a thread is made anew each time, and mostly says the same. */
const differ = (one: unknown, other: unknown): boolean => one !== other && JSON.stringify(one) !== JSON.stringify(other)
