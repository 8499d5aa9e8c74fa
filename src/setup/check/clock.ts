import { clockSkew } from '../../session/lifetime-checks'
import { failed, passed, type Result, skipped, type Visit } from './result'

/** Compares this computer's clock with that of a server that has told its own, in whole seconds. */
export function clock(visits: readonly Visit[]): Result {
  const seconds = visits.flatMap((visit) =>
    'at' in visit && visit.serverTime !== undefined ? [offset(visit.at, visit.serverTime)] : [],
  )[0]
  if (seconds === undefined) return skipped('not-told')
  return Math.abs(seconds) > clockSkew ? failed({ code: 'clock-off', seconds }) : passed(`± ${Math.abs(seconds)} s`)
}

const offset = (here: number, there: number): number => Math.round((here - there) / 1000)
