import type { Settings } from '../settings/catalog'
import { Notice } from '../ui/Notice'
import { say } from '../ui/words'
import { PlacedLines } from './PlacedLines'
import { remarkInWords, remarksIn } from './remark-words'

/** What is in force but may not be meant. */
export function Remarks({ settings }: { readonly settings: Settings }) {
  const remarks = remarksIn(settings)
  if (remarks.length === 0) return null
  return (
    <Notice tone="quiet" title={say('remarksTitle')}>
      <PlacedLines lines={remarks.map((remark) => ({ where: remark.where, why: remarkInWords(remark) }))} />
    </Notice>
  )
}
