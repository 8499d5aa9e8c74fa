import { VerifiedBadge } from '../ui/VerifiedBadge'
import { say } from '../ui/words'
import { CheckedClaims } from './CheckedClaims'
import type { ClaimsView } from './sign-in-state'

/** Claims of a token that was refused, so that whoever looks for the fault can see them. `now` in seconds since the epoch. */
export const Unverified = ({ view, now }: { readonly view: ClaimsView; readonly now: number }) => (
  <div class="unverified">
    <p>
      <VerifiedBadge verified={false} /> {say('unverifiedAbout')}
    </p>
    <CheckedClaims view={view} now={now} />
  </div>
)
