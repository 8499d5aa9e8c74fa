import type { Subject } from '../../claims/subject'
import { timeInWords } from '../../ui/times'
import { say } from '../../ui/words'
import { VerifiedBadge } from '../VerifiedBadge'

interface Props {
  readonly subject: Subject
  /** Seconds since the epoch. */
  readonly now: number
}

/** Whether somebody's claims can be trusted, and until when they are signed in. */
export function Validity({ subject: { verification, until }, now }: Props) {
  const isOver = until !== undefined && until <= now
  return (
    <p class="validity">
      {isOver ? <span class="badge quiet">{say('outOfDate')}</span> : <VerifiedBadge verified={verification?.verified === true} />}{' '}
      {until !== undefined && say(isOver ? 'signedInThen' : 'signedInUntil', timeInWords(until, now))}
    </p>
  )
}
