/**
 * Claims of a person that Latchkey can explain, in the order in which people look for them: who, in which groups, and what else is known.
 * @see https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
 */
const ofPerson = [
  'cognito:username',
  'username',
  'email',
  'email_verified',
  'name',
  'given_name',
  'family_name',
  'middle_name',
  'nickname',
  'preferred_username',
  'cognito:groups',
  'sub',
  'phone_number',
  'phone_number_verified',
  'address',
  'birthdate',
  'gender',
  'zoneinfo',
  'locale',
  'profile',
  'picture',
  'website',
  'updated_at',
  'identities',
  'cognito:roles',
  'cognito:preferred_role',
] as const

/**
 * What a token says of itself and of the login that it came of, in the same manner.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
const ofToken = [
  'exp',
  'iat',
  'auth_time',
  'nbf',
  'iss',
  'aud',
  'azp',
  'client_id',
  'scope',
  'token_use',
  'version',
  'acr',
  'amr',
  'nonce',
  'at_hash',
  'jti',
  'origin_jti',
  'event_id',
  'device_key',
] as const

const known: readonly string[] = [...ofPerson, ...ofToken]

type Bare<Name extends string> = Name extends `cognito:${infer Rest}` ? Rest : Name

/** What a claim is about; the words for each stand in `ui/`. */
export type Meaning = Bare<(typeof ofPerson | typeof ofToken)[number]> | 'custom'

/**
 * What a claim of this name means; undefined for one that only the organisation knows. Other providers have groups without Cognito's prefix.
 * @see https://www.rfc-editor.org/rfc/rfc9068#section-2.2.3.1
 */
export function meaningOf(name: string): Meaning | undefined {
  if (/^(?:dev:)?custom:/.test(name)) return 'custom'
  return name === 'groups' || known.includes(name) ? (name.replace('cognito:', '') as Meaning) : undefined
}

/** Whether a claim speaks of the token, not of the person: then it differs from token to token, and that means nothing. */
export const isOfToken = (name: string): boolean => known.indexOf(name) >= ofPerson.length

/** Sorts names of claims: what people look for first. */
export const byRank = (a: string, b: string): number => rankOf(a) - rankOf(b) || (a < b ? -1 : 1)

/** The organisation's own claims stand between the person's and the token's. */
function rankOf(name: string): number {
  const place = known.indexOf(name)
  return place < 0 ? ofPerson.length - 0.5 : place
}
