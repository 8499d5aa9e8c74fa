import type { Reason, Told } from '../login-page/decision'
import type { LoginPage, PageKind } from '../login-page/page'
import { keyOf, say, sayIfKnown } from './words'

/** What Latchkey did on a page and why, as one line. */
export const decisionInWords = (decision: Told): string => say('decided', actInWords(decision), reasonInWords(decision.because))

/** Why Latchkey did what it did: one sentence, with what it saw. */
export const reasonInWords = ({ code, detail }: Reason): string => say(keyOf('reason', code), detail ?? '')

/** What Latchkey did on a page: some words without a full stop. */
export const actInWords = ({ act }: Pick<Told, 'act'>): string => say(keyOf('act', act))

/** What a page was taken for, with its version and SSO app where they show, and by which marks. */
export function evidenceInWords({ kind, version, ssoApp, evidence }: Omit<LoginPage, 'startLink'>): string {
  const app = ssoApp && (sayIfKnown(`choice_sites_ssoApp_${ssoApp.replaceAll('-', '_')}`) ?? ssoApp)
  const marks = [...new Set([...evidence.host, ...evidence.kind])].join(', ')
  const sentences = [
    say('takenFor', kindInWords(kind), marks),
    version && say('takenVersion', version),
    app && say('takenSsoApp', app, evidence.ssoApp ?? ''),
  ]
  return sentences.filter(Boolean).join(' ')
}

const kindInWords = (kind: PageKind): string => say(keyOf('kind', kind))
