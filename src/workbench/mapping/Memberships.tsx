import type { Membership, Verdict } from '../../mapping/verdict'
import { say } from '../../ui/words'
import { useFew } from '../use-few'
import { becauseInWords, changeInWords, noGroupsInWords, othersInWords } from './verdict-words'

/** So many groups are shown at first. */
const few = 100

/** What becomes of each group, and by which rule. */
export function Memberships({ verdict }: { readonly verdict: Verdict }) {
  const { memberships, others } = verdict
  const order = { added: 0, removed: 1, unsure: 2, kept: 3 }
  const sorted = memberships.toSorted((a, b) => order[a.change] - order[b.change] || (a.group < b.group ? -1 : 1))
  const { shown, more } = useFew(sorted, few)
  return (
    <div class="memberships">
      {sorted.length > 0 && (
        <table>
          <caption>{say('verdictGroups')}</caption>
          <thead class="unseen">
            <tr>
              <th scope="col">{say('groupName')}</th>
              <th scope="col">{say('groupChange')}</th>
              <th scope="col">{say('groupBecause')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((membership) => (
              <Line key={membership.group} {...membership} />
            ))}
          </tbody>
        </table>
      )}
      {more}
      {others !== 'unsure' && sorted.every(({ change }) => change === 'removed') && <p>{noGroupsInWords(verdict)}</p>}
      {others !== 'none' && <p class="muted">{othersInWords(others)}</p>}
    </div>
  )
}

const Line = (membership: Membership) => (
  <tr class={membership.change}>
    <th scope="row">
      <code>{membership.group}</code>
    </th>
    <td>{changeInWords(membership)}</td>
    <td>{becauseInWords(membership.because)}</td>
  </tr>
)
