import type { Claims } from '../session/session'

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** A user name that no person would choose: a UUID, or the identity provider's name before an id, as in `Google_1051…`. */
export function isOddUsername(username: string, { identities }: Claims): boolean {
  if (uuid.test(username)) return true
  const names = Array.isArray(identities) ? identities.map((identity: unknown) => providerOf(identity)) : []
  return names.some((name) => name !== undefined && username.toLowerCase().startsWith(`${name.toLowerCase()}_`))
}

function providerOf(identity: unknown): string | undefined {
  const name: unknown = typeof identity === 'object' && identity !== null && 'providerName' in identity ? identity.providerName : undefined
  return typeof name === 'string' && name !== '' ? name : undefined
}
