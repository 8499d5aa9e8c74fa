import type { ClaimRow } from '../claims/rows'
import { FoldedText } from './FoldedText'
import { timeInWords } from './times'
import { say } from './words'

interface Props {
  readonly row: ClaimRow
  /** Seconds since the epoch. */
  readonly now: number
  /** Left out of the way of the Tab key. */
  readonly passedOver?: boolean | undefined
}

/** A value as the SSO app will see it; a time in words besides. */
export function ClaimValue({ row: { value, time }, now, passedOver }: Props) {
  if (value === '') return <span class="muted">{say('claimEmpty')}</span>
  if (time === undefined) return <FoldedText text={value} passedOver={passedOver} />
  return (
    <span class="value">
      {timeInWords(time, now)}
      <small>{say('claimRaw', value)}</small>
    </span>
  )
}
