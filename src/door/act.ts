import { anchorOf } from '../login-page/attempt'
import type { Decision } from '../login-page/decision'
import { pageText } from '../platform/content-storage'
import type { Seen } from './circumstances'
import { countDown } from './countdown'
import { offer } from './offer'
import { rememberBackdoor, rememberRedirect } from './tab-memory'

/** Does what was decided. */
export function act(decision: Decision, seen: Seen): void {
  const { door } = seen
  const { code } = decision.because
  const notice = pageText(`notice_${code}`, door.name)
  if (code === 'backdoor') rememberBackdoor()
  const to = decision.act === 'stay' ? '' : withAnchor(decision.to)
  const instead = () => offer({ to, button: pageText(`noticeButton_${code}`) || door.buttonText, notice, page: seen })
  if (decision.act === 'redirect') leave(to)
  else if (decision.act === 'countdown') countDown({ seconds: door.delaySeconds, site: door.name, leave: () => leave(to), instead })
  else if (to || notice) instead()
}

/** Redirects pass the fragment on, so a silent sign-in ends at the right anchor by itself. */
const withAnchor = (to: string): string => `${to}${anchorOf(location.hash)}`

function leave(to: string): void {
  if (rememberRedirect()) location.replace(to)
}
