import type { Claims } from '../session/session'

/** Nobody nests deeper on purpose. */
export const deepest = 32

/** The claims, with "…" for whatever is nested deeper than that: JSON that can be read can be too deep to be written or cloned. */
export const shallow = (claims: Claims): Claims =>
  Object.fromEntries(Object.entries(claims).map(([claim, value]) => [claim, upTo(deepest, value)]))

function upTo(levels: number, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (levels === 0) return '…'
  if (Array.isArray(value)) return value.map((item) => upTo(levels - 1, item))
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, upTo(levels - 1, inner)]))
}
