import type { Account, Directory } from '../directory'
import type { AtlassianSettings } from './settings'

type Claims = Readonly<Record<string, unknown>>

/** The account that an ID token signs in; undefined when there is none and none can be made. */
export function mapUser(claims: Claims, { usernameClaim, jit }: AtlassianSettings, directory: Directory): Account | undefined {
  const username = filled(usernameClaim, claims)
  if (!username?.trim()) return undefined
  if (!jit) return directory.find(username)
  const displayName = filled(jit.displayName, claims)
  const email = filled(jit.email, claims)
  const groups = jit.groups === '' ? [] : namesIn(claims[jit.groups])
  // A claim that is missing ends the sign-in: Cognito leaves `cognito:groups` out for whoever is in no group.
  if (displayName === undefined || email === undefined || !groups) return undefined
  const account = directory.find(username) ?? directory.create(username, { displayName, email })
  Object.assign(account, { displayName, email })
  // Unverified: what happens where no groups are mapped. Here such accounts are let in.
  if (jit.groups === '') account.groups.add('confluence-users')
  else exchange(account.groups, groups)
  return account
}

/** All groups of the token and no others, whoever gave them. */
function exchange(current: Set<string>, received: readonly string[]): void {
  current.clear()
  for (const group of received) current.add(group.toLowerCase())
}

/** Puts claims into a template: `${email}`. Undefined when one is missing or no string. */
function filled(template: string, claims: Claims): string | undefined {
  const names = [...template.matchAll(/\$\{([^}]*)}/g)].map(([, name = '']) => name)
  if (names.some((name) => typeof claims[name] !== 'string')) return undefined
  return template.replace(/\$\{([^}]*)}/g, (_, name: string) => String(claims[name]))
}

function namesIn(claim: unknown): string[] | undefined {
  return Array.isArray(claim) && claim.every((name) => typeof name === 'string') ? claim : undefined
}
