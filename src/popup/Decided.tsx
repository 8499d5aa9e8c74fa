import type { Decision } from '../login-page/decision'
import { actInWords, decisionInWords, reasonInWords } from '../ui/decision-words'
import { clockTime } from '../ui/times'
import { useNow } from '../ui/use-now'
import { say } from '../ui/words'
import type { Earlier } from './state'

interface Props {
  readonly decision?: Decision | undefined
  readonly earlier?: Earlier | undefined
  /** What to say where nothing was decided. */
  readonly otherwise?: string
}

/** What Latchkey did and why: on this very page, or before on this tab. */
export function Decided({ decision, earlier, otherwise }: Props) {
  const now = useNow(60)
  const words = decision ? decisionInWords(decision) : earlier ? earlierInWords(earlier, now) : otherwise
  return words && <p class="decided">{words}</p>
}

const earlierInWords = ({ at, decision: was }: Earlier, now: number) =>
  say('pageEarlier', clockTime(at, now), actInWords(was), reasonInWords(was.because))
