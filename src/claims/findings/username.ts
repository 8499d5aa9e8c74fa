import { isId, providerIn } from '../odd-username'
import { type Reading, readingOf, textsOf } from '../reading'
import type { Finding, FindingInput } from './finding'
import { isBlank } from './text'

/** What may be wrong with the user name that Confluence is to get. */
export const usernameFindings = (look: FindingInput): readonly Finding[] => [...notRead(look), ...changeable(look), ...odd(look)]

function notRead({ sources: { id, userinfo }, reads, dialect }: FindingInput): readonly Finding[] {
  if (!id) return []
  const sources = [id, ...(reads.asksUserInfoForUsername && userinfo ? [userinfo] : [])]
  const values = reads.usernameNeeds.filter((typed) => !sources.some((claims) => isThere(readingOf(claims, typed, 'fields', dialect))))
  return values.length > 0 ? [{ code: 'username-not-read', values }] : []
}

/** Whether there is anything: a number will do where the app takes one. */
const isThere = (reading: Reading | undefined): boolean => reading?.values.some((value) => !isBlank(value)) ?? false

/**
 * Attributes that a user pool lets people change by themselves wherever an app client may write them, and verifies with nobody.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
const ownWords: ReadonlySet<string> = new Set([
  ...['preferred_username', 'nickname', 'name', 'given_name', 'middle_name', 'family_name'],
  ...['profile', 'picture', 'website', 'gender', 'birthdate', 'zoneinfo', 'locale', 'address'],
])

function changeable({ sources: { id }, reads, dialect }: FindingInput): readonly Finding[] {
  const claim = id && readingOf(id, reads.username, 'fields', dialect)?.claim
  return claim !== undefined && ownWords.has(claim) ? [{ code: 'username-changeable', claim, values: [] }] : []
}

function odd({ sources: { id }, reads, dialect }: FindingInput): readonly Finding[] {
  const reading = id && readingOf(id, reads.username, 'fields', dialect)
  const [value, ...others] = textsOf(reading)
  if (!id || !reading || value === undefined || value.trim() === '' || others.length > 0) return []
  const { claim } = reading
  if (claim === 'sub' || isId(value)) return [{ code: 'username-is-id', claim, values: [value] }]
  const provider = providerIn(value, id)
  if (provider !== undefined) return [{ code: 'username-of-provider', claim, values: [value, provider] }]
  return value === value.toLowerCase() ? [] : [{ code: 'upper-case-username', claim, values: [value, value.toLowerCase()] }]
}
