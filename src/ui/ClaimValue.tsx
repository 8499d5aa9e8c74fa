import { useState } from 'preact/hooks'
import type { ClaimRow } from '../claims/rows'
import { timeInWords } from './times'
import { say } from './words'

/** Values longer than this, in characters, are folded. */
const long = 240

interface Props {
  readonly row: ClaimRow
  /** Seconds since the epoch. */
  readonly now: number
  /** Left out of the way of the Tab key. */
  readonly passedOver?: boolean
}

/** A value as the SSO app will see it; a time in words besides, a long text folded. */
export function ClaimValue({ row: { value, time }, now, passedOver = false }: Props) {
  if (value === '') return <span class="muted">{say('claimEmpty')}</span>
  if (time === undefined) return <Text value={value} passedOver={passedOver} />
  return (
    <span class="value">
      {timeInWords(time, now)}
      <small>{say('claimRaw', value)}</small>
    </span>
  )
}

function Text({ value, passedOver }: { readonly value: string; readonly passedOver: boolean }) {
  const [isOpen, setOpen] = useState(false)
  if (value.length <= long) return <code class="value">{value}</code>
  return (
    <span class="value">
      <code class={isOpen ? undefined : 'folded'}>{value}</code>
      <button type="button" class="link" aria-expanded={isOpen} tabIndex={passedOver ? -1 : undefined} onClick={() => setOpen(!isOpen)}>
        {say(isOpen ? 'showLess' : 'showAll')}
      </button>
    </span>
  )
}
