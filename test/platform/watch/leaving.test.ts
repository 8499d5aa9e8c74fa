import { beforeEach, describe, expect, test, vi } from 'vitest'
import { stopLeaving } from '../../../src/platform/watch/leaving'
import { seeRedirect } from '../../../src/platform/watch/logged-in'
import { seeLogoutFromPage, seeVisit } from '../../../src/platform/watch/visits'
import { reset, world } from '../../ui/fake-browser'
import { configureDoor, door, origin, request, sessionRules } from './watch'

vi.mock('../../../src/platform/browser', () => import('./watch'))

beforeEach(() => {
  reset()
  sessionRules.length = 0
  configureDoor()
})
const standBacks = () => world.local['standBacks'] as Record<string, { because: string }> | undefined

test.each([
  { what: 'by a link', path: 'logout.action', method: 'GET' },
  { what: 'by a form', path: 'logout.action', method: 'POST' },
  { what: 'at miniOrange’s own servlet', path: 'plugins/servlet/oauth/logout', method: 'GET' },
  { what: 'at an SSO app’s own page', path: 'plugins/servlet/sso-logout', method: 'GET' },
])('a logout $what holds the site off, in every tab', async ({ path, method }) => {
  await seeVisit(request(path, { method }))
  expect(standBacks()?.[door.baseUrl]?.because).toBe('held-off')
  await seeVisit(request('login.action?os_destination=%2Fx', { tabId: 8 }))
  expect(world.session['journal'], 'no redirect is in force for another tab').toBeUndefined()
})

test.each<[string, boolean, string, object]>([
  ['by a script of the site’s own page', true, 'logout.action', { initiator: origin }],
  ['by one in Firefox, which names the page', true, 'logout.action', { originUrl: `${door.baseUrl}display/DS/Page` }],
  ['by one that sends a form', true, 'logout.action', { initiator: origin, method: 'POST' }],
  ['by another site’s page', false, 'logout.action', { initiator: 'https://elsewhere.example' }],
  ['by a page without an origin', false, 'logout.action', { initiator: 'null' }],
  ['by nobody who is named', false, 'logout.action', {}],
  ['of another application of the host', false, '../timesheets/logout.action', { initiator: origin }],
])('a logout that is asked for %s holds the site off: %s', async (_, isHeard, path, more) => {
  await seeLogoutFromPage(request('', { url: new URL(path, door.baseUrl).href, type: 'xmlhttprequest', ...more }))
  expect(standBacks()?.[door.baseUrl]?.because).toBe(isHeard ? 'held-off' : undefined)
})

test('a logout by a script goes on to end the provider’s session on the page to which the script then leads', async () => {
  const afterLogout = 'https://acme.auth.eu-west-1.amazoncognito.com/logout?client_id=1'
  world.local[origin] = [{ ...door, afterLogout }]
  await seeLogoutFromPage(request('logout.action', { initiator: origin, requestId: 'script' }))
  await seeVisit(request('login.action?logout=true', { requestId: 'page' }))
  expect(world.sentTo).toEqual([afterLogout])
})

test('a login form that is sent is no logout, and neither is a login page', async () => {
  await seeVisit(request('login.action', { method: 'POST' }))
  await seeVisit(request('login.action?os_destination=%2Fx'))
  expect(standBacks()?.[door.baseUrl]?.because).not.toBe('held-off')
})

test('a logout at a wiki that is nobody’s is nobody’s business', async () => {
  await seeVisit(request('', { url: 'https://wiki.stranger.example/logout.action' }))
  expect(standBacks()).toBeUndefined()
})

test('a request outside all tabs, as for a page that is drawn ahead of a visit, is nobody’s logout', async () => {
  await seeVisit(request('logout.action', { tabId: -1 }))
  expect(standBacks()).toBeUndefined()
})

test('a site whose pause is none is not held off', async () => {
  world.local['settings'] = { version: 1, sites: [{ baseUrl: door.baseUrl, holdOffSeconds: 0 }], providers: [] }
  await seeVisit(request('logout.action'))
  expect(standBacks()).toBeUndefined()
})

test('a logout ends the loop guards of its own site, in all tabs, and leaves another’s', async () => {
  const docs = { ...door, baseUrl: 'https://docs.acme.com/', start: '/plugins/servlet/oauth/auth?return_to={destination}' }
  Object.assign(world.local, { [origin]: [door], 'https://docs.acme.com': [docs] })
  const asked = 'login.action?os_destination=%2Fx'
  await seeVisit(request(asked, { tabId: 8 }))
  await seeVisit(request('', { url: docs.baseUrl + asked, tabId: 9 }))
  await seeVisit(request('logout.action'))
  expect(world.session['keeping']).toMatchObject({ guards: [{ tabId: 9, baseUrl: docs.baseUrl }] })
})

test('a logout of a site that is switched off is nobody’s business', async () => {
  world.local[origin] = [{ ...door, enabled: false, ruled: false, afterLogout: 'https://acme.auth.eu-west-1.amazoncognito.com/logout' }]
  await seeVisit(request('logout.action'))
  await seeVisit(request('login.action?logout=true'))
  expect(standBacks()).toBeUndefined()
  expect(world.sentTo).toEqual([])
})

