import type { Account, Directory } from '../directory'
import { flattened } from './attributes'
import { rowsOf, work } from './groups'
import { groupsReceived } from './received'
import type { MiniOrangeSettings } from './settings'
import { trimmed } from './trimmed'

type Claims = Readonly<Record<string, unknown>>

/** Why nobody was signed in. */
export type Refusal = 'USER_DOMAIN_NOT_ALLOWED' | 'UNAUTHORIZED_USER_LOGIN' | 'USER_NOT_FOUND' | 'SSO_AUTHENTICATION_FAILED'

/** The account that an ID token signs in, made if need be, with its groups brought up to date. Observed with 1.1.28. */
export function mapUser(claims: Claims, settings: MiniOrangeSettings, directory: Directory): Account | Refusal {
  try {
    return signIn(claims, settings, directory)
  } catch {
    return 'SSO_AUTHENTICATION_FAILED'
  }
}

function signIn(claims: Claims, settings: MiniOrangeSettings, directory: Directory): Account | Refusal {
  const attributes = new Map(flattened(claims))
  const person = { ...emailIn(claims, attributes, settings), username: usernameIn(claims, attributes, settings) }
  if (!person.username.trim() && !person.email.trim()) return 'SSO_AUTHENTICATION_FAILED'
  const found = existing(directory, settings, person)
  if (!found && settings.disableUserCreation) return 'USER_NOT_FOUND'
  if (found && !domainAllowed(person.email, settings.allowedDomains)) return 'USER_DOMAIN_NOT_ALLOWED'
  const received = groupsReceived(claims, attributes, settings.groups)
  const job = { received, settings, directory }
  const displayName = nameIn(attributes, settings)
  const account = found ?? made(person, displayName, job)
  if (!account) return 'UNAUTHORIZED_USER_LOGIN'
  // Somebody new is worked on twice, and the domain is asked in between.
  if (!found) work(account, { ...job, isNew: true })
  if (!found && !domainAllowed(person.email, settings.allowedDomains)) return 'USER_DOMAIN_NOT_ALLOWED'
  if (!settings.disableAttributeMapping) Object.assign(account, { email: person.email }, displayName.trim() && { displayName })
  work(account, { ...job, isNew: false })
  return account
}

interface Named {
  readonly username: string
  readonly email: string
  readonly isFromAttribute: boolean
}

/** Who is looked for by e-mail is named by it, if it came in the attribute set for it. */
function made({ username, email, isFromAttribute }: Named, displayName: string, job: Parameters<typeof rowsOf>[0]): Account | undefined {
  const { groups, loginBy } = job.settings
  if (!email.trim() || (groups.restrictCreation && rowsOf(job).join.length === 0)) return undefined
  const name = loginBy === 'username' ? username || email : isFromAttribute ? email : username
  if (!name) throw new Error('no name')
  return job.directory.create(name, { displayName, email })
}

function existing(directory: Directory, { loginBy }: MiniOrangeSettings, { username, email }: Named): Account | undefined {
  if (loginBy === 'username' || !email) return directory.find(username || email)
  const [first, ...others] = directory.withEmail(email)
  if (others.length > 0) throw new Error(`several accounts have ${email}`)
  return first
}

function usernameIn(claims: Claims, attributes: ReadonlyMap<string, string>, settings: MiniOrangeSettings): string {
  const { usernameAttribute, usernameRegex, loginBy } = settings
  if (!usernameAttribute) return ''
  const raw = attributes.get(usernameAttribute)
  if (raw === undefined && (usernameRegex || loginBy === 'username')) throw new Error('no user name')
  const value = (raw ?? seek(claims, usernameAttribute)).split('"').join('')
  const match = usernameRegex && value.trim() ? new RegExp(usernameRegex).exec(value) : null
  if (!match) return value
  const [whole, ...captured] = match
  // What took no part is Java's null.
  return captured.length > 0 ? captured.map((part) => `${part ?? null}`).join('') : whole
}

const address = /^[A-Z0-9._%+-]+@[A-Z0-9.-]+\.[A-Z]{2,6}$/i

function emailIn(
  claims: Claims,
  attributes: ReadonlyMap<string, string>,
  { emailAttribute, loginBy }: MiniOrangeSettings,
): Omit<Named, 'username'> {
  if (loginBy === 'email' && emailAttribute && !attributes.has(emailAttribute)) throw new Error('no e-mail to go by')
  const names = emailAttribute.split(';')
  while (names.at(-1) === '') names.pop()
  let email = ''
  for (const name of names.map(trimmed)) {
    const value = attributes.get(name)
    email = value ?? seek(claims, name)
    if (value !== undefined) break
  }
  if (email.trim()) return { email, isFromAttribute: true }
  return { email: [...attributes.values()].find((value) => address.test(value)) ?? '', isFromAttribute: false }
}

/** What an attribute that did not come is taken for: its last name in the first list or object that stands in the token. As 1.1.28 is written. */
function seek(json: object, name: string): string {
  for (const [key, value] of Object.entries(json)) {
    if (typeof value !== 'object' && key === name) return String(value)
    if (typeof value !== 'object' || value === null || name === 'id') continue
    return Array.isArray(value) ? value.map((item) => member(item, name)).join(';') : seek(value, name)
  }
  return ''
}

function member(item: unknown, name: string): string {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) throw new Error('no object')
  if (!(name in item)) return ''
  const value = (item as Record<string, unknown>)[name]
  if (typeof value === 'object') throw new Error('no text')
  return String(value)
}

function nameIn(attributes: ReadonlyMap<string, string>, { fullNameAttribute, separateNames }: MiniOrangeSettings): string {
  const at = (name: string) => attributes.get(name) ?? ''
  return separateNames ? `${at(separateNames.first)} ${at(separateNames.last)}` : at(fullNameAttribute)
}

/** Letter by letter, upper and lower case apart; whoever has no e-mail address passes. */
function domainAllowed(email: string, allowed: string): boolean {
  if (allowed === '' || email === '') return true
  const domain = email.split('@')[1]
  if (!domain) throw new Error('no domain')
  return allowed.split(';').some((one) => trimmed(one) === domain)
}
