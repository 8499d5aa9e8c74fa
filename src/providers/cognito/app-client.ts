import type { ClientWish } from '../../setup/client-wish'

/**
 * An app client as it is to be made: the input of `CreateUserPoolClient`, which CloudFormation spells in the same way.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export interface AppClient {
  readonly UserPoolId: string
  readonly ClientName: string
  readonly GenerateSecret: boolean
  readonly SupportedIdentityProviders: readonly string[]
  readonly AllowedOAuthFlowsUserPoolClient: true
  readonly AllowedOAuthFlows: readonly ['code']
  readonly AllowedOAuthScopes: readonly string[]
  readonly CallbackURLs: readonly string[]
  readonly LogoutURLs: readonly string[]
  readonly ExplicitAuthFlows: readonly string[]
  readonly PreventUserExistenceErrors: 'ENABLED'
  readonly EnableTokenRevocation: true
  readonly ReadAttributes?: readonly string[]
}

/** The client for a wish: code flow alone, no way in beside the sign-in page, tokens that can be revoked. */
export function appClient(wish: ClientWish): AppClient {
  const reads = readable(wish.claims)
  return {
    UserPoolId: wish.userPoolId,
    ClientName: allowed(wish.name),
    GenerateSecret: wish.hasSecret,
    SupportedIdentityProviders: each('COGNITO', wish.identityProvider),
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: each('openid', ...wish.scopes),
    CallbackURLs: each(...wish.callbacks),
    LogoutURLs: each(...wish.signOuts),
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
    EnableTokenRevocation: true,
    ...(reads && { ReadAttributes: reads }),
  }
}

/** Cognito takes no other signs in a name, and 128 of them at most. */
const allowed = (name: string): string =>
  name
    .replace(/[^\w+=,.@-]+/g, ' ')
    .trim()
    .slice(0, 128)

const each = (...texts: readonly string[]): readonly string[] => [...new Set(texts.filter(Boolean))]

/** What a client may read where nobody says it. @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html */
const standard = [
  ...['address', 'birthdate', 'email', 'email_verified', 'family_name', 'gender', 'given_name', 'locale', 'middle_name', 'name'],
  ...['nickname', 'phone_number', 'phone_number_verified', 'picture', 'preferred_username', 'profile', 'updated_at', 'website', 'zoneinfo'],
]

/** Custom attributes have to be named, and then the others too; otherwise Cognito's own choice will do. */
function readable(claims: readonly string[]): readonly string[] | undefined {
  const custom = each(...claims.filter((claim) => /^custom:\S+$/.test(claim)))
  return custom.length > 0 ? [...standard, ...custom] : undefined
}
