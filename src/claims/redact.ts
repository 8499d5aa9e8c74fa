import type { Claims } from '../session/session'
import { deepest } from './depth'
import { opennessOf } from './openness'
import { shapeOf, shapeOfAddress } from './shape'

/** What a redaction leaves readable besides claims that name nobody. */
export interface Redaction {
  /** Claims whose entries are groups: they stay readable. Empty hides them too. */
  readonly groups: readonly string[]
}

/**
 * Claims that can be shown to others: every claim's name, type, length and list stays, and so do issuer, client, times and domains of
 * e-mail addresses; of everything else the form alone. Never throws.
 */
export const redacted = (claims: Claims, redaction: Redaction): Claims =>
  Object.fromEntries(Object.entries(claims).map(([claim, value]) => [claim, redactedValue(claim, value, redaction)]))

/** One claim's value as others may see it. */
export function redactedValue(claim: string, value: unknown, { groups }: Redaction): unknown {
  if (groups.includes(claim) && Array.isArray(value)) return value.map((entry) => (isGroupName(entry) ? entry : hidden(entry)))
  const open = opennessOf(claim)
  if (open === 'whole') return isPlain(value) ? value : hidden(value)
  return open === 'address' && typeof value === 'string' ? shapeOfAddress(value) : hidden(value)
}

/** Whether redaction leaves a claim's value as it is, so that two alike are the same and not just of the same form. */
export const isReadable = (claim: string, value: unknown, { groups }: Redaction): boolean =>
  (opennessOf(claim) === 'whole' && isPlain(value)) ||
  (groups.includes(claim) && Array.isArray(value) && value.every(isGroupName)) ||
  typeof value === 'boolean' ||
  value === null

/** Whoever names the wrong claim does not publish addresses: groups have none. */
const isGroupName = (entry: unknown): boolean => typeof entry === 'string' && !entry.includes('@')

/** Text, number or boolean, or a list of them: what these claims are by their specification. */
const isPlain = (value: unknown): boolean =>
  Array.isArray(value) ? value.every((item) => typeof item === 'string') : typeof value !== 'object' || value === null

function hidden(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return shapeOf(value)
  if (typeof value === 'number') return Number(shapeOf(String(value)).replace(/[^9.]/g, '')) || 0
  if (typeof value === 'bigint') return BigInt(String(value).replace(/\D/g, '').replace(/\d/g, '9'))
  if (typeof value !== 'object' || value === null) return value
  if (depth === deepest) return '…'
  if (Array.isArray(value)) return value.map((item) => hidden(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner], index) => [
      members.has(name) ? name : `${shapeOf(name)} ${index + 1}`,
      hidden(inner, depth + 1),
    ]),
  )
}

/**
 * Names of members that are nobody's: those of `identities` and `address`, and what lists of groups are usually made of. Any other may
 * be data itself, as in `{"ann": "admin"}`.
 * @see https://openid.net/specs/openid-connect-core-1_0.html#AddressClaim
 */
const members: ReadonlySet<string> = new Set([
  ...['userId', 'providerName', 'providerType', 'issuer', 'primary', 'dateCreated'],
  ...['formatted', 'street_address', 'locality', 'region', 'postal_code', 'country'],
  ...['id', 'name', 'type', 'value', 'key', 'email', 'display', 'role', 'roles', 'group', 'groups', 'team', 'teams'],
])
