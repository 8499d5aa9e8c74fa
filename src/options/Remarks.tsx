import type { Settings } from '../settings/catalog'
import { Notice } from '../ui/Notice'
import { say } from '../ui/words'
import { PlacedLines } from './PlacedLines'
import { remarkInWords, remarksIn } from './remark-words'

interface Props {
  readonly settings: Settings
  /** Leads to the fields that these words are found by. Without it the settings are those of a file. */
  readonly find?: (words: string) => void
}

/** What is in force but may not be meant. */
export function Remarks({ settings, find }: Props) {
  const remarks = remarksIn(settings)
  if (remarks.length === 0) return null
  return (
    <Notice tone="quiet" title={say('remarksTitle')}>
      <PlacedLines find={find} lines={remarks.map((remark) => ({ where: remark.where, why: remarkInWords(remark) }))} />
    </Notice>
  )
}
