import type { Decision } from '../login-page/decision'
import type { LoginPage } from '../login-page/page'
import { actInWords, decisionInWords, evidenceInWords, reasonInWords } from '../ui/decision-words'
import { clockTime } from '../ui/times'
import { useNow } from '../ui/use-now'
import { say } from '../ui/words'
import type { Earlier } from './state'

interface Props {
  readonly decision?: Decision
  /** The page that the decision was about. */
  readonly page?: LoginPage
  readonly earlier?: Earlier
}

/** What Latchkey did and why: on this very page, or before on this tab. */
export function Decided({ decision, page, earlier }: Props) {
  const now = useNow(60)
  if (decision)
    return (
      <div class="decided">
        <p>{decisionInWords(decision)}</p>
        {page && <p class="muted">{evidenceInWords(page)}</p>}
      </div>
    )
  if (!earlier) return null
  const { at, decision: was } = earlier
  return <p class="decided">{say('pageEarlier', clockTime(at, now), actInWords(was), reasonInWords(was.because))}</p>
}
