import { clockSkew } from '../../session/lifetime-checks'
import { failed, passed, type Result, skipped } from './result'

/** This computer's time and a server's at one moment, in seconds since the epoch. */
export interface Times {
  readonly here: number
  readonly there: number
}

/**
 * Compares this computer's clock with those of the servers, in whole seconds. It is right where any of them agrees, since any may be wrong
 * itself; where none does, the one that was heard last counts: the pool's, whose time is in the tokens.
 */
export function clock(told: readonly Times[]): Result {
  const apart = told.map(({ here, there }) => Math.round(here - there))
  const agreed = apart.findLast((seconds) => Math.abs(seconds) <= clockSkew)
  const [seconds] = apart.slice(-1)
  if (seconds === undefined) return skipped('not-told')
  return agreed === undefined ? failed({ code: 'clock-wrong', seconds }) : passed(`± ${Math.abs(agreed)} s`)
}
