import { useState } from 'preact/hooks'
import type { Comparison } from '../../claims/compare'
import { asExactJson } from '../../claims/exact-json'
import { FoldedText } from '../../ui/FoldedText'
import { useGradually } from '../../ui/use-gradually'
import { keyOf, say } from '../../ui/words'
import { EntryList } from '../claims/EntryList'
import { Toggle } from '../Toggle'

interface Props {
  readonly rows: readonly Comparison[]
  readonly names: readonly [left: string, right: string]
}

/** Two people's claims as a table; at first only what differs. */
export function Comparisons({ rows, names }: Props) {
  const [isAll, setAll] = useState(false)
  const differing = rows.filter(({ standing }) => standing !== 'same' && standing !== 'unknown')
  const shown = useGradually(isAll ? rows : differing)
  return (
    <>
      <Toggle label={say('compareAll')} on={isAll} turn={setAll}>
        <span class="muted" role="status">
          {say('compareCount', String(differing.length), String(rows.length))}
        </span>
      </Toggle>
      {shown.length > 0 && (
        <table class="comparisons stacked">
          <caption class="unseen">{say('benchCompare')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('claimName')}</th>
              <th scope="col">{names[0]}</th>
              <th scope="col">{names[1]}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.claim} row={row} names={names} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

const Row = ({ row, names }: { readonly row: Comparison; readonly names: Props['names'] }) => (
  <tr class={row.standing}>
    <th scope="row" abbr={row.claim}>
      <code>{row.claim}</code>
      <small>{say(keyOf('standing', row.standing))}</small>
    </th>
    {row.entries ? (
      <td colSpan={2}>
        <Entries entries={row.entries} names={names} />
      </td>
    ) : (
      <>
        <Side has={row.standing !== 'only-right'} value={row.left} />
        <Side has={row.standing !== 'only-left'} value={row.right} />
      </>
    )}
  </tr>
)

const Side = ({ has, value }: { readonly has: boolean; readonly value: unknown }) => (
  <td>{has ? <Value value={value} /> : <span class="muted">{say('saidNothing')}</span>}</td>
)

function Value({ value }: { readonly value: unknown }) {
  if (Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'string')) return <EntryList entries={value} />
  return <FoldedText text={typeof value === 'string' ? value : asExactJson(value)} />
}

/** Who has which entry of a list: the answer to why somebody is in a group and somebody else is not. */
function Entries({
  entries: { both, onlyLeft, onlyRight },
  names,
}: {
  readonly entries: NonNullable<Comparison['entries']>
  readonly names: Props['names']
}) {
  const parts = [
    [say('compareOnly', names[0]), onlyLeft],
    [say('compareOnly', names[1]), onlyRight],
    [say('compareBoth'), both],
  ] as const
  return (
    <dl class="who-has">
      {parts.map(([label, some], index) =>
        some.length > 0 ? (
          <div key={index}>
            <dt>{label}</dt>
            <dd>
              <EntryList entries={some} />
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
