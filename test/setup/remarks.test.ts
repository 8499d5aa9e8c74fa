import { expect, test } from 'vitest'
import { siteAddress } from '../../src/options/site-address'
import { regionIn } from '../../src/providers/cognito/pool-parts'
import { resolve } from '../../src/settings/resolve'
import { remarksOn } from '../../src/setup/remarks'

const remarks = (values: object) => remarksOn(resolve(values, {}).settings, siteAddress, regionIn)
const wiki = 'https://wiki.acme.com/'

test('settings that say what they mean are not remarked on', () => {
  expect(
    remarks({ sites: [{ baseUrl: wiki, provider: 'a' }, { baseUrl: 'https://wiki.acme.com:8443/' }], providers: [{ id: 'a' }] }),
  ).toEqual([])
})

test('a site inside another one is named with the nearest that it lies in', () => {
  const sites = ['https://wiki.acme.com/a/b/', wiki, 'https://wiki.acme.com/a/', 'https://wiki.acme.com/ab/'].map((baseUrl) => ({
    baseUrl,
  }))
  const at = (path: string, about: string) => ({ where: `sites[${wiki}${path}].baseUrl`, code: 'overlapping-site', about })
  expect(remarks({ sites })).toEqual([at('a/b/', `${wiki}a/`), at('a/', wiki), at('ab/', wiki)])
})

test('a host with letters beyond a to z is shown as browsers ask for it', () => {
  expect(remarks({ sites: [{ baseUrl: 'https://wiki.аcme.com/' }], providers: [{ id: 'a', domain: 'bücher.example' }] })).toEqual([
    { where: 'sites[https://wiki.xn--cme-5cd.com/].baseUrl', code: 'international-host', about: 'wiki.xn--cme-5cd.com' },
    { where: 'providers[a].domain', code: 'international-host', about: 'xn--bcher-kva.example' },
  ])
})

test('so is the host of an endpoint of one’s own, and of the page after a logout', () => {
  const endpoints = { issuer: 'https://cognito-idp.eu-west-1.аmazonaws.com/eu-west-1_a', token: 'https://id.acme.com/token' }
  const logout = { url: 'https://аcme.com/bye' }
  expect(remarks({ sites: [{ baseUrl: wiki, logout }], providers: [{ id: 'a', endpoints }] })).toEqual([
    { where: `sites[${wiki}].logout.url`, code: 'international-host', about: 'xn--cme-5cd.com' },
    { where: 'providers[a].endpoints.issuer', code: 'international-host', about: 'cognito-idp.eu-west-1.xn--mazonaws-06g.com' },
  ])
})

test('a site that names a provider nobody set up is remarked on', () => {
  expect(remarks({ sites: [{ baseUrl: wiki, provider: 'acme' }], providers: [{ id: 'other' }] })).toEqual([
    { where: `sites[${wiki}].provider`, code: 'no-such-provider', about: 'acme' },
  ])
})

test('a site that names no provider is remarked on where there are several, since none of them counts', () => {
  const providers = [{ id: 'a' }, { id: 'b' }]
  expect(remarks({ sites: [{ baseUrl: wiki }, { baseUrl: 'https://b.example/', provider: 'b' }], providers })).toEqual([
    { where: `sites[${wiki}].provider`, code: 'which-provider', about: '2' },
  ])
})

test.each(['https://elsewhere.example/start', 'javascript:1', 'http://wiki.acme.com/start', 'https://ann:secret@wiki.acme.com/start'])(
  'a start address that is none of the site’s, %s, is remarked on, since nobody is sent there',
  (startUrl) =>
    expect(remarks({ sites: [{ baseUrl: wiki, startUrl }] })).toEqual([
      { where: `sites[${wiki}].startUrl`, code: 'start-elsewhere', about: startUrl },
    ]),
)

