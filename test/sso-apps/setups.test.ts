import { expect, test } from 'vitest'
import { poolFacts } from '../../src/providers/cognito/pool-facts'
import { resolve } from '../../src/settings/resolve'
import { openIdForm } from '../../src/setup/open-id-form'
import { ssoApps } from '../../src/sso-apps'
import { setups } from '../../src/sso-apps/setup'

const domain = 'acme.auth.eu-west-1.amazoncognito.com'
const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_X1'
const [pool] = resolve({ providers: [{ id: 'acme', region: 'eu-west-1', userPoolId: 'eu-west-1_X1', domain, clientId: 'latchkeys' }] }, {})
  .settings.providers
if (!pool) throw new TypeError('no pool')
const factsWith = (clientId: string) => poolFacts(pool, 'https://wiki.acme.com/confluence/login.action?logout=true', clientId)
const form = (app: string, clientId = '7abc') =>
  Object.fromEntries((setups[app]?.form(factsWith(clientId)) ?? []).map(({ label, value }) => [label, value]))
const logout = (id: string) =>
  `https://${domain}/logout?client_id=${id}&logout_uri=https%3A%2F%2Fwiki.acme.com%2Fconfluence%2Flogin.action%3Flogout%3Dtrue`

test('miniOrange is told the domain with its scheme, and the logout endpoint with its own client’s id', () => {
  expect(setups['miniorange']?.callback).toBe('plugins/servlet/oauth/callback')
  expect(form('miniorange')).toEqual({
    'Selected Application': 'AWS Cognito',
    'Client Id': '7abc',
    'Client Secret': undefined,
    Scope: 'openid email profile',
    'Domain Name': `https://${domain}`,
    'Logout Endpoint': logout('7abc'),
  })
})

test('Atlassian’s own SSO is told the issuer, which is not the domain', () => {
  expect(setups['atlassian']?.callback).toBe('plugins/servlet/oidc/callback')
  expect(form('atlassian')).toMatchObject({
    'Issuer URL': issuer,
    'Additional scopes': 'email profile',
    'Token endpoint': `https://${domain}/oauth2/token`,
  })
})

test('an app that nobody has described takes what every OpenID client takes', () => {
  const lines = Object.fromEntries(openIdForm(factsWith('7abc')).map(({ label, value }) => [label, value]))
  expect(lines).toMatchObject({
    'Discovery URL': `${issuer}/.well-known/openid-configuration`,
    'JWKS URI': `${issuer}/.well-known/jwks.json`,
    'Authorization endpoint': `https://${domain}/oauth2/authorize`,
  })
})

test('before its client is made, an app is told a mark in the place of the client’s id', () => {
  expect(form('miniorange', '')).toMatchObject({ 'Client Id': undefined, 'Logout Endpoint': logout('CLIENT_ID') })
})

test('an app that speaks SAML alone cannot be joined to a user pool', () => {
  expect(setups['miniorange-saml']?.isUnfit).toBe(true)
})

test('every SSO app says how it is set up', () => {
  expect(Object.keys(setups).sort()).toEqual(ssoApps.map(({ id }) => id).sort())
})
