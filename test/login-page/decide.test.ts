import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from '../../src/login-page/decide'
import { doorFor, type KnownApp } from '../../src/login-page/door-of-site'
import type { History } from '../../src/login-page/history'
import type { LoginPage } from '../../src/login-page/page'
import { recogniseAddress } from '../../src/login-page/recognise-address'
import { signs } from '../../src/platform/signs'
import { resolve } from '../../src/settings/resolve'
import { ssoApps } from '../../src/sso-apps'
import { loginAddresses } from './addresses'

const baseUrl = 'https://wiki.acme.example/confluence/'
const now = 1_000_000
const login: LoginPage = {
  host: 'Confluence',
  kind: 'login',
  baseUrl,
  appRedirects: false,
  evidence: { host: ['login.action'], kind: ['login.action'] },
}

function door(site: object = {}, known?: KnownApp) {
  const { settings, complaints } = resolve({ sites: [{ baseUrl, ssoApp: 'miniorange', onLoginPage: 'redirect', ...site }] }, {})
  expect(complaints).toEqual([])
  const [settled] = settings.sites
  if (!settled) throw new Error('no site')
  return doorFor(settled, known, { apps: ssoApps, buttonText: 'Log in with AWS Cognito' })
}

interface Case {
  readonly site?: object
  readonly known?: KnownApp
  readonly page?: Partial<LoginPage> | null
  readonly path?: string
  readonly query?: string
  readonly fragment?: string
  readonly history?: Partial<History>
}
function decided({ site, known, page = {}, path = 'login.action', query = '', fragment = '', history = {} }: Case) {
  return decide({
    page: page === null ? undefined : { ...login, ...page },
    url: new URL(`${baseUrl}${path}${query}${fragment}`),
    door: door(site, known),
    history: {
      redirects: [],
      standBack: undefined,
      fromLoginPage: false,
      wasRedirected: false,
      typed: false,
      ...history,
    },
    now,
  })
}
const start = `${baseUrl}plugins/servlet/oauth/auth`
const choice = (id: number, name: string) => ({ name, start: `/confluence/plugins/servlet/external-login/${id}?authDest={destination}` })
const several: KnownApp = { ssoApp: 'atlassian', serverRedirects: false, choices: [choice(1, 'Staff'), choice(2, 'Partners')] }

