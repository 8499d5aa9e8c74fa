import type { Settings } from '../settings/catalog'
import { placeInWords } from '../ui/complaint-words'
import { Notice } from '../ui/Notice'
import { say } from '../ui/words'
import { remarkInWords, remarksIn } from './remark-words'

/** What is in force but may not be meant. */
export function Remarks({ settings }: { readonly settings: Settings }) {
  const remarks = remarksIn(settings)
  if (remarks.length === 0) return null
  return (
    <Notice tone="quiet" title={say('remarksTitle')}>
      <ul>
        {remarks.map((remark) => (
          <li key={`${remark.where} ${remark.code}`}>{say('remarkLine', placeInWords(remark.where), remarkInWords(remark))}</li>
        ))}
      </ul>
    </Notice>
  )
}
