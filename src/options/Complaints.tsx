import type { Complaint } from '../settings/resolve'
import { complaintInWords } from '../ui/complaint-words'
import { useOptions } from '../ui/fields/use-options'
import { Notice } from '../ui/Notice'
import { say } from '../ui/words'
import { PlacedLines } from './PlacedLines'
import { exportable } from './transfer'

/** Values that were passed over; a click removes the person's own. */
export function Complaints({ complaints }: { readonly complaints: readonly Complaint[] }) {
  const { change } = useOptions()
  if (complaints.length === 0) return null
  const own = complaints.filter(({ source }) => source === 'user')
  return (
    <Notice tone="warning" title={say('complaintsTitle')}>
      <ComplaintList complaints={complaints} />
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

interface ListProps {
  readonly complaints: readonly Complaint[]
  /** The values are those of a file, and nobody's settings yet. */
  readonly ofFile?: boolean
}

/** Values that will not do: where each stands, whose it is, and what is wrong with it. */
export const ComplaintList = ({ complaints, ofFile = false }: ListProps) => (
  <PlacedLines
    lines={complaints.map(({ where, source, code }) => ({
      where,
      why: complaintInWords(code),
      ...(!ofFile && { whose: say(source === 'policy' ? 'sourcePolicy' : 'sourceUser') }),
    }))}
  />
)
