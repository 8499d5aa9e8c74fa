/**
 * Claims that Latchkey can explain, in the order in which a person looks for them: who, in which groups, what else is known of
 * them, and last what the token says of itself.
 * @see https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
 */
const glossary = {
  'cognito:username': 'username',
  username: 'username',
  email: 'email',
  email_verified: 'email_verified',
  name: 'name',
  given_name: 'given_name',
  family_name: 'family_name',
  middle_name: 'middle_name',
  nickname: 'nickname',
  preferred_username: 'preferred_username',
  'cognito:groups': 'groups',
  sub: 'sub',
  phone_number: 'phone_number',
  phone_number_verified: 'phone_number_verified',
  address: 'address',
  birthdate: 'birthdate',
  gender: 'gender',
  zoneinfo: 'zoneinfo',
  locale: 'locale',
  profile: 'profile',
  picture: 'picture',
  website: 'website',
  updated_at: 'updated_at',
  identities: 'identities',
  'cognito:roles': 'roles',
  'cognito:preferred_role': 'preferred_role',
  exp: 'exp',
  iat: 'iat',
  auth_time: 'auth_time',
  nbf: 'nbf',
  iss: 'iss',
  aud: 'aud',
  azp: 'azp',
  client_id: 'client_id',
  scope: 'scope',
  token_use: 'token_use',
  nonce: 'nonce',
  at_hash: 'at_hash',
  jti: 'jti',
  origin_jti: 'origin_jti',
  event_id: 'event_id',
} as const

/** What a claim is about; the words for each stand in `ui/`. */
export type Meaning = (typeof glossary)[keyof typeof glossary] | 'custom'

/** What a claim of this name means; undefined for one that only the organisation knows. */
export function meaningOf(name: string): Meaning | undefined {
  if (/^(?:dev:)?custom:/.test(name)) return 'custom'
  return Object.hasOwn(glossary, name) ? glossary[name as keyof typeof glossary] : undefined
}

const order = Object.keys(glossary)
const afterPeople = order.indexOf('exp')

/** Sorting key: smaller comes first; the organisation's own claims stand between the person's and the token's. */
export function rankOf(name: string): number {
  const place = order.indexOf(name)
  return place < 0 ? afterPeople - 0.5 : place
}
