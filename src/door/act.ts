import { anchorOf } from '../login-page/attempt'
import type { Decision } from '../login-page/decision'
import { find } from '../login-page/dom'
import type { Door } from '../login-page/door'
import type { DoorPage } from './circumstances'
import { offer } from './offer'
import { rememberBackdoor, rememberRedirect } from './tab-memory'

/** Does what was decided. */
export function act(decision: Decision, page: DoorPage): void {
  const { door, text } = page
  const { code } = decision.because
  // There are texts for the reasons that are told on the page, and for no others.
  const notice = text(`notice_${code}`)
  if (code === 'backdoor') rememberBackdoor(door.baseUrl)
  const to = decision.act === 'stay' ? '' : withAnchor(decision.to)
  const again = text(`noticeButton_${code}`)
  const instead = () => offer({ to, button: again || door.buttonText, isExtra: Boolean(again), notice, page })
  const go = () => leave(to, door) || instead()
  if (decision.act === 'redirect') go()
  else if (decision.act === 'countdown') globalThis.latchkeyCountDown?.({ door, text, leave: go, instead })
  else if (to || notice) instead()
}

/** Redirects pass the fragment on, so a silent sign-in ends at the right anchor by itself. */
const withAnchor = (to: string): string => `${to}${anchorOf(location.hash)}`

/** False where the tab can remember nothing: then it has to be a person who goes. */
function leave(to: string, { baseUrl }: Door): boolean {
  if (!rememberRedirect(baseUrl)) return false
  location.replace(to)
  // Until SSO answers the page would be painted that nobody is to see. Our style sheet takes it out of sight, and brings it back where nothing comes.
  find(document, 'html')?.classList.add('latchkey-off')
  return true
}