test.each<[string, Case, string, string]>([
  ['a login page of a site that redirects is left for SSO', {}, 'redirect', 'told-to-redirect'],
  ['a page that is not recognised is left alone', { page: null }, 'stay', 'not-a-login-page'],
  ['a signed-in person is not sent round', { page: { kind: 'signed-in' } }, 'stay', 'signed-in'],
  ['a signed-in person without permission is not sent round', { page: { kind: 'no-permission' } }, 'stay', 'no-permission'],
  [
    'of a page that lists several providers, of which its server says nothing, none is taken',
    { site: { ssoApp: 'auto' }, known: { ssoApp: 'atlassian' } },
    'stay',
    'no-sso-app',
  ],
  ['a site that is switched off is left alone', { site: { enabled: false } }, 'stay', 'site-off'],
  ['the emergency way in of the app stays', { query: '?oauth_sso=false' }, 'stay', 'backdoor'],
  ['the emergency way in of the site stays', { site: { backdoor: { parameter: 'plain=yes' } }, query: '?plain=yes' }, 'stay', 'backdoor'],
  ['another app’s emergency way in stays as well', { query: '?os_destination=%2Fx&auth_fallback' }, 'stay', 'backdoor'],
  ['a parameter with another value is no emergency', { query: '?oauth_sso=true' }, 'redirect', 'told-to-redirect'],
  ['after a logout nobody is signed straight back in', { page: { kind: 'logged-out' }, query: '?logout=true' }, 'offer', 'logged-out'],
  ['a bare login page at which a redirect ended is after a logout', { history: { wasRedirected: true } }, 'offer', 'logged-out'],
  [
    'a bare login page to which SSO itself led back is not after a logout',
    { history: { wasRedirected: true }, fragment: '#latchkey:' },
    'offer',
    'tried-already',
  ],
  [
    'nor is one that a redirect by the page itself led back to',
    { history: { wasRedirected: true, redirects: [now - 2_000] } },
    'offer',
    'tried-already',
  ],
  [
    'a bare login page is after a logout that was seen, however short a while after a login',
    { history: { wasRedirected: true, redirects: [now - 2_000], standBack: 'held-off' } },
    'offer',
    'held-off',
  ],
  [
    'a redirect to a login page with a destination is the usual way',
    { history: { wasRedirected: true }, query: '?os_destination=%2Fx' },
    'redirect',
    'told-to-redirect',
  ],
  ['for a while after a logout every login page only offers', { history: { standBack: 'held-off' } }, 'offer', 'held-off'],
  ['a failed login keeps its message', { page: { kind: 'login-failed' } }, 'offer', 'login-failed'],
  ['a failed SSO is not tried again by itself', { page: { kind: 'sso-failed' } }, 'offer', 'sso-failed'],
  ['the admin’s second password question is left alone', { page: { kind: 'admin-login' } }, 'stay', 'admin-login'],
  [
    'the admin’s second question offers SSO where the site wants that',
    { page: { kind: 'admin-login' }, site: { adminLogin: 'sso' } },
    'offer',
    'admin-login',
  ],
  ['an SSO app on its way is not overtaken', { page: { appRedirects: true } }, 'stay', 'server-redirects'],
  ['without a known SSO app there is nowhere to go', { site: { ssoApp: 'auto' } }, 'stay', 'no-sso-app'],
  [
    'of several identity providers none is chosen for anybody, not even the one whose link comes first',
    {
      site: { ssoApp: 'auto' },
      known: several,
      page: { startLink: '/confluence/plugins/servlet/external-login/1?authDest={destination}' },
    },
    'stay',
    'several-providers',
  ],
  [
    'several identity providers of which the site’s start address names one are one',
    { site: { ssoApp: 'auto', startUrl: '/confluence/plugins/servlet/external-login/2?authDest={destination}' }, known: several },
    'redirect',
    'told-to-redirect',
  ],
  [
    'the emergency way in stays where its name needs spelling in an address',
    { known: { ssoApp: 'miniorange', backdoor: 'let+me=in%26out' }, query: '?let%20me=in%26out' },
    'stay',
    'backdoor',
  ],
  [
    'the page’s own link is for people to press, until its address has been learnt',
    { site: { ssoApp: 'auto' }, page: { startLink: 'https://wiki.acme.example/confluence/x?authDest=%2F' } },
    'stay',
    'no-sso-app',
  ],
  [
    'a destination elsewhere is never followed by itself',
    { query: '?os_destination=https%3A%2F%2Fevil.example%2F' },
    'offer',
    'foreign-destination',
  ],
  ['a person who types is not interrupted', { history: { typed: true } }, 'offer', 'typed-in'],
  ['a form that was sent keeps its answer', { history: { fromLoginPage: true } }, 'offer', 'not-a-plain-visit'],
  ['back within ten seconds is a loop', { history: { redirects: [now - 9_000] } }, 'offer', 'tried-already'],
  ['ten seconds later it is none', { history: { redirects: [now - 10_000] } }, 'redirect', 'told-to-redirect'],
  ['one redirect a minute ago is no loop', { history: { redirects: [now - 60_000] } }, 'redirect', 'told-to-redirect'],
  [
    'the fourth redirect within five minutes is a loop',
    { history: { redirects: [now - 250_000, now - 150_000, now - 50_000] } },
    'offer',
    'tried-already',
  ],
  ['the third is none yet', { history: { redirects: [now - 150_000, now - 50_000] } }, 'redirect', 'told-to-redirect'],
  [
    'a redirect counts for almost five minutes',
    { history: { redirects: [now - 299_999, now - 150_000, now - 50_000] } },
    'offer',
    'tried-already',
  ],
  ['and no longer', { history: { redirects: [now - 300_000, now - 150_000, now - 50_000] } }, 'redirect', 'told-to-redirect'],
  ['a site that is told to stay stays', { site: { onLoginPage: 'stay' } }, 'stay', 'told-to-stay'],
  ['a site that is told to offer offers', { site: { onLoginPage: 'offer' } }, 'offer', 'told-to-offer'],
  ['no second button where the app has put its own', { site: { onLoginPage: 'offer' }, page: { startLink: '/x' } }, 'stay', 'button-there'],
  [
    'one more try after a loop stands beside the app’s own button',
    { page: { startLink: '/x' }, fragment: '#latchkey:' },
    'offer',
    'tried-already',
  ],
  ['so does signing in again after a logout', { page: { kind: 'logged-out', startLink: '/x' } }, 'offer', 'logged-out'],
  [
    'a server that redirects by itself had its reasons to show the page all the same',
    { known: { ssoApp: 'miniorange', serverRedirects: true } },
    'offer',
    'server-redirects',
  ],
  [
    'after the plain form was opened in this tab it only offers',
    { history: { standBack: 'backdoor-earlier' } },
    'offer',
    'backdoor-earlier',
  ],
  ['an anonymous visitor of any page is left alone', { page: { kind: 'anonymous' } }, 'stay', 'not-a-login-page'],
  [
    'an anonymous visitor of any page is sent to SSO where the site wants that, whatever its login page does',
    { page: { kind: 'anonymous' }, site: { anonymous: 'sign-in', onLoginPage: 'stay' } },
    'redirect',
    'anonymous',
  ],
  [
    'an anonymous visitor who has just logged out is left alone',
    { page: { kind: 'anonymous' }, site: { anonymous: 'sign-in' }, history: { standBack: 'held-off' } },
    'stay',
    'held-off',
  ],
  [
    'an anonymous visitor whom SSO brought back as such is left alone',
    { page: { kind: 'anonymous' }, site: { anonymous: 'sign-in' }, history: { redirects: [now - 2_000] } },
    'stay',
    'tried-already',
  ],
  [
    'an anonymous visitor was sent nowhere by a redirect of the site’s own, and no setting of its login page counts',
    {
      page: { kind: 'anonymous' },
      site: { anonymous: 'sign-in', onLoginPage: 'offer' },
      known: { ssoApp: 'miniorange', serverRedirects: true },
      history: { wasRedirected: true },
    },
    'redirect',
    'anonymous',
  ],
  ['a page of Confluence Cloud is left alone', { page: { kind: 'cloud' } }, 'stay', 'cloud'],
  ['a login page that SSO led back to is not left again', { fragment: '#latchkey:Timeline' }, 'offer', 'tried-already'],
  ['a delay becomes a countdown', { site: { delaySeconds: 5 } }, 'countdown', 'told-to-count-down'],
])('%s', (_, circumstances, act, because) => {
  expect(decided(circumstances)).toMatchObject({ act, because: { code: because } })
})

