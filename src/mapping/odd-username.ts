import { isId, providerIn } from '../claims/odd-username'
import type { Claims } from '../session/session'

/** A user name that no person would choose: a UUID, or the identity provider's name before an id, as in `Google_1051…`. */
export const isOddUsername = (username: string, claims: Claims): boolean => isId(username) || providerIn(username, claims) !== undefined
