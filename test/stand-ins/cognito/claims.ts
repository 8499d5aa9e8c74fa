import { createHash, randomUUID } from 'node:crypto'
import type { Person } from '../people'
import { releasedAttributes } from './attributes'
import type { AppClient, Pool } from './pool'

/** One grant of tokens: who, to whom, and the numbers that both tokens share. Times are seconds since 1970. */
export interface Issue {
  readonly pool: Pool
  readonly client: AppClient
  readonly person: Person
  readonly scopes: readonly string[]
  /** The same through all refreshes of one sign-in. */
  readonly originJti: string
  readonly eventId: string
  readonly authTime: number
  readonly iat: number
  readonly exp: number
}

/** Claims of the access token. @see AWS: Understanding the access token */
export function accessTokenClaims(issue: Issue): Record<string, unknown> {
  const { person, pool } = issue
  return {
    sub: person.sub,
    ...groupsOf(person, pool),
    iss: pool.issuer,
    version: 2,
    client_id: issue.client.id,
    ...shared(issue),
    token_use: 'access',
    scope: issue.scopes.join(' '),
    username: person.username,
  }
}

/** Claims of the ID token. @see AWS: Understanding the ID token */
export function idTokenClaims(issue: Issue, accessToken: string, nonce: string | undefined): Record<string, unknown> {
  const { person, pool } = issue
  // For somebody federated the pool adds a nonce of its own when the request had none.
  const sent = nonce ?? (person.identity && randomUUID())
  return {
    at_hash: createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'),
    sub: person.sub,
    // Unverified: that groups and user name depend on no scope. No scope for them exists.
    ...groupsOf(person, pool),
    ...(person.roles.length > 0 && { 'cognito:roles': person.roles, 'cognito:preferred_role': person.roles[0] }),
    iss: pool.issuer,
    'cognito:username': person.username,
    ...(sent !== undefined && { nonce: sent }),
    aud: issue.client.id,
    ...(person.identity && { identities: identitiesOf(person) }),
    ...shared(issue),
    token_use: 'id',
    ...releasedAttributes(person, issue.scopes, issue.client),
    ...person.added,
  }
}

/** The reply of userInfo: attributes alone, every value a string. @see AWS: userInfo endpoint */
export function userInfoClaims(person: Person, scopes: readonly string[], client: AppClient): Record<string, string> {
  const attributes = Object.entries(releasedAttributes(person, scopes, client)).map(([name, value]) => [name, String(value)])
  return {
    sub: person.sub,
    ...Object.fromEntries(attributes),
    // Unverified: the spelling in the raw reply. Elsewhere AWS hands the attribute on as a JSON string.
    ...(person.identity && { identities: JSON.stringify(identitiesOf(person)) }),
    username: person.username,
  }
}

/** Left out, not empty, for somebody in no group. A federated person is in the group of their provider. @see AWS: Adding groups to a user pool */
function groupsOf({ groups, identity }: Person, pool: Pool): { 'cognito:groups'?: string[] } {
  const all = [...(identity ? [`${pool.userPoolId}_${identity.providerName}`] : []), ...groups]
  return all.length > 0 ? { 'cognito:groups': all } : {}
}

function identitiesOf({ identity }: Person) {
  if (!identity) return []
  const { userId, providerName, providerType } = identity
  const issuer = providerType === 'SAML' ? 'https://idp.acme.example/metadata' : null
  return [{ userId, providerName, providerType, issuer, primary: 'true', dateCreated: '1700000000000' }]
}

function shared({ originJti, eventId, authTime, exp, iat }: Issue) {
  return { origin_jti: originJti, event_id: eventId, auth_time: authTime, exp, iat, jti: randomUUID() }
}
