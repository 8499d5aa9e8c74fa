import type { Figure } from './measurement'

export type Verdict = 'met' | 'MISSED' | 'not met' | 'too noisy' | 'told'

/** From this coefficient of variation on a ratio is noise. */
const noisy = 0.3

/** Counts and sizes are gates, and so are ratios where they are sure; times, which belong to a machine, are told. */
export function verdictOf({ value, unit, atMost, spread }: Figure): Verdict {
  if (atMost === undefined) return 'told'
  if (value <= atMost) return 'met'
  if (unit === 'ms' || unit === 'MB') return 'not met'
  const isUnsure = unit === 'ratio' && (!spread || spread.from <= atMost || spread.variation >= noisy)
  return isUnsure ? 'too noisy' : 'MISSED'
}

/** Whether the whole run fails by it. */
export const fails = (figure: Figure): boolean => verdictOf(figure) === 'MISSED'
