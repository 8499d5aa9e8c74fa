import type { Complaint } from '../settings/resolve'
import { complaintInWords, placeInWords } from '../ui/complaint-words'
import { Notice } from '../ui/Notice'
import { say } from '../ui/words'
import { usePages } from './use-pages'

/** Values that were passed over. */
export const Complaints = ({ complaints }: { readonly complaints: readonly Complaint[] }) =>
  complaints.length === 0 ? null : (
    <Notice tone="warning" title={say('complaintsTitle')}>
      <ComplaintList complaints={complaints} />
    </Notice>
  )

/** Values that will not do: where each stands, whose it is, and what is wrong with it. */
export function ComplaintList({ complaints }: { readonly complaints: readonly Complaint[] }) {
  const { shown, more } = usePages(complaints, 50)
  return (
    <>
      <ul>
        {shown.map(({ where, source, code }) => (
          <li key={`${where} ${source} ${code}`}>
            {say('complaintLine', placeInWords(where), say(source === 'policy' ? 'sourcePolicy' : 'sourceUser'), complaintInWords(code))}
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}
