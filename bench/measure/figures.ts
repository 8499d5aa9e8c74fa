import type { Figure } from '../report/measurement'
import { spreadOf } from './spread'

type Named = Pick<Figure, 'what' | 'where'> & { readonly atMost?: number }

/** The median of the ratios round by round: what slows a round slows both of its arms. */
export function ratioOf(ours: readonly number[], theirs: readonly number[], named: Named): Figure {
  const ratios = ours.flatMap((one, round) => (theirs[round] === undefined ? [] : [one / theirs[round]]))
  const { median: value, ...spread } = spreadOf(ratios)
  return { ...named, unit: 'ratio', value, spread }
}

/** The median of measured times, or of other amounts. */
export function medianOf(samples: readonly number[], unit: Figure['unit'], named: Named): Figure {
  const { median: value, ...spread } = spreadOf(samples)
  return { ...named, unit, value, spread }
}
