import type { Complaint } from '../settings/resolve'
import { complaintInWords } from '../ui/complaint-words'
import { useOptions } from '../ui/fields/use-options'
import { Notice } from '../ui/Notice'
import { say } from '../ui/words'
import { PlacedLines } from './PlacedLines'
import { exportable } from './transfer'

interface Props {
  readonly complaints: readonly Complaint[]
  /** Leads to the fields that these words are found by. */
  readonly find: (words: string) => void
}

/** Values that were passed over; a click removes the person's own. */
export function Complaints({ complaints, find }: Props) {
  const { change } = useOptions()
  if (complaints.length === 0) return null
  const own = complaints.filter(({ source }) => source === 'user')
  return (
    <Notice tone="warning" title={say('complaintsTitle')}>
      <ComplaintList complaints={complaints} find={find} />
      {own.length > 0 && !own.some(({ code }) => code === 'newer-version') && (
        <p class="actions">
          <button type="button" onClick={() => void change(() => say('complaintsRemoved'), exportable)}>
            {say('complaintsRemove')}
          </button>
        </p>
      )}
    </Notice>
  )
}

/** Values that will not do: where each stands, whose it is, and what is wrong with it. Without `find` they are those of a file, and nobody's yet. */
export const ComplaintList = ({ complaints, find }: Pick<Props, 'complaints'> & Partial<Props>) => (
  <PlacedLines
    find={find}
    lines={complaints.map(({ where, source, code }) => ({
      where,
      why: complaintInWords(code, where),
      ...(find && { whose: say(source === 'policy' ? 'sourcePolicy' : 'sourceUser') }),
    }))}
  />
)
