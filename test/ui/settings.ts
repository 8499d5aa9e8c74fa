import type { Session } from '../../src/session/session'

/** A site with a context path, as a person would store it. */
export const site = { baseUrl: 'https://wiki.acme.com/confluence/', name: 'Acme wiki', onLoginPage: 'redirect', ssoApp: 'miniorange' }
export const provider = { id: 'acme', region: 'eu-west-1', userPoolId: 'eu-west-1_AbCdEf123', domain: 'acme.example', clientId: '7abc' }
export const settings = { version: 1, sites: [site], providers: [provider] }
export const loginPage = { id: 7, url: `${site.baseUrl}login.action?os_destination=%2Fdisplay%2FA` }

/** A session that ends in an hour. */
export const session = (claims: Session['claims'] = {}): Session => ({
  provider: 'acme',
  clientId: '7abc',
  issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123',
  idToken: 'x',
  accessToken: 'x',
  claims: { sub: '1', email: 'ann@acme.example', name: 'Ann Archer', 'cognito:groups': ['dev', 'ops'], ...claims },
  scopes: ['openid'],
  verification: { verified: true, checks: [{ name: 'iss', passed: true, wanted: 'a', found: 'a' }] },
  signedInAt: Date.now() / 1000,
  expiresAt: Date.now() / 1000 + 3600,
})
