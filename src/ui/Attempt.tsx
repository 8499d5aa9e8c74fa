import type { ComponentChildren } from 'preact'
import type { Problem, ProblemCode } from '../problem'
import type { SignInState } from '../session/session'
import { optionsAt } from './links'
import { ProblemNotice } from './ProblemNotice'
import { Running } from './Running'
import type { SignIn } from './use-sign-in'
import { say } from './words'

/** Problems whose next step is in the options. */
const mendedInOptions: ReadonlySet<ProblemCode> = new Set([
  'not-configured',
  'unknown-client',
  'client-has-secret',
  'scope-refused',
  'answer-unreadable',
  'pool-not-found',
  'pool-has-no-domain',
  'issuer-differs',
  'domain-differs',
])

interface Props {
  readonly attempt: SignInState | undefined
  readonly order: SignIn
  /** Stands there while there is nothing to say about an attempt. */
  readonly children?: ComponentChildren
}

/** How the last attempt to sign in stands: under way, failed, or nothing to say. */
export function Attempt({ attempt, order: { signIn, refusal }, children }: Props) {
  const problem = attempt?.phase === 'failed' ? attempt.problem : refusal
  return (
    <>
      {attempt?.phase === 'running' && !refusal && <Running since={attempt.since} again={signIn} />}
      {problem && <Failed problem={problem} again={signIn} />}
      {!attempt && !refusal && children}
    </>
  )
}

const Failed = ({ problem, again }: { readonly problem: Problem; readonly again: () => void }) => (
  <ProblemNotice problem={problem}>
    <button type="button" onClick={again}>
      {say('tryAgain')}
    </button>
    {mendedInOptions.has(problem.code) && (
      <a class="button" href={optionsAt('providers')} target="_blank" rel="noreferrer">
        {say('options')}
      </a>
    )}
  </ProblemNotice>
)
