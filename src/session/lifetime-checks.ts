import type { Expected } from './claim-checks'
import type { Claims } from './session'
import { shown } from './shown'
import type { Check } from './verify'

/** Clocks may differ by this much, in seconds; more is named. */
export const clockSkew = 60
/** A sign-in's token is made within these seconds of its use. */
const freshness = 600

/** Whether a token is in force now. What is off is named with its amount, since a wrong clock looks like a wrong token. */
export function lifetimeChecks({ exp, iat, nbf, auth_time }: Claims, { now, isFresh, renewed }: Expected): readonly Check[] {
  const oldest = isFresh ? now - freshness - clockSkew : Number.NEGATIVE_INFINITY
  return [
    check('exp', isTime(exp) && exp > now - clockSkew, { value: exp, wanted: 'later than now', now }),
    check('iat', isTime(iat) && iat <= now + clockSkew && iat >= oldest, {
      value: iat,
      wanted: isFresh ? 'just now' : 'not later than now',
      now,
    }),
    check('nbf', nbf === undefined || (isTime(nbf) && nbf <= now + clockSkew), { value: nbf, wanted: 'not later than now', now }),
    check('auth_time', auth_time === undefined || (isTime(auth_time) && auth_time <= now + clockSkew && isOf(renewed, auth_time)), {
      value: auth_time,
      wanted: renewed ? 'the time of the login that is renewed' : 'not later than now',
      now,
    }),
  ]
}

/** A renewed token keeps the time of the login. @see https://openid.net/specs/openid-connect-core-1_0.html#RefreshTokenResponse */
const isOf = (renewed: Claims | undefined, time: number): boolean => renewed === undefined || time === renewed['auth_time']

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0

function check(name: string, passed: boolean, { value, wanted, now }: { value: unknown; wanted: string; now: number }): Check {
  return { name, passed, wanted, found: isTime(value) ? `${shown(value)} (${distance(value - now)})` : shown(value) }
}

/** "12 min ago", "in 59 min". */
function distance(seconds: number): string {
  const amount = Math.abs(seconds)
  const words =
    amount < 120 ? `${Math.round(amount)} s` : amount < 7200 ? `${Math.round(amount / 60)} min` : `${Math.round(amount / 3600)} h`
  return seconds < 0 ? `${words} ago` : `in ${words}`
}
