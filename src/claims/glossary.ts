/** What is known of a claim by its name. */
interface Term {
  /** What it is about; the words for each stand in `ui/`. */
  readonly meaning: string
  /** Whom or what it describes: the person, or the token itself and the login that it came of. */
  readonly of: 'person' | 'token'
  /** How much of it may be read by others: `whole` names nobody, of `address` only what stands behind the last "@"; else its shape alone. */
  readonly open?: 'whole' | 'address'
}

const person = <M extends string>(meaning: M, open?: Term['open']) => ({ meaning, of: 'person' as const, ...(open && { open }) })
const token = <M extends string>(meaning: M, open?: Term['open']) => ({ meaning, of: 'token' as const, ...(open && { open }) })

/**
 * Claims that Latchkey can explain, in the order in which a person looks for them: who, in which groups, what else is known of
 * them, and last what the token says of itself.
 * @see https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
const glossary = {
  'cognito:username': person('username', 'address'),
  username: person('username', 'address'),
  email: person('email', 'address'),
  email_verified: person('email_verified', 'whole'),
  name: person('name'),
  given_name: person('given_name'),
  family_name: person('family_name'),
  middle_name: person('middle_name'),
  nickname: person('nickname'),
  preferred_username: person('preferred_username', 'address'),
  'cognito:groups': person('groups'),
  sub: person('sub'),
  phone_number: person('phone_number'),
  phone_number_verified: person('phone_number_verified', 'whole'),
  address: person('address'),
  birthdate: person('birthdate'),
  gender: person('gender'),
  zoneinfo: person('zoneinfo'),
  locale: person('locale'),
  profile: person('profile'),
  picture: person('picture'),
  website: person('website'),
  updated_at: person('updated_at'),
  identities: person('identities'),
  'cognito:roles': person('roles'),
  'cognito:preferred_role': person('preferred_role'),
  exp: token('exp', 'whole'),
  iat: token('iat', 'whole'),
  auth_time: token('auth_time', 'whole'),
  nbf: token('nbf', 'whole'),
  iss: token('iss', 'whole'),
  aud: token('aud', 'whole'),
  azp: token('azp', 'whole'),
  client_id: token('client_id', 'whole'),
  scope: token('scope', 'whole'),
  token_use: token('token_use', 'whole'),
  version: token('version', 'whole'),
  acr: token('acr', 'whole'),
  amr: token('amr', 'whole'),
  nonce: token('nonce'),
  at_hash: token('at_hash'),
  jti: token('jti'),
  origin_jti: token('origin_jti'),
  event_id: token('event_id'),
  device_key: token('device_key'),
} satisfies Readonly<Record<string, Term>>

/** What a claim is about; the words for each stand in `ui/`. */
export type Meaning = (typeof glossary)[keyof typeof glossary]['meaning'] | 'custom'

const termOf = (name: string): (Term & { readonly meaning: Meaning }) | undefined =>
  Object.hasOwn(glossary, name) ? glossary[name as keyof typeof glossary] : undefined

/** What a claim of this name means; undefined for one that only the organisation knows. */
export const meaningOf = (name: string): Meaning | undefined => (/^(?:dev:)?custom:/.test(name) ? 'custom' : termOf(name)?.meaning)

/** Whether a claim speaks of the token, not of the person: then it differs from token to token, and that means nothing. */
export const isOfToken = (name: string): boolean => termOf(name)?.of === 'token'

/** How much of a claim may be read by others. */
export const opennessOf = (name: string): 'whole' | 'address' | 'shape' => termOf(name)?.open ?? 'shape'

const order = Object.keys(glossary)
const afterPeople = order.indexOf('exp')

/** Sorts names of claims: what people look for first. */
export const byRank = (a: string, b: string): number => rankOf(a) - rankOf(b) || (a < b ? -1 : 1)

/** The organisation's own claims stand between the person's and the token's. */
function rankOf(name: string): number {
  const place = order.indexOf(name)
  return place < 0 ? afterPeople - 0.5 : place
}