test('a region that is not the pool’s is remarked on, but not where an issuer says where the pool is', () => {
  const pool = { id: 'a', region: 'eu-west-1', userPoolId: 'us-east-1_AbC' }
  const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbC'
  expect(remarks({ providers: [pool] })).toEqual([{ where: 'providers[a].region', code: 'pool-elsewhere', about: 'us-east-1' }])
  for (const sound of [{ region: '' }, { userPoolId: '' }, { region: 'us-east-1' }, { endpoints: { issuer } }])
    expect(remarks({ providers: [{ ...pool, ...sound }] })).toEqual([])
})

test('a user pool’s domain within that of another is remarked on, since cookies of that one reach it', () => {
  const at = (...domains: readonly string[]) => remarks({ providers: domains.map((domain, index) => ({ id: `p${index}`, domain })) })
  expect(at('uk.auth.acme.com', 'auth.acme.com')).toEqual([
    { where: 'providers[p0].domain', code: 'nested-domain', about: 'auth.acme.com' },
  ])
  expect(at('auth.acme.com', 'auth.acme.com', 'ukauth.acme.com', '')).toEqual([])
  expect(at('acme.auth.eu-west-1.amazoncognito.com', 'other.auth.eu-west-1.amazoncognito.com')).toEqual([])
})

test('an SSO app that nobody knows and that starts nowhere is remarked on, since nobody is taken to it', () => {
  expect(remarks({ sites: [{ baseUrl: wiki, ssoApp: 'custom' }] })).toEqual([
    { where: `sites[${wiki}].startUrl`, code: 'start-missing', about: '' },
  ])
  expect(remarks({ sites: [{ baseUrl: wiki, ssoApp: 'custom', startUrl: '/sso' }] })).toEqual([])
  expect(remarks({ sites: [{ baseUrl: wiki, ssoApp: 'kantega' }] })).toEqual([])
})

test('a relay state that is no page of the site is remarked on, since people land on its start page', () => {
  expect(remarks({ sites: [{ baseUrl: wiki, relayState: 'https://elsewhere.example/' }] })).toEqual([
    { where: `sites[${wiki}].relayState`, code: 'relay-elsewhere', about: 'https://elsewhere.example/' },
  ])
})

test('a start address and a relay state of the site itself are not remarked on', () => {
  const own = { startUrl: '/plugins/servlet/acme?to={destination}', relayState: '/display/DS' }
  expect(remarks({ sites: [{ baseUrl: wiki, ...own }] })).toEqual([])
})

test.each([
  ['https://jira.acme.com/browse/ABC-1', 'other-product-as-site', ''],
  ['https://acme.com/jira/secure/Dashboard.jspa', 'other-product-as-site', ''],
  ['https://bitbucket.acme.com/projects/ABC/repos/wiki/browse', 'other-product-as-site', ''],
  ['https://bamboo.acme.com/allPlans.action', 'other-product-as-site', ''],
  ['https://acme.auth.eu-west-1.amazoncognito.com', 'user-pool-as-site', ''],
  ['https://wiki.acme.com/confluence/login.action', 'page-of-site', 'https://wiki.acme.com/confluence/'],
  ['https://wiki.acme.com/display/DS/Home', 'page-of-site', 'https://wiki.acme.com/'],
])('a base URL that is the address of something else, which nobody has typed here, is pointed out: %s', (baseUrl, code, about) =>
  expect(remarks({ sites: [{ baseUrl }] })).toEqual([{ where: `sites[${baseUrl}/].baseUrl`, code, about }]),
)

test.each([
  ['https://wiki.acme.com/'],
  ['https://wiki.acme.com:8443/confluence/'],
  ['https://acme.com/display/'],
  ['https://acme.com/browse/my-wiki'],
  ['http://localhost:8090/'],
  ['http://localhost:1990/confluence'],
  ['https://wiki.acme.com/tools/wiki/*'],
])('a base URL that can be a site’s is not: %s', (baseUrl) => expect(remarks({ sites: [{ baseUrl }] })).toEqual([]))
