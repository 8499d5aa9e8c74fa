import type { Person } from '../people'
import type { AppClient } from './pool'

/** Attributes that each scope releases. @see AWS: userInfo endpoint, scope combinations */
const released: Readonly<Record<string, readonly string[]>> = {
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
  profile: [
    ...['name', 'given_name', 'family_name', 'middle_name', 'nickname', 'preferred_username', 'profile', 'picture', 'website'],
    ...['gender', 'birthdate', 'zoneinfo', 'locale', 'updated_at'],
  ],
}

/**
 * The person's attributes that these scopes release to this client: everything readable for `openid` alone, else the sets of
 * the scopes. @see AWS: Authorize endpoint, `scope`; AWS: userInfo endpoint
 */
export function releasedAttributes(person: Person, scopes: readonly string[], client: AppClient): Person['attributes'] {
  // Unverified: that `openid aws.cognito.signin.user.admin` counts as `openid` alone.
  const chosen = scopes.filter((scope) => scope in released)
  const inScope = (name: string) =>
    chosen.length === 0 ||
    chosen.some((scope) => released[scope]?.includes(name)) ||
    // Documented for userInfo; unverified for the ID token.
    (name.startsWith('custom:') && chosen.includes('profile'))
  // Unverified: what "basic profile" adds in userInfo to `openid email`. Nothing is added here.
  return Object.fromEntries(Object.entries(person.attributes).filter(([name]) => inScope(name) && mayRead(client, name)))
}

/** The attributes of the requested scopes that the client may not read: any of them makes the token request fail. @see AWS: Token endpoint, `invalid_grant` */
export function unreadableAttributes(scopes: readonly string[], client: AppClient): string[] {
  return scopes.flatMap((scope) => released[scope] ?? []).filter((name) => !mayRead(client, name))
}

function mayRead(client: AppClient, name: string): boolean {
  return client.reads?.includes(name) ?? true
}
