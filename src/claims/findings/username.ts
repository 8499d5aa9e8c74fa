import type { Claims } from '../../session/session'
import type { Finding, Look } from './finding'
import { textIn } from './text'

/** What may be wrong with the user name that Confluence is to get. */
export function usernameFindings({ sources: { id }, reads: { username: claim } }: Look): readonly Finding[] {
  const value = id && textIn(id, claim)
  if (value === undefined || id === undefined) return []
  if (claim === 'sub' || uuid.test(value)) return [{ code: 'username-is-id', claim, values: [value] }]
  const provider = providerIn(value, id)
  if (provider !== undefined) return [{ code: 'username-of-provider', claim, values: [value, provider] }]
  return value === value.toLowerCase() ? [] : [{ code: 'upper-case-username', claim, values: [value, value.toLowerCase()] }]
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const social = ['Google', 'Facebook', 'LoginWithAmazon', 'SignInWithApple']

/** Cognito puts the provider's name in front; in pools that do not heed case, in lower case. */
function providerIn(value: string, claims: Claims): string | undefined {
  const linked = Array.isArray(claims['identities']) ? claims['identities'] : []
  const names = linked.map((identity) => (identity as { providerName?: unknown } | null)?.providerName)
  return [...names, ...social].find(
    (name): name is string => typeof name === 'string' && name !== '' && value.toLowerCase().startsWith(`${name.toLowerCase()}_`),
  )
}
