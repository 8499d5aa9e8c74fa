import type { Expected } from './claim-checks'
import type { Claims } from './session'
import { shown } from './shown'
import { type Stated, stated } from './stated'
import type { Check } from './verify'

/** Clocks may differ by this much, in seconds; more is named. */
export const clockSkew = 60
/** A sign-in's token is made within these seconds of its use; what is older by our clock tells that this is ahead. */
const freshness = 180

/**
 * Whether a token is in force now, and, when it renews another, of the same login. What is off is named with its amount, since a wrong
 * clock looks like a wrong token. @see https://openid.net/specs/openid-connect-core-1_0.html#RefreshTokenResponse
 */
export function lifetimeChecks({ exp, iat, nbf, auth_time }: Claims, { now, isFresh, renewed }: Expected): readonly Check[] {
  const login = renewed?.['auth_time']
  const oldest = isFresh ? now - freshness - clockSkew : Number.NEGATIVE_INFINITY
  return [
    check('exp', isTime(exp) && exp > now - clockSkew, { value: exp, wanted: stated('later-than-now'), now }),
    check('iat', isTime(iat) && iat <= now + clockSkew && iat >= oldest, {
      value: iat,
      wanted: stated(isFresh ? 'just-now' : 'not-later-than-now'),
      now,
    }),
    check('nbf', nbf === undefined || (isTime(nbf) && nbf <= now + clockSkew), { value: nbf, wanted: stated('not-later-than-now'), now }),
    check(
      'auth_time',
      auth_time === undefined || (isTime(auth_time) && auth_time <= now + clockSkew && (login === undefined || auth_time === login)),
      {
        value: auth_time,
        wanted: stated(login === undefined ? 'not-later-than-now' : 'time-of-login'),
        now,
      },
    ),
  ]
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value > 0

function check(name: string, passed: boolean, { value, wanted, now }: { value: unknown; wanted: Stated; now: number }): Check {
  return { name, passed, wanted, found: isTime(value) ? stated('time-and-distance', shown(value), `${value - now}`) : shown(value) }
}
