import type { Failure, Outcome } from './outcome'
import type { Session } from './session'

/** What came of a sign-in that was only tried: everything but its tokens. */
export type Trial = Pick<Session, 'claims' | 'userInfo' | 'scopes' | 'verification'> | Failure

/** Drops the tokens. */
export function trialOf(outcome: Outcome): Trial {
  if ('problem' in outcome) return outcome
  const { claims, userInfo, scopes, verification } = outcome.session
  return { claims, scopes, verification, ...(userInfo && { userInfo }) }
}
