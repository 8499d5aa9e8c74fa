import { useState } from 'preact/hooks'
import type { ClaimRow } from '../claims/rows'
import { Copy } from './Copy'
import { meaningInWords } from './claim-words'
import { timeInWords } from './times'
import { say } from './words'

/** Values longer than this, in characters, are folded. */
const long = 240

/** One claim: its name as the SSO app wants it typed, what it means, and its value as the app will see it. */
export function ClaimLine({ row, now }: { readonly row: ClaimRow; readonly now: number }) {
  const { name, meaning } = row
  return (
    <tr>
      <th scope="row" abbr={name}>
        <span class="cell">
          <code>{name}</code>
          <Copy small value={name} what={name} />
        </span>
        {meaning && <small>{meaningInWords(meaning)}</small>}
      </th>
      <td>
        <span class="cell">
          <Value row={row} now={now} />
          {row.value && <Copy small value={row.value} what={say('valueOf', name)} />}
        </span>
        {row.entries !== undefined && row.entries > 1 && <small>{say('claimCount', String(row.entries))}</small>}
      </td>
    </tr>
  )
}

function Value({ row: { value, time }, now }: { readonly row: ClaimRow; readonly now: number }) {
  if (value === '') return <span class="muted">{say('claimEmpty')}</span>
  if (time === undefined) return <Text value={value} />
  return (
    <span class="value">
      {timeInWords(time, now)}
      <small>{say('claimRaw', value)}</small>
    </span>
  )
}

function Text({ value }: { readonly value: string }) {
  const [isOpen, setOpen] = useState(false)
  if (value.length <= long) return <code class="value">{value}</code>
  return (
    <span class="value">
      <code class={isOpen ? undefined : 'folded'}>{value}</code>
      <button type="button" class="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {say(isOpen ? 'showLess' : 'showAll')}
      </button>
    </span>
  )
}
