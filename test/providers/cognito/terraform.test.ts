import { parse } from '@cdktf/hcl2json'
import { expect, test } from 'vitest'
import { type AppClient, appClient } from '../../../src/providers/cognito/app-client'
import { resource } from '../../../src/providers/cognito/terraform'
import { wishes } from './wishes'

interface Read {
  readonly resource: { readonly aws_cognito_user_pool_client: Readonly<Record<string, readonly Record<string, unknown>[]>> }
  readonly output: Readonly<Record<string, readonly { readonly value: string }[]>>
}

/** What HashiCorp's own parser takes the text for. Braces that are meant as such stay doubled in its JSON. */
const read = async (client: AppClient) => (await parse('client.tf', resource(client, 'wiki'))) as unknown as Read

test.each(Object.entries(wishes))('HashiCorp’s parser reads the %s client that was asked for', async (_, wish) => {
  const client = appClient(wish)
  const found = await read(client)
  const [written] = found.resource.aws_cognito_user_pool_client['wiki'] ?? []
  expect(written).toEqual({
    user_pool_id: client.UserPoolId,
    name: client.ClientName,
    generate_secret: client.GenerateSecret,
    supported_identity_providers: client.SupportedIdentityProviders,
    allowed_oauth_flows_user_pool_client: true,
    allowed_oauth_flows: ['code'],
    allowed_oauth_scopes: client.AllowedOAuthScopes,
    callback_urls: client.CallbackURLs.map((address) => address.replaceAll(/[$%](?=\{)/g, (sign) => sign + sign)),
    logout_urls: client.LogoutURLs,
    explicit_auth_flows: client.ExplicitAuthFlows,
    prevent_user_existence_errors: 'ENABLED',
    enable_token_revocation: true,
    ...(client.ReadAttributes && { read_attributes: client.ReadAttributes }),
  })
  expect(found.output['wiki_client_id']?.[0]?.value).toBe('${aws_cognito_user_pool_client.wiki.id}')
})

test('Terraform evaluates nothing of what an administrator has typed', () => {
  const typed = resource(appClient({ ...wishes.public, identityProvider: 'a${path.cwd}%{if true}' }), 'wiki')
  expect(typed).toContain('"a$${path.cwd}%%{if true}"')
})