describe('a site at the root of its host', () => {
  const root = { ...door, baseUrl: 'https://wiki.acme.com/', start: '/plugins/servlet/oauth/auth?return_to={destination}' }
  const configure = (site: typeof root) => {
    world.local[origin] = [site]
    world.local['settings'] = { version: 1, sites: [{ baseUrl: site.baseUrl }], providers: [] }
  }

  test('is not held off by a logout of another application below it', async () => {
    configure(root)
    await seeVisit(request('', { url: 'https://wiki.acme.com/timesheets/logout.action' }))
    await seeVisit(request('', { url: 'https://wiki.acme.com/timesheets/login.action?logout=true' }))
    expect(standBacks()).toBeUndefined()
    expect(world.session).toEqual({})
  })

  test.each([
    ['at a path that nobody configured, where its SSO starts', door.baseUrl],
    ['at its own, though its SSO starts at another', root.baseUrl],
  ])('is held off by a logout of its own %s', async (_, base) => {
    configure({ ...root, start: door.start })
    await seeVisit(request('', { url: `${base}logout.action` }))
    expect(standBacks()?.[root.baseUrl]?.because).toBe('held-off')
  })
})

describe('a logout that is to end the provider’s session as well', () => {
  const afterLogout = 'https://acme.auth.eu-west-1.amazoncognito.com/logout?client_id=1'
  const at = Date.now()
  const seconds = 1000
  const asked = '?os_destination=%2Fdisplay%2FDS%2FPage'
  /** A request of another chain than the logout’s, so many seconds after it. */
  const later = (path: string, after = 1, more: object = {}) =>
    request(path, { requestId: 'later', timeStamp: at + after * seconds, ...more })
  beforeEach(async () => {
    world.local[origin] = [{ ...door, afterLogout }]
    await seeVisit(request('logout.action', { requestId: 'logout', timeStamp: at }))
  })

  test.each([
    ['the page that says so', later('login.action?logout=true')],
    ['an SSO app’s own such page', later('plugins/servlet/sso-logout')],
    ['the bare login page', later('login.action')],
    ['whatever page the logout itself leads to', later(`login.action${asked}`, 1, { requestId: 'logout' })],
  ])('goes on once the site is done, which it says by %s', async (_, page) => {
    await seeVisit(page)
    expect(world.sentTo).toEqual([afterLogout])
    await seeVisit(page)
    expect(world.sentTo).toHaveLength(1)
  })

  test.each([
    ['a page that was asked for', later(`login.action${asked}`)],
    ['the plain form', later('login.action?oauth_sso=false')],
    ['the second password question', later('authenticate.action?destination=%2Fadmin%2F')],
    ['the site in another tab', later('login.action', 1, { tabId: 8 })],
  ])('never moves the tab of somebody who asks for %s', async (_, page) => {
    await seeVisit(page)
    expect(world.sentTo).toEqual([])
  })

  test('is no matter of another site in the same tab, of which somebody sees that they are logged out', async () => {
    const docs = { ...door, baseUrl: 'https://wiki.acme.com/docs/', afterLogout: `${afterLogout}&docs` }
    world.local[origin] = [{ ...door, afterLogout }, docs]
    await seeVisit(later('', 1, { url: `${docs.baseUrl}login.action?logout=true` }))
    expect(world.sentTo).toEqual([])
  })

  test('is waited for half a minute: whoever comes back hours later is not logged out', async () => {
    await seeVisit(later('login.action', 7200))
    expect(world.sentTo).toEqual([])
  })

  test('is over for somebody who asks for a page, who logs in, and who goes back to SSO', async () => {
    for (const goOn of [
      () => seeVisit(later(`login.action${asked}`)),
      () => seeRedirect(later('dologin.action', 1, { redirectUrl: door.baseUrl })),
      () => stopLeaving(later('plugins/servlet/oauth/auth')),
    ]) {
      await seeVisit(request('logout.action', { requestId: 'logout', timeStamp: at }))
      await goOn()
      await seeVisit(later('login.action', 2, { requestId: 'bare' }))
    }
    expect(world.sentTo).toEqual([])
  })

  test.each([
    ['in its own request', later('plugins/servlet/samlsso?logout', 1, { requestId: 'logout' })],
    ['by a form', later('plugins/servlet/samlsso', 1, { method: 'POST' })],
    ['by a link', later('plugins/servlet/samlsso?SAMLResponse=fVJ')],
  ])('goes on after an app’s single logout, which passes where the app starts, %s', async (_, start) => {
    await stopLeaving(start)
    await seeVisit(later('login.action?logout=true', 2))
    expect(world.sentTo).toEqual([afterLogout])
  })
})

test('a tab in which somebody logs out is not to end on a page any more', async () => {
  await seeVisit(request('login.action?os_destination=%2Fdisplay%2FDS%2FPage'))
  await seeVisit(request('logout.action'))
  expect(world.session['keeping']).toMatchObject({ arrivals: [], guards: [] })
})

describe('what is stored of pauses and of tabs may be damaged, or a newer Latchkey’s', () => {
  const until = Date.parse('2100-01-01')
  const pauses = [
    'all',
    null,
    5,
    [null],
    { 'https://docs.acme.com/': null },
    { [door.baseUrl]: { because: 'held-off', until, leftIn: 'both' } },
  ]
  const kept = ['all', null, 5, {}, { arrivals: 'all', guards: [null] }, { arrivals: [{ until }], guards: { 7: { until } } }]

  test.each(pauses)('%j in the place of the pauses keeps no logout from holding the site off', async (damaged) => {
    world.local['standBacks'] = damaged
    await seeVisit(request('logout.action'))
    expect(standBacks()?.[door.baseUrl]?.because).toBe('held-off')
    expect(sessionRules.length).toBeGreaterThan(0)
  })

  test.each(kept)('%j in the place of what is kept for tabs keeps no loop from being stopped', async (damaged) => {
    world.session['keeping'] = damaged
    await seeVisit(request('login.action?os_destination=%2Fx'))
    expect(world.session['keeping']).toMatchObject({ guards: [{ tabId: 7, baseUrl: door.baseUrl }] })
    expect(sessionRules.length).toBeGreaterThan(0)
  })
})
