import { useKeptFocus } from '../ui/use-kept-focus'
import { useSignIn } from '../ui/use-sign-in'
import { say } from '../ui/words'
import { Attempt } from './in-need'
import { SignedIn } from './SignedIn'
import type { SignInView } from './sign-in-state'
import { Unverified } from './Unverified'

interface Props {
  readonly view: SignInView
  /** There is no other: whose claims these are says enough. */
  readonly isAlone: boolean
  /** Seconds since the epoch. */
  readonly now: number
}

/** One identity provider: signed out, signing in, failed, or signed in. */
export function SignInCard({ view, isAlone, now }: Props) {
  const { provider, signedIn, attempt, unverified } = view
  const order = useSignIn(provider)
  const signedOut = !signedIn && <SignedOut signIn={order.signIn} />
  const heading = `claims-from-${provider}`
  return (
    <section class="card" aria-labelledby={heading} ref={useKeptFocus<HTMLElement>()} tabIndex={-1}>
      <h2 id={heading} class={isAlone && signedIn ? 'unseen' : undefined}>
        {say('signInCard', provider)}
      </h2>
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
