import type { Claims } from '../session/session'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const social = ['Google', 'Facebook', 'LoginWithAmazon', 'SignInWithApple']

/** Whether a user name is an id that no person would type. */
export const isId = (username: string): boolean => uuid.test(username)

/** Whoever comes from an identity provider is in a group of Cognito's own making, "eu-west-1_AbCdEf123_Google": that provider, else undefined. */
export const providerOfGroup = (name: string): string | undefined => /^[a-z]{2}(?:-[a-z]+)+-\d_[A-Za-z0-9]+_(.+)/.exec(name)?.[1]

/**
 * The identity provider whose name Cognito has put in front of a user name, as in `Google_1051…`; in pools that do not heed case it does
 * so in lower case. Undefined where there is none.
 */
export function providerIn(username: string, { identities, 'cognito:groups': groups }: Claims): string | undefined {
  const linked = (Array.isArray(identities) ? identities : []).map((one: { providerName?: unknown } | null) => one?.providerName)
  const grouped = (Array.isArray(groups) ? groups : []).map((name: unknown) =>
    typeof name === 'string' ? providerOfGroup(name) : undefined,
  )
  return [...linked, ...grouped, ...social].find(
    (name): name is string => typeof name === 'string' && name !== '' && username.toLowerCase().startsWith(`${name.toLowerCase()}_`),
  )
}

/** A user name that no person would choose: a UUID, or the identity provider's name before an id, as in `Google_1051…`. */
export const isOddUsername = (username: string, claims: Claims): boolean => isId(username) || providerIn(username, claims) !== undefined
