import { timeInWords } from './times'
import { VerifiedBadge } from './VerifiedBadge'
import { say } from './words'

interface Props {
  readonly verified: boolean
  /** When the sign-in runs out, in seconds since the epoch; absent of claims for which nobody signed in here. */
  readonly until?: number | undefined
  /** Seconds since the epoch. */
  readonly now: number
}

/** Whether somebody's claims can be trusted, and until when they are signed in. */
export function Validity({ verified, until, now }: Props) {
  const isOver = until !== undefined && until <= now
  return (
    <p class="validity">
      {isOver ? <span class="badge quiet">{say('outOfDate')}</span> : <VerifiedBadge verified={verified} />}{' '}
      {until !== undefined && say(isOver ? 'signedInThen' : 'signedInUntil', timeInWords(until, now))}
    </p>
  )
}