test.each<[string, Case, string]>([
  [
    'the page that was asked for is kept',
    { query: '?os_destination=%2Fdisplay%2FDS%2FPage%3Fa%3D1%252B1' },
    `${start}?return_to=%2Fdisplay%2FDS%2FPage%3Fa%3D1%252B1`,
  ],
  [
    'an absolute address of the site becomes a path',
    { query: `?os_destination=${encodeURIComponent(`${baseUrl}display/DS/Page`)}` },
    `${start}?return_to=%2Fdisplay%2FDS%2FPage`,
  ],
  ['"destination" is understood as well', { query: '?destination=%2Fx%2Fabc' }, `${start}?return_to=%2Fx%2Fabc`],
  ['no destination, no parameter', {}, start],
  ['a foreign destination is dropped', { query: '?os_destination=%2F%2Fevil.example' }, start],
  [
    'the site’s relay state beats the page that was asked for',
    { site: { relayState: '/dashboard' }, query: '?os_destination=%2Fx' },
    `${start}?return_to=%2Fdashboard`,
  ],
  [
    'the site’s own start address is used',
    { site: { ssoApp: 'custom', startUrl: '/sso/go?to={destination}&from=wiki' }, query: '?os_destination=%2Fx' },
    'https://wiki.acme.example/sso/go?to=%2Fx&from=wiki',
  ],
  [
    'the site’s own start address keeps its other parameters where nothing was asked for',
    { site: { ssoApp: 'custom', startUrl: '/sso/go?to={destination}&from=wiki' } },
    'https://wiki.acme.example/sso/go?from=wiki',
  ],
  [
    'a destination in the middle of the site’s own start address is "/" where nothing was asked for',
    { site: { ssoApp: 'custom', startUrl: '/sso/{destination}/go' } },
    'https://wiki.acme.example/sso/%2F/go',
  ],
  [
    'an anonymous visitor comes back to the very page',
    { page: { kind: 'anonymous' }, site: { anonymous: 'sign-in' }, path: 'pages/viewpage.action', query: '?pageId=7' },
    `${start}?return_to=%2Fpages%2Fviewpage.action%3FpageId%3D7`,
  ],
  [
    'or to the site’s relay state',
    { page: { kind: 'anonymous' }, site: { anonymous: 'sign-in', relayState: '/dashboard' }, path: 'display/DS/Page' },
    `${start}?return_to=%2Fdashboard`,
  ],
  [
    'a discovered provider of several is used',
    { known: { ssoApp: 'miniorange', start: '/confluence/other?d={destination}' } },
    'https://wiki.acme.example/confluence/other',
  ],
])('%s', (_, circumstances, to) => {
  expect(decided(circumstances)).toMatchObject({ to })
})

test('the parameter that asked for the plain form is told, where that is the reason and nowhere else', () => {
  expect(decided({ query: '?a=1&oauth_sso=false' }).because).toEqual({ code: 'backdoor', detail: 'oauth_sso=false' })
  expect(decided({ query: '?oauth_sso=false', page: { kind: 'signed-in' } }).because).toEqual({ code: 'signed-in' })
})

test('a start address on another site is no start address', () => {
  expect(decided({ site: { ssoApp: 'custom', startUrl: 'https://evil.example/{destination}' } })).toMatchObject({
    because: { code: 'no-sso-app' },
  })
})

test('the button says the name of the provider that was chosen', () => {
  expect(door({ ssoApp: 'auto', startUrl: choice(2, '').start }, several).buttonText).toBe('Partners')
  expect(door({ ssoApp: 'auto' }, several).buttonText).toBe('Log in with AWS Cognito')
})

// The login page's script asks no address where people are not redirected.
test.each(['offer', 'stay'])('where the login page is to %s, no address of it alone sends anybody away', (onLoginPage) => {
  const one = door({ onLoginPage, anonymous: 'sign-in', adminLogin: 'sso' })
  const history = { redirects: [], standBack: undefined, fromLoginPage: false, wasRedirected: false, typed: false }
  const paths = signs.hosts.flatMap((host) => Object.keys(host.paths)).map((path) => path.slice(1))
  fc.assert(
    fc.property(
      fc.constantFrom(...paths).chain((path) => loginAddresses(baseUrl + path)),
      (address) => {
        const url = new URL(address)
        expect(decide({ page: recogniseAddress(url, signs), url, door: one, history, now }).act).not.toBe('redirect')
      },
    ),
  )
})
