import { isId, providerIn } from '../odd-username'
import type { Finding, Look } from './finding'
import { textIn } from './text'

/** What may be wrong with the user name that Confluence is to get. */
export function usernameFindings({ sources: { id }, reads: { username: claim } }: Look): readonly Finding[] {
  const value = id && textIn(id, claim)
  if (value === undefined || id === undefined) return []
  if (claim === 'sub' || isId(value)) return [{ code: 'username-is-id', claim, values: [value] }]
  const provider = providerIn(value, id)
  if (provider !== undefined) return [{ code: 'username-of-provider', claim, values: [value, provider] }]
  return value === value.toLowerCase() ? [] : [{ code: 'upper-case-username', claim, values: [value, value.toLowerCase()] }]
}
