import { clockSkew } from '../../session/lifetime-checks'
import { failed, passed, type Result, skipped } from './result'

/** This computer's time and a server's at one moment, in seconds since the epoch. */
export interface Times {
  readonly here: number
  readonly there: number
}

/** Compares this computer's clock with that of the first server that has told its own, in whole seconds. */
export function clock([times]: readonly Times[]): Result {
  if (!times) return skipped('not-told')
  const seconds = Math.round(times.here - times.there)
  return Math.abs(seconds) > clockSkew ? failed({ code: 'clock-wrong', seconds }) : passed(`± ${Math.abs(seconds)} s`)
}
