import type { ComponentChildren } from 'preact'
import type { Person } from '../claims/person'
import type { SignIn } from '../ui/use-sign-in'
import { untilInWords, ValidityBadge } from '../ui/Validity'
import { say } from '../ui/words'
import { CheckedClaims } from './CheckedClaims'
import { OtherAccounts } from './OtherAccounts'
import type { SignedInView } from './sign-in-state'

interface Props {
  readonly view: SignedInView
  /** Seconds since the epoch. */
  readonly now: number
  readonly order: SignIn
}

/** Who is signed in, until when, whether it is verified, and the claims. */
export function SignedIn({ view, now, order }: Props) {
  const { person, verification, others, isOver, until } = view
  return (
    <div class="signed-in">
      <div class="person">
        <span class="avatar" aria-hidden="true">
          {person.initials}
        </span>
        <Names person={person}>
          <ValidityBadge verified={verification.verified} until={until} now={now} />
        </Names>
        <button type="button" onClick={order.signOut}>
          {say(isOver ? 'forgetAccount' : 'signOut')}
        </button>
      </div>
      <p class="validity">{untilInWords(until, now)}</p>
      <OtherAccounts others={others} order={order} isOver={isOver} />
      <CheckedClaims view={view} now={now} />
      <p class="muted note">{say('sameScopes')}</p>
    </div>
  )
}

interface NamesProps {
  readonly person: Person
  /** What stands beside the name. */
  readonly children: ComponentChildren
}

function Names({ person: { name, email, username }, children }: NamesProps) {
  const more = [email, username].filter((other) => other !== undefined && other !== name)
  return (
    <div class="names">
      <p class="name">
        <strong>{name ?? say('nobodyNamed')}</strong> {children}
      </p>
      {more.map((other) => (
        <span key={other} class="muted">
          {other}
        </span>
      ))}
    </div>
  )
}
