import type { ReasonCode, Told } from '../../login-page/decision'
import { speakAsChosen } from '../appearance'
import { browser } from '../browser'
import { message } from '../language'
import type { Noted } from './journal'

/** A decision as one line for a tooltip. */
export type Describe = (decision: Told) => string

/** Marks on the toolbar button, each with words in its tooltip: "!" asks for attention, "–" stands back. Browsers drop both when the tab moves on. */
const marks: { readonly [C in ReasonCode]?: string } = {
  'tried-already': '!',
  'sso-failed': '!',
  'no-permission': '!',
  'no-sso-app': '!',
  'foreign-destination': '!',
  backdoor: '–',
  'backdoor-earlier': '–',
  'held-off': '–',
  'logged-out': '–',
}

/** Shows on the toolbar button what was decided in this tab. A tab that has gone meanwhile is no matter. */
export async function showDecision({ tabId, decision }: Noted, describe: Describe): Promise<void> {
  await speakAsChosen()
  const text = marks[decision.because.code] ?? null // no mark of the tab's own leaves the button's in sight
  const title = `${message('extensionName')}: ${describe(decision)}`
  const color = text === '!' ? '#b3261e' : '#44546f'
  const acts = [
    browser.action.setTitle({ tabId, title }),
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
  ]
  await Promise.allSettled(acts)
}
