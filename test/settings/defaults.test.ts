import { expect, test } from 'vitest'
import { resolve } from '../../src/settings/resolve'

const baseUrl = 'https://wiki.acme.com/'
const { settings } = resolve({ version: 1, sites: [{ baseUrl }], providers: [{ id: 'acme' }] }, undefined)

// Policies count on each of these: whoever changes one changes what somebody’s people get.
test('what is set nowhere is, of a site, what it has always been', () => {
  expect(settings.sites).toEqual([
    {
      ...{ baseUrl, name: '', enabled: true, provider: '', ssoApp: 'auto', startUrl: '' },
      ...{ onLoginPage: 'offer', delaySeconds: 0, buttonText: '', relayState: '', adminLogin: 'form', anonymous: 'allow' },
      backdoor: { enabled: true, parameter: '' },
      logout: { mode: 'confluence', url: '' },
      holdOffSeconds: 300,
      mapping: {
        ...{ enabled: true, createUsers: true, matchBy: 'username', username: '', usernamePattern: '' },
        ...{ email: '', fullName: '', firstName: '', lastName: '' },
        groups: {
          ...{ enabled: true, attribute: 'cognito:groups', mode: 'manual', rules: [] },
          ...{ updateOnlyMapped: false, keepExisting: true, createMissing: false, restrictToMapped: false },
          ...{ defaultGroups: ['confluence-users'], defaultFor: 'new' },
          ...{ filter: 'none', filterText: '', replacePattern: '', replaceWith: '', excludeGroups: [] },
        },
      },
    },
  ])
})

test('what is set nowhere is, of providers and the rest, what it has always been', () => {
  const { sites: _, ...others } = settings
  expect(others).toEqual({
    providers: [
      {
        ...{ id: 'acme', kind: 'cognito', region: '', userPoolId: '', domain: '', clientId: '', scopes: ['openid', 'email', 'profile'] },
        ...{ identityProvider: '', loginHint: '', lang: '', prompt: 'auto', allowedDomains: [] },
        endpoints: { issuer: '', authorization: '', token: '', userinfo: '', jwks: '', revocation: '', logout: '' },
      },
    ],
    appearance: { theme: 'auto', language: 'auto' },
    features: { workbench: true, export: true, pasteToken: true, welcome: true },
    lockLists: false,
  })
})
