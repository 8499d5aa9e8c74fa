import { coefficientOfVariation, median, quantileSorted } from 'simple-statistics'

/** How far a measurement varies. */
export interface Spread {
  /** The 95 % interval of the median. */
  readonly from: number
  readonly to: number
  readonly p10: number
  readonly p90: number
  /** Coefficient of variation. */
  readonly variation: number
}

/** The median and how sure it is. */
export function spreadOf(samples: readonly number[]): Spread & { readonly median: number } {
  const sorted = [...samples].sort((a, b) => a - b)
  const [from, to] = interval(sorted)
  const variation = sorted.length > 1 ? coefficientOfVariation(sorted) : 0
  return { median: median(sorted), from, to, p10: quantileSorted(sorted, 0.1), p90: quantileSorted(sorted, 0.9), variation }
}

/** By order statistics: assumes nothing of the distribution, and gives the same for the same samples. @see Conover, Practical Nonparametric Statistics, 3.2 */
function interval(sorted: readonly number[]): [number, number] {
  const { length } = sorted
  const below = Math.max(0, Math.floor((length - 1.96 * Math.sqrt(length)) / 2))
  return [sorted[below] ?? Number.NaN, sorted[length - 1 - below] ?? Number.NaN]
}
