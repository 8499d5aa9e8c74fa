import { expect, test } from 'vitest'
import { resolve } from '../../src/settings/resolve'
import { mappedClaims, wishForApp, wishForLatchkey } from '../../src/setup/client-wish'

const baseUrl = 'https://wiki.acme.com/confluence/'
const [site] = resolve({ sites: [{ baseUrl, mapping: { username: 'custom:login', groups: { attribute: 'cognito:groups' } } }] }, {})
  .settings.sites
const [pool] = resolve({ providers: [{ id: 'acme', userPoolId: 'eu-west-1_X1', scopes: ['email'], identityProvider: 'Okta' }] }, {})
  .settings.providers
if (!site || !pool) throw new TypeError('no settings')

const shared = {
  userPoolId: 'eu-west-1_X1',
  scopes: ['openid', 'email'],
  identityProvider: 'Okta',
  claims: ['custom:login', 'cognito:groups'],
}

test('the SSO app’s client has a secret, and the site’s own addresses with the context path', () => {
  expect(wishForApp(site, pool, 'plugins/servlet/oauth/callback')).toEqual({
    ...shared,
    name: 'Confluence SSO, wiki.acme.com',
    hasSecret: true,
    callbacks: ['https://wiki.acme.com/confluence/plugins/servlet/oauth/callback'],
    signOuts: ['https://wiki.acme.com/confluence/login.action?logout=true'],
  })
})

test('Latchkey’s client has no secret, the addresses of every browser, and reads what the other one reads', () => {
  expect(wishForLatchkey([site], pool, ['https://a.chromiumapp.org/', 'https://b.extensions.allizom.org/'])).toEqual({
    ...shared,
    name: 'Latchkey',
    hasSecret: false,
    callbacks: ['https://a.chromiumapp.org/', 'https://b.extensions.allizom.org/'],
    signOuts: [
      'https://a.chromiumapp.org/signed-out',
      'https://b.extensions.allizom.org/signed-out',
      'https://wiki.acme.com/confluence/login.action?logout=true',
    ],
    leftOut: [],
  })
})

test('of several sites of a pool Latchkey’s client knows all that log out there, and reads what any of their clients reads', () => {
  const named = (name: string, more: object) => ({ ...site, baseUrl: `https://${name}.acme.com/`, ...more })
  const logout = { mode: 'cognito', url: '' } as const
  const mapping = { ...site.mapping, email: 'custom:mail' }
  const { signOuts, claims } = wishForLatchkey([site, named('stays', {}), named('ends', { logout, mapping })], pool, [])
  expect(signOuts).toEqual(['https://wiki.acme.com/confluence/login.action?logout=true', 'https://ends.acme.com/login.action?logout=true'])
  expect(claims).toEqual(['custom:login', 'cognito:groups', 'custom:mail'])
})

test('of more sites than Cognito takes addresses of, those that there is room for are listed, and the others are named', () => {
  const many = Array.from({ length: 500 }, (_, at) => ({
    ...site,
    baseUrl: `https://w${at}.acme.com/`,
    logout: { mode: 'cognito', url: '' } as const,
  }))
  const { signOuts, leftOut } = wishForLatchkey([site, ...many], pool, ['https://a.chromiumapp.org/'])
  expect(signOuts).toHaveLength(100)
  expect(signOuts[1]).toBe('https://wiki.acme.com/confluence/login.action?logout=true')
  expect(leftOut, 'nobody is left out in silence').toEqual(many.slice(98).map(({ baseUrl }) => baseUrl))
  expect(wishForLatchkey([site, ...many.slice(0, 98)], pool, ['https://a.chromiumapp.org/']).leftOut).toEqual([])
})

test('groups that are not mapped need no claim; a profile that is left alone needs none for names, but who somebody is has to be told', () => {
  const mapping = { ...site.mapping, email: 'email', fullName: 'name', firstName: 'given_name', lastName: 'family_name' }
  expect(mappedClaims({ ...mapping, enabled: false })).toEqual(['custom:login', 'email', 'cognito:groups'])
  expect(mappedClaims({ ...mapping, groups: { ...mapping.groups, enabled: false } })).not.toContain('cognito:groups')
})

test('of a list of attributes each is asked for, without the blanks around its name', () => {
  const mapping = { ...site.mapping, username: ' custom:login ', email: 'custom:mail; email;' }
  expect(wishForApp({ ...site, mapping }, pool, 'x').claims).toEqual(['custom:login', 'custom:mail', 'email', 'cognito:groups'])
})

test('a template’s claims are asked for one by one, under their own names', () => {
  const mapping = {
    ...site.mapping,
    username: '${custom:employee}',
    fullName: '${custom:first} ${custom:last}',
    email: 'custom:cost.center',
  }
  expect(wishForApp({ ...site, mapping }, pool, 'x').claims).toEqual([
    'custom:employee',
    'custom:cost.center',
    'custom:first',
    'custom:last',
    'cognito:groups',
  ])
})
