import { isId, providerIn } from '../odd-username'
import { readingOf, textsOf } from '../reading'
import type { Finding, Look } from './finding'

/** What may be wrong with the user name that Confluence is to get. */
export function usernameFindings({ sources: { id }, reads, dialect }: Look): readonly Finding[] {
  const reading = id && readingOf(id, reads.username, 'fields', dialect)
  const [value, ...others] = textsOf(reading)
  if (!id || !reading || value === undefined || value.trim() === '' || others.length > 0) return []
  const { claim } = reading
  if (claim === 'sub' || isId(value)) return [{ code: 'username-is-id', claim, values: [value] }]
  const provider = providerIn(value, id)
  if (provider !== undefined) return [{ code: 'username-of-provider', claim, values: [value, provider] }]
  return value === value.toLowerCase() ? [] : [{ code: 'upper-case-username', claim, values: [value, value.toLowerCase()] }]
}
