import { expect, test } from 'vitest'
import type { Door } from '../../src/login-page/door'
import { startOf } from '../../src/platform/ways'
import { door } from './watch/watch'

const start = `${door.baseUrl}plugins/servlet/oauth/auth`
const to = (path: string, of: Door = door) => startOf(of, `${of.baseUrl}${path}`)
const backTo = (path: string) => `${start}?return_to=${encodeURIComponent(path)}`

test.each([
  ['a page', 'display/DS/Page?a=b#Timeline', '/display/DS/Page?a=b#Timeline'],
  ['a page with what a cookie cannot hold', 'display/DS/A;B,C', '/display/DS/A%3BB%2CC'],
  ['a page with a session in its path', 'display/DS/Page;jsessionid=0A1B', '/display/DS/Page'],
  ['a page that carries the mark of an attempt', 'display/DS/Page#latchkey:Timeline', '/display/DS/Page#Timeline'],
  ['a servlet that is a page', 'plugins/servlet/mobile#content/view/123', '/plugins/servlet/mobile#content/view/123'],
  [
    'the consent page of an application link',
    'plugins/servlet/oauth/authorize?oauth_token=1',
    '/plugins/servlet/oauth/authorize?oauth_token=1',
  ],
  ['a login page', 'login.action?os_destination=%2Fdisplay%2FDS%2FPage', '/display/DS/Page'],
  ['a login page with a session in its path', 'login.action;jsessionid=0A1B?os_destination=%2Fdisplay%2FDS%2FPage', '/display/DS/Page'],
])('one click on %s comes back to it, or to where it was to lead', (_, path, wanted) => {
  expect(to(path)).toBe(backTo(wanted))
})

test.each([
  ['SSO’s error page', 'plugins/servlet/oauth/callback?code=used&state=old'],
  ['the callback of another app', 'plugins/servlet/samlconsumer'],
  ['a provider’s own callback', 'plugins/servlet/no.kantega.saml/sp/7/login'],
  ['the start of SSO', 'plugins/servlet/oauth/auth?return_to=%2Fx'],
  ['the page after an app’s logout', 'plugins/servlet/oauth/logout'],
  ['the page after the built-in app’s logout', 'plugins/servlet/sso-logout'],
  ['the bare login page', 'login.action?logout=true'],
  ['the page that logs out', 'logout.action'],
])('one click on %s ends on the site’s own start page', (_, path) => {
  expect(to(path)).toBe(start)
})

test('one click on a page that is somewhere else ends on the site’s own start page', () => {
  for (const elsewhere of ['https://news.example/login.action?os_destination=%2Fx', 'about:blank', '', undefined])
    expect(startOf(door, elsewhere)).toBe(start)
})

test('one click on any page ends where the site’s relay state leads', () => {
  expect(to('display/DS/Page', { ...door, relayState: '/dashboard.action' })).toBe(backTo('/dashboard.action'))
})
