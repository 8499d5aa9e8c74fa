import { ChecksTable } from '../ui/ChecksTable'
import { ClaimsTable } from '../ui/ClaimsTable'
import { VerifiedBadge } from '../ui/VerifiedBadge'
import { say } from '../ui/words'
import type { ClaimsView } from './sign-in-state'

/** Claims of a token that was refused, so that whoever looks for the fault can see them. `now` in seconds since the epoch. */
export const Unverified = ({ view: { rows, app, mayCopy, verification }, now }: { readonly view: ClaimsView; readonly now: number }) => (
  <div class="unverified">
    <p>
      <VerifiedBadge verified={false} /> {say('unverifiedAbout')}
    </p>
    <ChecksTable verification={verification} />
    <ClaimsTable rows={rows} mayCopy={mayCopy} now={now} app={app} />
  </div>
)
