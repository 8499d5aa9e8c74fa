// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { decide } from '../../src/login-page/decide'
import { doorFor, type KnownApp } from '../../src/login-page/door-of-site'
import type { History } from '../../src/login-page/history'
import type { LoginPage } from '../../src/login-page/page'
import { recognise } from '../../src/login-page/recognise'
import { recogniseAddress } from '../../src/login-page/recognise-address'
import { rulesFor } from '../../src/login-page/rules'
import { signs } from '../../src/platform/signs'
import { resolve } from '../../src/settings/resolve'
import { discover } from '../../src/setup/discover'
import { ssoApps } from '../../src/sso-apps'
import { discoveries } from '../../src/sso-apps/discovery'
import { servlets } from '../../src/sso-apps/routes'
import { outcome } from './matcher'

/** As their vendors name them. Not read from the list that is under test: what falls out of that would be missed nowhere. */
const waysPast = [
  'oauth_sso=false',
  'saml_sso=false',
  'auth_fallback',
  'native_login',
  'nosso',
  'noConfluenceUser=true',
  'show_login_form=true',
]

const baseUrl = 'https://wiki.acme.example/confluence/'
const now = 1_000_000_000
const asked = 'os_destination=%2Fdisplay%2FDS%2FPage'
const form =
  '<form name="loginform" action="/confluence/dologin.action"><input type="password"><input id="loginButton" type="submit"></form>'
const body = (inside: string, user = '') =>
  `<meta name="ajs-remote-user" content="${user}"><body id="com-atlassian-confluence">${inside}</body>`

/** What is at hand of a visit. Whatever is not said is as on the plainest visit, on which Latchkey redirects. */
interface Visit {
  readonly path?: string
  readonly html?: string
  readonly history?: Partial<History>
  readonly site?: object
  readonly known?: KnownApp | undefined
}

function doorOf({ site, known }: Visit) {
  const [settled] = resolve({ sites: [{ baseUrl, ssoApp: 'miniorange', onLoginPage: 'redirect', ...site }] }, {}).settings.sites
  if (!settled) throw new Error('no site')
  return doorFor(settled, known, { apps: ssoApps, buttonText: 'Log in' })
}

function acts(visit: Visit): { byRule: boolean; byAddress: string; byDocument: string } {
  const { path = `login.action?${asked}`, html = body(form), history = {} } = visit
  const [url, door] = [new URL(path, baseUrl), doorOf(visit)]
  const document = new DOMParser().parseFromString(html, 'text/html')
  const plain: History = { redirects: [], standBack: undefined, fromLoginPage: false, wasRedirected: false, typed: false }
  const act = (page: LoginPage | undefined) => decide({ page, url, door, history: { ...plain, ...history }, now }).act
  return {
    byRule: outcome(rulesFor([door], servlets), url.href) !== undefined,
    byAddress: act(recogniseAddress(url, signs)),
    byDocument: act(recognise({ url, document }, signs)),
  }
}

async function knownFrom(path: string, json: unknown): Promise<KnownApp | undefined> {
  const { known } = await discover(baseUrl, discoveries, async (address) => (address.endsWith(path) ? { json } : { failed: 'not-there' }))
  return known
}

test('on a plain visit a person is sent to SSO, by the rules and by the page alike', () => {
  expect(acts({})).toEqual({ byRule: true, byAddress: 'redirect', byDocument: 'redirect' })
})

const quiet = /^(stay|offer)$/

describe('nobody is sent to SSO, at once or by a countdown, where the address says', () => {
  const rows: readonly [string, Visit][] = [
    ['that somebody has logged out', { path: `login.action?logout=true&${asked}` }],
    ['that somebody is logging out', { path: `logout.action?${asked}` }],
    ['that Atlassian’s built-in SSO has logged somebody out', { path: `plugins/servlet/sso-logout?${asked}` }],
    ['that miniOrange has logged somebody out', { path: `plugins/servlet/oauth/logout?${asked}` }],
    ...waysPast.map((bypass): [string, Visit] => [
      `${bypass}, some SSO app’s way past itself, where the site’s own app is another`,
      { path: `login.action?${asked}&${bypass}`, site: { ssoApp: 'custom', startUrl: 'sso/go?to={destination}' } },
    ]),
    ['the site’s own emergency parameter', { path: `login.action?plain=yes&${asked}`, site: { backdoor: { parameter: 'plain=yes' } } }],
    [
      'the emergency parameter that the server told of',
      { path: `login.action?${asked}&open=sesame`, known: { ssoApp: 'miniorange', backdoor: 'open=sesame' } },
    ],
    [
      'an emergency parameter though the settings switch it off',
      { path: `login.action?${asked}&oauth_sso=false`, site: { backdoor: { enabled: false } } },
    ],
    ['that SSO has failed', { path: `login.action?oautherror=1&${asked}` }],
    ['that a form was sent', { path: `dologin.action?${asked}` }],
    ['that an administrator is asked once more', { path: `authenticate.action?destination=%2Fadmin%2Fviewgeneralconfig.action` }],
    ['a destination on another site', { path: 'login.action?os_destination=https%3A%2F%2Fevil.example%2F' }],
    ['a destination that a browser takes for another site', { path: 'login.action?os_destination=%2F%5Cevil.example' }],
    ['that SSO led back here', { path: `login.action?${asked}#latchkey:Timeline` }],
    ['nothing of a login', { path: 'display/DS/Page' }],
  ]
  test.each(rows)('%s', (_, visit) => {
    for (const delaySeconds of [0, 5]) {
      const found = acts({ ...visit, site: { ...visit.site, delaySeconds } })
      expect(found.byRule).toBe(false)
      expect(found.byAddress).toMatch(quiet)
      expect(found.byDocument).toMatch(quiet)
    }
  })
})

