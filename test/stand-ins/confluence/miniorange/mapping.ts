import type { Account, Directory } from '../directory'
import { mapGroups } from './groups'
import type { MiniOrangeSettings } from './settings'

type Claims = Readonly<Record<string, unknown>>

/** Why nobody was signed in. */
export type Refusal = 'USER_DOMAIN_NOT_ALLOWED' | 'UNAUTHORIZED_USER_LOGIN' | 'USER_NOT_FOUND' | 'SSO_AUTHENTICATION_FAILED'

/** The account that an ID token signs in, made if need be, with its groups brought up to date. Observed with 1.1.28. */
export function mapUser(claims: Claims, settings: MiniOrangeSettings, directory: Directory): Account | Refusal {
  const username = usernameIn(claims, settings)
  const email = emailIn(claims, settings.emailAttribute)
  if (!username) return 'SSO_AUTHENTICATION_FAILED'
  if (!domainAllowed(email, settings.allowedDomains)) return 'USER_DOMAIN_NOT_ALLOWED'
  const found = existing(directory, settings, { username, email })
  if (found === 'ambiguous') return 'SSO_AUTHENTICATION_FAILED'
  const mapped = mapGroups(claims[settings.groups.groupAttribute], settings.groups, directory)
  if (!found && settings.disableUserCreation) return 'USER_NOT_FOUND'
  if (!found && settings.groups.restrictCreation && mapped.join.length === 0) return 'UNAUTHORIZED_USER_LOGIN'
  if (!found && !email) return 'SSO_AUTHENTICATION_FAILED'
  const displayName = textOf(claims[settings.fullNameAttribute]) || username
  const account = found ?? directory.create(username, { displayName, email })
  const keeps = settings.assignDefaultGroupsTo
  if (keeps === 'allUsers' || (keeps === 'newUsers' && !found)) for (const group of settings.defaultGroups) account.groups.add(group)
  for (const group of mapped.leave) account.groups.delete(group)
  for (const group of mapped.join) account.groups.add(group)
  return account
}

function existing(directory: Directory, { loginBy }: MiniOrangeSettings, { username, email }: { username: string; email: string }) {
  if (loginBy === 'username') return directory.find(username)
  const [first, ...others] = directory.withEmail(email)
  return others.length > 0 ? 'ambiguous' : first
}

function usernameIn(claims: Claims, { usernameAttribute, usernameRegex }: MiniOrangeSettings): string {
  const value = textOf(claims[usernameAttribute])
  if (usernameRegex === '') return value
  const match = new RegExp(usernameRegex).exec(value)
  if (!match) return value
  const [whole, ...captured] = match
  return captured.length > 0 ? captured.join('') : whole
}

const address = /^[A-Z0-9._%+-]+@[A-Z0-9.-]+\.[A-Z]{2,6}$/i

function emailIn(claims: Claims, attributes: string): string {
  const named = attributes.split(';').map((name) => textOf(claims[name]))
  return (
    named.find(Boolean) ??
    Object.values(claims)
      .map(textOf)
      .find((value) => address.test(value)) ??
    ''
  )
}

/** Letter by letter, upper and lower case apart; whoever has no e-mail address passes. */
function domainAllowed(email: string, allowed: string): boolean {
  if (allowed === '' || email === '') return true
  return allowed.split(';').some((domain) => domain.trim() === email.slice(email.indexOf('@') + 1))
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
