import { expect, test } from 'vitest'
import { appClient } from '../../../src/providers/cognito/app-client'
import { wishes } from './wishes'

test('Latchkey’s client has no secret, takes the code flow alone, and reads what Cognito lets anybody read', () => {
  expect(appClient(wishes.public)).toEqual({
    UserPoolId: 'eu-west-1_AbCdEf123',
    ClientName: 'Latchkey',
    GenerateSecret: false,
    SupportedIdentityProviders: ['COGNITO'],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'email', 'profile'],
    CallbackURLs: ['https://ihlhkijmjaemjamilopcpkakagpcphao.chromiumapp.org/', 'https://x.extensions.allizom.org/'],
    LogoutURLs: ['https://x.chromiumapp.org/signed-out'],
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
    EnableTokenRevocation: true,
  })
})

test('a server’s client has a secret, always asks for openid, and knows the provider behind the pool', () => {
  const client = appClient(wishes.confidential)
  expect(client).toMatchObject({
    GenerateSecret: true,
    AllowedOAuthScopes: ['openid', 'email'],
    SupportedIdentityProviders: ['COGNITO', 'AcmeSaml'],
  })
})

test('a name keeps the signs that Cognito takes', () => {
  expect(appClient({ ...wishes.public, name: 'Ann’s wiki (SSO) @ acme, $1' }).ClientName).toBe('Ann s wiki SSO @ acme, 1')
})

test('a custom attribute that the mapping needs is read beside all the others', () => {
  const { ReadAttributes } = appClient(wishes.confidential)
  expect(ReadAttributes).toContain('custom:department')
  expect(ReadAttributes).toContain('email_verified')
  expect(new Set(ReadAttributes).size).toBe(ReadAttributes?.length)
})

test('a custom attribute may have any sign in its name that Cognito takes', () => {
  const { ReadAttributes } = appClient({ ...wishes.public, claims: ['custom:cost.center', 'custom:Straße', 'custom:two words'] })
  expect(ReadAttributes?.filter((name) => name.startsWith('custom:'))).toEqual(['custom:cost.center', 'custom:Straße'])
})
