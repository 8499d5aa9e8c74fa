import type { ClaimRow } from '../claims/rows'
import { ClaimValue } from './ClaimValue'
import { Copy } from './Copy'
import { meaningInWords } from './claim-words'
import { say } from './words'

interface Props {
  readonly row: ClaimRow
  /** The row at which the Tab key stops. */
  readonly isCurrent: boolean
  readonly mayCopy: boolean
  /** Seconds since the epoch. */
  readonly now: number
}

/**
 * One claim: its name as the SSO app wants it typed, and its value as the app will see it. What it means is told under the pointer: whoever
 * opens a popup looks for values.
 */
export function ClaimLine({ row, isCurrent, mayCopy, now }: Props) {
  const { name, meaning } = row
  return (
    <tr>
      <th scope="row" abbr={name} title={meaning && meaningInWords(meaning)}>
        <span class="cell">
          <code>{name}</code>
          <Copy small passedOver={!isCurrent} value={name} what={name} />
        </span>
      </th>
      <td>
        <span class="cell">
          <ClaimValue row={row} now={now} passedOver={!isCurrent} />
          {mayCopy && row.value && <Copy small passedOver={!isCurrent} value={row.value} what={say('valueOf', name)} />}
        </span>
        {row.entries !== undefined && row.entries > 1 && <small>{say('claimCount', String(row.entries))}</small>}
      </td>
    </tr>
  )
}
