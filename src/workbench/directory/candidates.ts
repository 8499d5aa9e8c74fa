import type { Subject } from '../../claims/subject'

/** User names by which somebody may be known in Confluence: what the mapping makes of the claims, and those that are the usual choice. Redacted ones are nobody's. */
export function candidatesOf({ from, sources }: Subject, mapped = ''): readonly string[] {
  if (from === 'kept') return []
  const claims = sources.id ?? sources.access ?? {}
  const usual = ['cognito:username', 'username', 'preferred_username', 'email'].map((claim) => claims[claim])
  return [...new Set([mapped, ...usual].filter((name): name is string => typeof name === 'string' && name.trim() !== ''))]
}
