import type { Decision } from '../login-page/decision'
import type { Seen } from './circumstances'
import { countDown } from './countdown'
import { offer } from './offer'
import { rememberRedirect } from './past-redirects'

/** Does what was decided, and leaves the decision where the popup finds it: in this isolated world, which no page can read. */
export function act(decision: Decision, { door }: Seen): void {
  ;(globalThis as { latchkeyDecision?: Decision }).latchkeyDecision = decision
  if (decision.act === 'stay') return
  const to = withAnchor(decision.to)
  const instead = () => offer(to, door.buttonText)
  if (decision.act === 'redirect') leave(to)
  else if (decision.act === 'offer') instead()
  else countDown({ seconds: door.delaySeconds, site: door.name, leave: () => leave(to), instead })
}

/** Redirects pass the fragment on, so a silent sign-in ends at the right anchor by itself. */
const withAnchor = (to: string): string => `${to}${location.hash}`

function leave(to: string): void {
  if (rememberRedirect(Date.now())) location.replace(to)
}
