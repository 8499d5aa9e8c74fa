import type { Asked } from '../setup/discover'
import { keyOf, say } from './words'

/** How a question to a site ended, in a sentence or two. */
export function endingInWords({ ending, status, fromPage }: Asked): string {
  if (ending === 'status') return say('asked_status', String(status ?? ''))
  if (ending === 'forbidden' && fromPage) return say('refusedToPage')
  return say(keyOf('asked', ending))
}
