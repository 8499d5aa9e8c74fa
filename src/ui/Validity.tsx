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

/** Whether somebody's claims can be trusted: those of a sign-in that has run out say nothing of today. */
export const ValidityBadge = ({ verified, until, now }: Props) =>
  until !== undefined && until <= now ? <span class="badge quiet">{say('outOfDate')}</span> : <VerifiedBadge verified={verified} />

/** Until when somebody is or was signed in. Both arguments in seconds since the epoch. */
export const untilInWords = (until: number, now: number): string =>
  say(until <= now ? 'signedInThen' : 'signedInUntil', timeInWords(until, now))

/** Whether somebody's claims can be trusted, and until when they are signed in. */
export const Validity = ({ verified, until, now }: Props) => (
  <p class="validity">
    <ValidityBadge verified={verified} until={until} now={now} /> {until !== undefined && untilInWords(until, now)}
  </p>
)
