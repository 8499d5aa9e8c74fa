import type { Problem } from '../problem'
import type { Session, SignInState } from './session'

/** Why there is no session, with the claims that failed verification where there were any. */
export type Failure = Omit<Extract<SignInState, { phase: 'failed' }>, 'phase' | 'at'>

/** How a sign-in or its renewal ended; a success may have something remarkable about it. */
export type Outcome = { readonly session: Session; readonly remark?: Problem } | Failure