describe('nobody is sent to SSO, at once or by a countdown, where the page shows', () => {
  const error = '<div class="aui-message aui-message-error">Sorry</div>'
  const bare = { path: 'login.action' }
  const rows: readonly [string, Visit][] = [
    ['an error of today’s Confluence', { html: body(`<div id="action-messages">${error}</div>${form}`) }],
    ['an error of Confluence 5', { html: body(`<div id="login-container"><div class="aui-message error">Sorry</div>${form}</div>`) }],
    ['a captcha', { html: body(`${form.replace('</form>', '<div id="captcha-container"><input name="captchaResponse"></div></form>')}`) }],
    ['somebody who is signed in', { html: body(form, 'ann') }],
    [
      'somebody who is signed in and may not see the page',
      { path: `login.action?${asked}&permissionViolation=true`, html: body(form, 'ann') },
    ],
    ['that the SSO app counts down by itself', { html: body(`<div id="moRedirectBox"></div>${form}`) }],
    ['that its address says no more than after a logout, where a redirect led', { ...bare, history: { wasRedirected: true } }],
  ]
  test.each(rows)('%s', (_, visit) => {
    for (const delaySeconds of [0, 5]) expect(acts({ ...visit, site: { delaySeconds } }).byDocument).toMatch(quiet)
  })
})

describe('nobody is sent to SSO, at once or by a countdown, where it is known', () => {
  const rows: readonly [string, Visit][] = [
    ['that a redirect was tried ten seconds ago', { history: { redirects: [now - 9_000] } }],
    ['that three were tried within five minutes', { history: { redirects: [now - 250_000, now - 150_000, now - 50_000] } }],
    ['that somebody logged out a while ago, in whichever tab', { history: { standBack: 'held-off' } }],
    ['that the plain form was asked for in this tab', { history: { standBack: 'backdoor-earlier' } }],
    ['that a person is typing', { history: { typed: true } }],
    ['that the page answers a form of the site’s own', { history: { fromLoginPage: true } }],
  ]
  test.each(rows)('%s', (_, visit) => {
    for (const delaySeconds of [0, 5])
      for (const path of [`login.action?${asked}`, 'login.action']) {
        const { byAddress, byDocument } = acts({ ...visit, path, site: { delaySeconds } })
        expect([byAddress, byDocument].join(' ')).toMatch(/^(stay|offer) (stay|offer)$/)
      }
  })

  test.each<[string, string, unknown]>([
    ['miniOrange, whose settings say so', 'getconfig', { loginButtonText: 'SSO', disableDefaultLogin: true, backdoorEnabled: true }],
    [
      'Atlassian’s built-in SSO, which has one provider and no form',
      'login-options',
      { results: [{ type: 'IDP', id: 1, 'button-text': 'SSO' }] },
    ],
  ])('that the server goes by itself: %s', async (_, path, json) => {
    const known = await knownFrom(path, json)
    expect(known).toMatchObject({ serverRedirects: true })
    const found = acts({ known, site: { ssoApp: 'auto' } })
    expect(found.byRule).toBe(false)
    expect([found.byAddress, found.byDocument].join(' ')).toMatch(/^(stay|offer) (stay|offer)$/)
  })
})

test('rules speak of pages that are asked for in a tab of their own: never of forms that are sent, nor of frames', () => {
  const rules = rulesFor([doorOf({})], servlets)
  expect(rules.length).toBeGreaterThan(0)
  for (const { condition } of rules) expect(condition).toMatchObject({ resourceTypes: ['main_frame'], requestMethods: ['get'] })
})

describe('an anonymous visitor, on a site that signs visitors of any page in,', () => {
  const site = { anonymous: 'sign-in' }
  const anonymous = body('<h1>Public page</h1>')
  test('is sent to SSO from a page of the wiki', () => {
    expect(acts({ site, html: anonymous, path: 'display/PUB/Welcome' }).byDocument).toBe('redirect')
  })
  test.each([
    'plugins/servlet/oauth/callback?code=1',
    'plugins/servlet/external-login/1',
    'plugins/servlet/samlsso',
    'forgotuserpassword.action',
    'resetuserpassword.action?username=ann',
    'signup.action',
    'setup/setupstart.action',
  ])('is left alone at %s, where an SSO app speaks or people help themselves', (path) => {
    expect(acts({ site, html: anonymous, path }).byDocument).toBe('stay')
  })
})
