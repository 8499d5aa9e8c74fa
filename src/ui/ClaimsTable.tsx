import { useState } from 'preact/hooks'
import { type ClaimRow, search } from '../claims/rows'
import { ClaimLine } from './ClaimLine'
import { SearchBox } from './SearchBox'
import { useGradually } from './use-gradually'
import { useRows } from './use-rows'
import { say } from './words'

interface Props {
  readonly rows: readonly ClaimRow[]
  /** Name of the SSO app in whose spelling the rows are. */
  readonly app: string | undefined
  /** Values can be copied; names always can. */
  readonly mayCopy: boolean
  /** Seconds since the epoch. */
  readonly now: number
}

/** From this many rows on there is a search box; no more than so many have room in a popup of the greatest height that there is, 600 px. */
const [many, inPopup] = [9, 16]

/** The claims, one a row, with the name as it has to be typed. Arrow keys go from row to row; Tab stops at one row only. */
export function ClaimsTable({ rows, app, mayCopy, now }: Props) {
  const [wanted, setWanted] = useState('')
  const shown = rows.length < many ? rows : search(rows, wanted)
  const drawn = useGradually(shown, inPopup)
  const { current, rows: going } = useRows(drawn.map(({ name }) => name))
  return (
    <div class="claims">
      {rows.length >= many && (
        <SearchBox label={say('claimsSearch')} wanted={wanted} want={setWanted}>
          <span class="unseen" role="status">
            {wanted && say('claimsFound', String(shown.length), String(rows.length))}
          </span>
        </SearchBox>
      )}
      <table aria-busy={drawn.length < shown.length}>
        <caption>{app ? say('claimsCaption', app) : say('claimsCaptionPlain')}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{say('claimName')}</th>
            <th scope="col">{say('claimValue')}</th>
          </tr>
        </thead>
        <tbody {...going}>
          {drawn.map((row) => (
            <ClaimLine key={row.name} row={row} isCurrent={row.name === current} mayCopy={mayCopy} now={now} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p class="muted">{say('claimsNone')}</p>}
    </div>
  )
}
