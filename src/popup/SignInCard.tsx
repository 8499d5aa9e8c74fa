import { useKeptFocus } from '../ui/use-kept-focus'
import { useSignIn } from '../ui/use-sign-in'
import { say } from '../ui/words'
import { Attempt } from './in-need'
import { SignedIn } from './SignedIn'
import type { SignInView } from './sign-in-state'
import { Unverified } from './Unverified'

/** One identity provider: signed out, signing in, failed, or signed in. `now` in seconds since the epoch. */
export function SignInCard({ view, now }: { readonly view: SignInView; readonly now: number }) {
  const { provider, signedIn, attempt, unverified } = view
  const order = useSignIn(provider)
  const signedOut = !signedIn && <SignedOut signIn={order.signIn} />
  const heading = `claims-from-${provider}`
  return (
    <section class="card" aria-labelledby={heading} ref={useKeptFocus<HTMLElement>()} tabIndex={-1}>
      <h2 id={heading}>{say('signInCard', provider)}</h2>
      <p class="unseen" role="status">
        {signedIn && !attempt && !signedIn.isOver && [say('verified'), ' ', signedIn.person.name]}
      </p>
      {attempt || order.refusal ? (
        <Attempt attempt={attempt} order={order}>
          {signedOut}
        </Attempt>
      ) : (
        signedOut
      )}
      {unverified && <Unverified view={unverified} now={now} />}
      {signedIn && <SignedIn view={signedIn} now={now} order={order} />}
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
