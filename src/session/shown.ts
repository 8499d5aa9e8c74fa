/** A value as a person reads it in a table of checks: bare text, JSON for what is not text, a dash for what is not there. */
export function shown(value: unknown): string {
  if (value === undefined) return '–'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
