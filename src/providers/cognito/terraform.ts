import type { AppClient } from './app-client'

/** Terraform's names for a client's members. @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool_client */
const names = {
  UserPoolId: 'user_pool_id',
  ClientName: 'name',
  GenerateSecret: 'generate_secret',
  SupportedIdentityProviders: 'supported_identity_providers',
  AllowedOAuthFlowsUserPoolClient: 'allowed_oauth_flows_user_pool_client',
  AllowedOAuthFlows: 'allowed_oauth_flows',
  AllowedOAuthScopes: 'allowed_oauth_scopes',
  CallbackURLs: 'callback_urls',
  LogoutURLs: 'logout_urls',
  ExplicitAuthFlows: 'explicit_auth_flows',
  PreventUserExistenceErrors: 'prevent_user_existence_errors',
  EnableTokenRevocation: 'enable_token_revocation',
  ReadAttributes: 'read_attributes',
} as const satisfies Readonly<Record<keyof Required<AppClient>, string>>

/** A resource with one client in it; `name` is its name within Terraform. */
export function resource(client: AppClient, name: string): string {
  const members = Object.entries(client) as [keyof AppClient, string | boolean | readonly string[]][]
  const width = Math.max(...members.map(([member]) => names[member].length))
  const lines = members.map(([member, value]) => `  ${names[member].padEnd(width)} = ${written(value)}`)
  return [
    `resource "aws_cognito_user_pool_client" "${name}" {`,
    ...lines,
    '}',
    '',
    `output "${name}_client_id" {`,
    `  value = aws_cognito_user_pool_client.${name}.id`,
    '}',
    '',
  ].join('\n')
}

function written(value: string | boolean | readonly string[]): string {
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(value)
  if (value.length < 2) return `[${value.map(quoted).join('')}]`
  return `[\n${value.map((item) => `    ${quoted(item)},\n`).join('')}  ]`
}

/** A text in quotes, in which nothing is evaluated. @see https://developer.hashicorp.com/terraform/language/expressions/strings */
const quoted = (text: string): string => JSON.stringify(text).replaceAll(/[$%](?=\{)/g, (sign) => sign + sign)
