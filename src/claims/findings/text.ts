import type { Claims } from '../../session/session'

/** The texts of a claim that is a list, or one text. */
export function textsIn(claims: Claims, name: string): readonly string[] {
  const value = claims[name]
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string' && item !== '')
}

/** Nothing, or a text with nothing in it. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
