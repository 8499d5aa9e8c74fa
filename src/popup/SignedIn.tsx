import type { Person } from '../claims/claim'
import { ChecksTable } from '../ui/ChecksTable'
import { ClaimsTable } from '../ui/ClaimsTable'
import { timeInWords } from '../ui/times'
import { say } from '../ui/words'
import type { SignedInView } from './sign-in-state'

interface Props {
  readonly view: SignedInView
  /** Seconds since the epoch. */
  readonly now: number
  readonly signOut: () => void
}

/** Who is signed in, until when, whether it is verified, and the claims. */
export function SignedIn({ view: { person, until, verification, rows, app }, now, signOut }: Props) {
  return (
    <div class="signed-in">
      <div class="person">
        <span class="avatar" aria-hidden="true">
          {person.initials}
        </span>
        <Names person={person} />
        <button type="button" onClick={signOut}>
          {say('signOut')}
        </button>
      </div>
      <p class="validity">
        <span class={verification.verified ? 'badge good' : 'badge bad'}>{say(verification.verified ? 'verified' : 'unverified')}</span>{' '}
        <span>{say('signedInUntil', timeInWords(until, now))}</span>
      </p>
      <ChecksTable verification={verification} />
      <ClaimsTable rows={rows} now={now} {...(app && { app })} />
      <p class="muted note">{say('sameScopes')}</p>
    </div>
  )
}

function Names({ person: { name, email, username } }: { readonly person: Person }) {
  const more = [email, username].filter((other) => other !== undefined && other !== name)
  return (
    <div class="names">
      <strong>{name ?? say('nobodyNamed')}</strong>
      {more.map((other) => (
        <span key={other} class="muted">
          {other}
        </span>
      ))}
    </div>
  )
}
