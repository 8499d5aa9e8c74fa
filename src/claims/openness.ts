/** Claims that name nobody: of what others may read, they may read all. */
const whole: readonly string[] = [
  'email_verified',
  'phone_number_verified',
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
]

/** Claims of which they may read what stands behind the last "@". */
const addresses: readonly string[] = ['cognito:username', 'username', 'email', 'preferred_username']

/** How much of a claim may be read by others; of most its shape alone. */
export const opennessOf = (name: string): 'whole' | 'address' | 'shape' =>
  whole.includes(name) ? 'whole' : addresses.includes(name) ? 'address' : 'shape'
