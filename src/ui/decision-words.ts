import type { Decision, Reason } from '../login-page/decision'
import type { LoginPage, PageKind } from '../login-page/page'
import { keyOf, say } from './words'

/** What Latchkey did on a page and why, as one line. */
export const decisionInWords = (decision: Decision): string => say('decided', actInWords(decision), reasonInWords(decision.because))

/** Why Latchkey did what it did: one sentence, with what it saw. */
export const reasonInWords = ({ code, detail }: Reason): string => say(keyOf('reason', code), detail ?? '')

/** What Latchkey did on a page: some words without a full stop. */
export const actInWords = ({ act }: Decision): string => say(keyOf('act', act))

/** What a page was taken for, and by which marks. */
export const evidenceInWords = ({ kind, evidence }: LoginPage): string => say('takenFor', kindInWords(kind), evidence.join(', '))

const kindInWords = (kind: PageKind): string => say(keyOf('kind', kind))
