import type { Subject } from '../../claims/subject'
import type { MappingSettings } from '../../settings/catalog'
import { plainName } from '../plain-name'

/** User names by which somebody may be known in Confluence: what the mapping reads, and the claims that are the usual choice. Redacted ones are nobody's. */
export function candidatesOf({ from, sources }: Subject, mapping: MappingSettings): readonly string[] {
  if (from === 'kept') return []
  const claims = sources.id ?? sources.access ?? {}
  const names = [plainName(mapping.username), 'cognito:username', 'username', 'preferred_username', 'email'].map((claim) => claims[claim])
  return [...new Set(names.filter((name): name is string => typeof name === 'string' && name.trim() !== ''))]
}
