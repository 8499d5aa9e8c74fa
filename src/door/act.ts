import { anchorOf } from '../login-page/attempt'
import type { Decision } from '../login-page/decision'
import type { Seen } from './circumstances'
import { countDown } from './countdown'
import { offer } from './offer'
import { rememberBackdoor, rememberRedirect } from './tab-memory'

/** Does what was decided. */
export function act(decision: Decision, { door }: Seen): void {
  if (decision.because.code === 'backdoor') rememberBackdoor()
  if (decision.act === 'stay') return
  const to = withAnchor(decision.to)
  const instead = () => offer(to, door.buttonText)
  if (decision.act === 'redirect') leave(to)
  else if (decision.act === 'offer') instead()
  else countDown({ seconds: door.delaySeconds, site: door.name, leave: () => leave(to), instead })
}

/** Redirects pass the fragment on, so a silent sign-in ends at the right anchor by itself. */
const withAnchor = (to: string): string => `${to}${anchorOf(location.hash)}`

function leave(to: string): void {
  if (rememberRedirect()) location.replace(to)
}
