/** Nobody nests deeper on purpose. */
export const deepest = 32

/**
 * Claims, or any other value, with "…" for whatever is nested deeper than that: JSON that can be read can be too deep to be written or
 * cloned. `leaf` gives what stands in the place of a text, a number, a boolean or nothing.
 */
export function shallow(value: unknown, leaf: (value: unknown) => unknown, levels = deepest + 1): unknown {
  if (typeof value !== 'object' || value === null) return leaf(value)
  if (levels === 0) return '…'
  if (Array.isArray(value)) return value.map((item) => shallow(item, leaf, levels - 1))
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shallow(inner, leaf, levels - 1)]))
}
