import { useState } from 'preact/hooks'
import { ask } from '../platform/messages'
import { type Problem, type ProblemCode, problemOf } from '../problem'
import { ProblemNotice } from '../ui/ProblemNotice'
import { say } from '../ui/words'
import { optionsAt } from './links'
import { Running } from './Running'
import { SignedIn } from './SignedIn'
import type { SignInView } from './sign-in-state'
import { Unverified } from './Unverified'

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

/** One identity provider: signed out, signing in, failed, or signed in. `now` in seconds since the epoch. */
export function SignInCard({ view, now }: { readonly view: SignInView; readonly now: number }) {
  const { provider, signedIn, attempt, unverified } = view
  const [refusal, setRefusal] = useState<Problem>()
  const order = (verb: 'signIn' | 'signOut') => () => {
    setRefusal(undefined)
    ask(verb, provider).catch((error: unknown) => {
      setRefusal(problemOf(error))
      ask('settle').catch(() => undefined) // a background that died over it tidies up when it is woken
    })
  }
  const signIn = order('signIn')
  const problem = attempt?.phase === 'failed' ? attempt.problem : refusal
  const heading = `claims-from-${provider}`
  return (
    <section class="card" aria-labelledby={heading}>
      <h2 id={heading}>{say('signInCard', provider)}</h2>
      {attempt?.phase === 'running' && !refusal && <Running since={attempt.since} again={signIn} />}
      {problem && (
        <ProblemNotice problem={problem}>
          <button type="button" onClick={signIn}>
            {say('tryAgain')}
          </button>
          {mendedInOptions.has(problem.code) && (
            <a class="button" href={optionsAt('providers')} target="_blank" rel="noreferrer">
              {say('options')}
            </a>
          )}
        </ProblemNotice>
      )}
      {unverified && <Unverified view={unverified} now={now} />}
      {signedIn && <SignedIn view={signedIn} now={now} signOut={order('signOut')} />}
      {!signedIn && !attempt && !refusal && <SignedOut signIn={signIn} />}
    </section>
  )
}

const SignedOut = ({ signIn }: { readonly signIn: () => void }) => (
  <>
    <button type="button" class="wide" onClick={signIn}>
      {say('showClaims')}
    </button>
    <p class="muted">{say('showClaimsAbout')}</p>
  </>
)
