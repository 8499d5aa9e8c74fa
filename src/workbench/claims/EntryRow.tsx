import { Component } from 'preact'
import type { Entry } from '../../claims/entries'
import { type Finding, isNote } from '../../claims/findings/finding'
import { ClaimValue } from '../../ui/ClaimValue'
import { Copy } from '../../ui/Copy'
import { keyOf, say } from '../../ui/words'
import { sourceInWords } from '../claim-words'
import { EntryDetail } from './EntryDetail'

interface Props {
  readonly entry: Entry
  /** Those about its claim. */
  readonly findings: readonly Finding[]
  readonly isOpen: boolean
  /** The row at which the Tab key stops. */
  readonly isCurrent: boolean
  readonly mayCopy: boolean
  /** Seconds since the epoch. */
  readonly now: number
  /** The language of its texts: in another one it is drawn anew. */
  readonly language: string
  readonly toggle: (name: string) => void
}

/** One name that can be typed, with what is known of its claim behind it. Drawn anew only when something of it changes: there may be a thousand. */
export class EntryRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const isTimeless = next.entry.time === undefined
    return (Object.keys(next) as (keyof Props)[]).some((name) => next[name] !== this.props[name] && !(name === 'now' && isTimeless))
  }

  override render({ entry, findings, isOpen, isCurrent, mayCopy, now, toggle }: Props) {
    const { name, value } = entry
    return (
      <>
        <tr class={isOpen ? 'open' : undefined}>
          <th scope="row" abbr={name}>
            <span class="cell">
              <button type="button" class="disclose" aria-expanded={isOpen} tabIndex={isCurrent ? 0 : -1} onClick={() => toggle(name)}>
                <code>{name}</code>
              </button>
              <Copy small passedOver={!isCurrent} value={name} what={name} />
            </span>
          </th>
          <td>
            <span class="cell">
              <ClaimValue row={entry} now={now} passedOver={!isCurrent} />
              {mayCopy && value && <Copy small passedOver={!isCurrent} value={value} what={say('valueOf', name)} />}
            </span>
            <Marks entry={entry} findings={findings} />
          </td>
        </tr>
        {isOpen && <EntryDetail entry={entry} findings={findings} mayCopy={mayCopy} />}
      </>
    )
  }
}

const Marks = ({ entry: { sources, difference }, findings }: Pick<Props, 'entry' | 'findings'>) => (
  <small>
    {sources.map(sourceInWords).join(' · ')}
    {difference && <span class={difference === 'value' ? 'mark-of warning' : 'mark-of'}>{say(keyOf('difference', difference))}</span>}
    {findings.length > 0 && (
      <span class={findings.every(isNote) ? 'mark-of' : 'mark-of warning'}>{say('findingsHere', String(findings.length))}</span>
    )}
  </small>
)
