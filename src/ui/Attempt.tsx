import type { ComponentChildren } from 'preact'
import type { Problem, ProblemCode } from '../problem'
import type { SignInState } from '../session/session'
import { optionsAt } from './links'
import { ProblemNotice } from './ProblemNotice'
import { Running } from './Running'
import type { SignIn } from './use-sign-in'
import { say } from './words'

/** Problems whose next step is in the options. */
const mendedInOptions: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'not-configured',
  'unknown-client',
  'client-has-secret',
  'scope-refused',
  'answer-unreadable',
  'domain-not-found',
  'pool-not-found',
  'pool-has-no-domain',
  'region-differs',
  'domain-is-no-issuer',
  'issuer-differs',
  'domain-differs',
])

/** Problems of the browser's own sign-in window, which an ordinary tab does not have. */
const mendedInTab: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'sign-in-page-failed',
  'sign-in-broke-off',
  'sign-in-cancelled',
  'sign-in-busy',
  'site-not-granted',
  'unexpected',
])

interface Props {
  readonly attempt: SignInState | undefined
  readonly order: SignIn
  /** Stands there while there is nothing to say about an attempt to sign in. */
  readonly children?: ComponentChildren
}

/** Problems that another account alone mends: the provider would bring this one back unasked. */
const mendedByAnother: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['same-account', 'email-domain-not-allowed'])

/** Problems of the account, which may be mended elsewhere as well. */
const ofAccount: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  ...mendedByAnother,
  'account-refused',
  'access-denied',
  'userinfo-of-somebody-else',
])

/** Problems after which nothing is to be tried again: the person is signed out. */
const ofSignOut: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['sign-out-incomplete', 'sign-out-unheard'])

/** Problems that no check of the connection would tell more about. */
const toldWhole: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'sign-in-cancelled',
  'sign-in-busy',
  'sign-in-interrupted',
  'settings-changed',
  'same-account',
  'login-required',
  'private-window',
  'not-configured',
  'access-denied',
  'account-refused',
  'clock-wrong',
  'email-domain-not-allowed',
  ...ofSignOut,
])

/** How the last attempt to sign in stands: under way, failed, or nothing to say. */
export function Attempt({ attempt, order, children }: Props) {
  const refusal = refusalAfter(attempt, order)
  const problem = refusal ?? (attempt?.phase === 'failed' ? attempt.problem : undefined)
  const isDead = refusal?.code === 'sign-in-interrupted' && attempt?.phase === 'running' && !attempt.tab
  return (
    <>
      {attempt?.phase === 'running' && !isDead && <Running state={attempt} order={order} />}
      {problem && <Failed problem={problem} isAfresh={attempt?.isAfresh === true} order={order} />}
      {(problem ? ofSignOut.has(problem.code) : !attempt) && children}
    </>
  )
}

/** Why the last order was refused, unless an attempt has begun or ended since, which tells more. */
function refusalAfter(attempt: SignInState | undefined, { refusal }: SignIn): Problem | undefined {
  const known = attempt?.phase === 'running' ? attempt.since : attempt?.at
  return refusal && (known ?? 0) <= refusal.at ? refusal.problem : undefined
}

interface FailedProps {
  readonly problem: Problem
  /** Another account had been asked for. */
  readonly isAfresh: boolean
  readonly order: SignIn
}

function Failed({ problem, isAfresh, order }: FailedProps) {
  const { code } = problem
  // Without a status, the browser has not let us see why.
  const domain = code === 'sign-in-page-failed' && problem.status === undefined ? problem.domain : undefined
  return (
    <ProblemNotice problem={problem}>
      {mendedInOptions.has(code) && (
        <a class="button" href={optionsAt('providers')} target="_blank" rel="noreferrer">
          {say('options')}
        </a>
      )}
      {!ofSignOut.has(code) && !mendedByAnother.has(code) && (
        <button type="button" onClick={isAfresh ? order.signInAsAnother : order.signIn}>
          {say('tryAgain')}
        </button>
      )}
      {ofAccount.has(code) && (
        <button type="button" onClick={order.signInAsAnother}>
          {say('anotherAccount')}
        </button>
      )}
      {domain && (
        <button type="button" title={say('findCauseAbout')} onClick={() => order.findCause(domain, isAfresh)}>
          {say('findCause')}
        </button>
      )}
      {mendedInTab.has(code) && (
        <button type="button" title={say('signInInTabAbout')} onClick={() => order.signInInTab(isAfresh)}>
          {say('signInInTab')}
        </button>
      )}
      {!toldWhole.has(code) && (
        <a class="button" href={optionsAt(`providers?check=${encodeURIComponent(order.provider)}`)} target="_blank" rel="noreferrer">
          {say('checkConnection')}
        </a>
      )}
    </ProblemNotice>
  )
}
