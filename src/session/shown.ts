const longest = 200 // characters

/** A value as a person reads it in a table of checks: bare text, JSON for what is not text, a dash for what is not there. */
export function shown(value: unknown): string {
  if (value === undefined) return '–'
  const text = typeof value === 'string' ? value : asJson(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/**
 * A value as JSON, indented by so many blanks; a bigint with all its digits. What can be read from JSON can be nested too deep to be written
 * again: then its outermost signs.
 */
export function asJson(value: unknown, indent = 0): string {
  try {
    return JSON.stringify(value, null, indent)
  } catch {
    return Array.isArray(value) ? '[…]' : typeof value === 'object' ? '{…}' : String(value)
  }
}
