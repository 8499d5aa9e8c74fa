import type { Decision } from '../login-page/decision'
import { actInWords, reasonInWords } from '../ui/decision-words'
import { clockTime } from '../ui/times'
import { say } from '../ui/words'
import type { Earlier } from './state'
import { useNow } from './use-now'

/** What Latchkey did and why: on this very page, or before on this tab. */
export function Decided({ decision, earlier }: { readonly decision?: Decision; readonly earlier?: Earlier }) {
  const now = useNow(60)
  if (decision) return <p class="decided">{say('decided', actInWords(decision), reasonInWords(decision.because))}</p>
  if (!earlier) return null
  const { at, decision: was } = earlier
  return <p class="decided">{say('pageEarlier', clockTime(at, now), actInWords(was), reasonInWords(was.because))}</p>
}
