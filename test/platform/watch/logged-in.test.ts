import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { expectFromStart } from '../../../src/platform/watch/arrivals'
import { keepGuard } from '../../../src/platform/watch/keeping'
import { hearAnswer, seeLogin, seeRedirect } from '../../../src/platform/watch/logged-in'
import { seeVisit } from '../../../src/platform/watch/visits'
import { reset, world } from '../../ui/fake-browser'
import { configureDoor, door, origin, request } from './watch'

type Heard = (tabId: number, change: object) => void
const { updated, places, gone } = vi.hoisted(() => ({ updated: new Set<Heard>(), places: new Map<number, string>(), gone: 99 }))
vi.mock('../../../src/platform/browser', async () => {
  const { browser } = await import('./watch')
  const onUpdated = { addListener: (heard: Heard) => updated.add(heard), removeListener: (heard: Heard) => updated.delete(heard) }
  // The tabs 70 and above stand in private windows, those from 80 in a container of Firefox's, which alone tells of cookie stores.
  const get = async (id: number) => {
    if (id === gone) throw new Error(`No tab with id: ${id}.`)
    const cookieStoreId = id < 80 ? undefined : `firefox-container-${id - 79}`
    return { id, url: places.get(id), incognito: id >= 70 && !cookieStoreId, ...(cookieStoreId && { cookieStoreId }) }
  }
  return { browser: { ...browser, tabs: { ...browser.tabs, onUpdated, get } } }
})

interface Kept {
  readonly guards: readonly { tabId: number; because: string; until: number }[]
}
const asked = 'login.action?os_destination=%2Fdisplay%2FDS%2FPage'
const page = `${door.baseUrl}display/DS/Page`
const callback = 'plugins/servlet/oauth/callback?code=1&state=2'
const start = 'plugins/servlet/oauth/auth?return_to=%2Fdisplay%2FDS%2FPage'
const seconds = 1000
const guards = () => (world.session['keeping'] as Kept | undefined)?.guards ?? []
const isHeldOff = (baseUrl = door.baseUrl) => baseUrl in (world.local['standBacks'] as object)
const redirect = (path: string, redirectUrl: string, more: object = {}) => seeRedirect(request(path, { redirectUrl, ...more }))

beforeEach(() => {
  reset()
  configureDoor()
})

describe('somebody has logged in who is sent on into the site', () => {
  test.each(['dologin.action', callback, 'plugins/servlet/samlsso'])('from %s: the pause after a logout is over', async (path) => {
    await seeVisit(request('logout.action'))
    await seeVisit(request('login.action?logout=true'))
    expect(isHeldOff()).toBe(true)
    await redirect(path, page)
    expect(isHeldOff()).toBe(false)
  })

  describe('in a private window or a container, which shares no session with others', () => {
    const [ordinary, inPrivate, atWork, atHome] = [{ tabId: 7 }, { tabId: 70 }, { tabId: 80 }, { tabId: 81 }]
    const logOut = async (tab: object) => {
      for (const path of ['logout.action', 'login.action?logout=true']) await seeVisit(request(path, tab))
    }
    const logIn = (tab: object) => redirect(callback, page, tab)

    test.each([
      { from: 'an ordinary window', left: ordinary, entered: inPrivate },
      { from: 'a private window', left: inPrivate, entered: ordinary },
      { from: 'a container', left: atWork, entered: atHome },
      { from: 'no container', left: ordinary, entered: atWork },
    ])('after a logout in $from: the pause goes on until somebody logs in there', async ({ left, entered }) => {
      await logOut(left)
      await logIn(entered)
      expect(isHeldOff()).toBe(true)
      await logIn(left)
      expect(isHeldOff()).toBe(false)
    })

    test('which is closed at once: the pause after a logout elsewhere goes on, since nobody can tell any more where it stood', async () => {
      await logOut(ordinary)
      await logIn({ tabId: gone })
      expect(isHeldOff()).toBe(true)
    })

    test('after a logout in both: the pause is over once somebody has logged in in both', async () => {
      await logOut(ordinary)
      await logOut(inPrivate)
      await logIn(inPrivate)
      expect(isHeldOff()).toBe(true)
      await logIn(ordinary)
      expect(isHeldOff()).toBe(false)
    })
  })

  test.each([callback, start])('and only a login page that comes at once after that is a bounce, from %s', async (path) => {
    const at = Date.now()
    await expectFromStart(request(start, { timeStamp: at }))
    await redirect(path, page, { timeStamp: at })
    expect(guards()).toMatchObject([{ because: 'tried-already', until: at + 10 * seconds }])
  })
})

describe('somebody has logged in whose tab is guarded', () => {
  const at = Date.now()
  const bounce = { tabId: 7, baseUrl: door.baseUrl, because: 'tried-already' } as const
  const form = { ...bounce, because: 'backdoor-earlier', until: at + 60 * seconds } as const
  const logIn = () => seeLogin(door, { tabId: 7, timeStamp: at })

  test.each([
    [60, 10],
    [5, 5],
  ])('from bounces for %i more seconds: for %i at most', async (before, after) => {
    await keepGuard({ ...bounce, until: at + before * seconds })
    await logIn()
    expect(guards()).toMatchObject([{ until: at + after * seconds }])
    expect(world.injected, 'nobody had asked for the plain form').toEqual([])
  })

  test('because the plain form was asked for: not any more, while another tab’s is left alone', async () => {
    await keepGuard(form)
    await keepGuard({ ...form, tabId: 8 })
    places.set(7, page)
    await logIn()
    expect(guards()).toMatchObject([{ tabId: 8, because: 'backdoor-earlier' }])
    await vi.waitFor(() => expect(world.injected).toHaveLength(1))
  })

  test('nor do the site’s pages remember it, once one of them has taken the place of the sign-in page', async () => {
    await keepGuard(form)
    places.set(7, 'https://acme.auth.eu-west-1.amazoncognito.com/login')
    await logIn()
    expect(world.injected, 'what stands there is not the site’s').toEqual([])
    places.set(7, page)
    for (const heard of updated) heard(7, { url: page })
    await vi.waitFor(() => expect(world.injected).toMatchObject([{ args: [`latchkey.form ${door.baseUrl}`] }]))
  })
})

describe('nobody has logged in', () => {
  test('whose single logout comes back where the app takes people in, and goes on to the site’s own start page', async () => {
    const at = Date.now()
    await seeVisit(request('logout.action', { timeStamp: at }))
    await redirect('plugins/servlet/samlsso?SAMLResponse=fVJ', door.baseUrl, { requestId: 'slo', timeStamp: at + 5 * seconds })
    expect(isHeldOff()).toBe(true)
    await redirect('dologin.action', door.baseUrl, { requestId: 'form', timeStamp: at + 9 * seconds })
    expect(isHeldOff(), 'the form was sent').toBe(false)
  })

  test.each([
    [
      'who is sent on to sign in, by an app that starts where it comes back',
      'plugins/servlet/samlsso?redirectTo=%2F',
      'https://idp.acme.com/sso?SAMLRequest=fVJ',
    ],
    ['who is sent on to log out there', 'plugins/servlet/samlsso', 'https://idp.acme.com/logout?SAMLRequest=fVJ'],
    ['who is sent on to a further step', callback, `${door.baseUrl}plugins/servlet/oauth/auth`],
    ['who is back on the login page', 'dologin.action', `${door.baseUrl}login.action;jsessionid=0A1B?os_destination=%2F`],
    ['at another application of the host', '../jira/plugins/servlet/oauth/callback?code=1', 'https://wiki.acme.com/jira/browse/A-1'],
  ])('%s', async (_, path, to) => {
    await seeVisit(request('logout.action'))
    await seeVisit(request(`${asked}&oauth_sso=false`))
    await redirect('', to, { url: new URL(path, door.baseUrl).href })
    expect(isHeldOff()).toBe(true)
    expect(guards()).toMatchObject([{ because: 'backdoor-earlier' }])
  })
})

describe('a form that a script has sent', () => {
  const authenticate = 'rest/tsv/1.0/authenticate'
  const answered = (statusCode: number, more: object = {}) => hearAnswer(request(authenticate, { statusCode, ...more }))
  /** The tab comes to an address and tells so, and whoever heard has had the time to look. */
  const moves = async (url: string, tabId = 7) => {
    await vi.advanceTimersByTimeAsync(0)
    places.set(tabId, url)
    for (const heard of updated) heard(tabId, { status: 'loading' })
    await vi.advanceTimersByTimeAsync(60_000)
  }
  beforeEach(() => {
    vi.useFakeTimers()
    places.set(7, door.baseUrl + asked)
  })
  afterEach(() => {
    vi.useRealTimers()
    expect(updated.size).toBe(0)
  })

  test('has logged somebody in whom the page then leads into the site', async () => {
    const heard = answered(200)
    await moves(page)
    expect(await heard).toMatchObject({ baseUrl: door.baseUrl })
  })

  test('has logged somebody in who is there before anybody has looked', async () => {
    places.set(7, page)
    expect(await answered(200)).toMatchObject({ baseUrl: door.baseUrl })
  })

  test.each<[string, string, number?]>([
    ['stays where a code is asked for', `${door.baseUrl}${asked}#code`],
    ['goes on to another login page', `${door.baseUrl}login.action?os_destination=%2Fx`],
    ['leads to another site', 'https://elsewhere.example/'],
    ['stays, while another tab is led into the site', page, 8],
  ])('has logged nobody in whose page %s', async (_, url, tabId) => {
    const heard = answered(200)
    await moves(url, tabId)
    expect(await heard).toBeUndefined()
  })

  test('has logged nobody in where it was refused, and is nobody’s business at another application', async () => {
    expect(await answered(401)).toBeUndefined()
    expect(await answered(200, { url: `https://wiki.acme.com/jira/${authenticate}` })).toBeUndefined()
  })

  test('ends what the plain form was asked for with, once it has logged somebody in', async () => {
    await seeVisit(request(`${asked}&oauth_sso=false`))
    expect(guards()).toHaveLength(1)
    places.set(7, page)
    await seeLogin(door, request(authenticate))
    expect(guards()).toEqual([])
    await vi.waitFor(() => expect(world.injected).toHaveLength(1))
  })
})

describe('a login', () => {
  beforeEach(() => seeVisit(request(asked)))

  test('that ends on another page of the site is brought to the one that was asked for, once', async () => {
    for (let time = 1; time <= 2; time += 1) await redirect(callback, `${door.baseUrl}index.action`)
    expect(world.sentTo).toEqual([page])
  })

  test.each([door, { ...door, baseUrl: 'https://wiki.acme.com/' }])(
    'to another application of the host ends there, beside $baseUrl',
    async (site) => {
      world.local[origin] = [site]
      await seeVisit(request('', { url: `${site.baseUrl}${asked}` }))
      const start = 'https://wiki.acme.com/jira/plugins/servlet/oauth/auth?return_to=%2Fbrowse%2FA-1'
      const kept = structuredClone(world.session['keeping'])
      await expectFromStart(request('', { url: start }))
      await redirect('', 'https://wiki.acme.com/jira/browse/A-1', {
        url: 'https://wiki.acme.com/jira/plugins/servlet/oauth/callback?code=1',
      })
      expect(world.sentTo).toEqual([])
      expect(world.session['keeping'], 'the site’s own login is still waited for').toEqual(kept)
    },
  )

  test('is on its way while it leads to the sign-in page, to another servlet or to the login page, and waited for until then', async () => {
    for (const onTheWay of [
      'https://acme.auth.eu-west-1.amazoncognito.com/login',
      `${door.baseUrl}${start}`,
      `${door.baseUrl}login.action`,
    ])
      await redirect(callback, onTheWay)
    expect(world.sentTo).toEqual([])
    await redirect(callback, `${door.baseUrl}index.action`)
    expect(world.sentTo).toEqual([page])
  })

  test('in another tab ends where it ends', async () => {
    await redirect(callback, `${door.baseUrl}index.action`, { tabId: 8 })
    expect(world.sentTo).toEqual([])
  })

  test('to a site that was switched off meanwhile ends where it ends', async () => {
    world.local[origin] = [{ ...door, enabled: false, ruled: false }]
    await redirect(callback, `${door.baseUrl}index.action`)
    expect(world.sentTo).toEqual([])
  })
})

test.each([
  ['nowhere in particular', 'login.action'],
  ['the site’s own start page', `login.action?os_destination=${encodeURIComponent(door.baseUrl)}`],
  ['a page whose address brings its anchor', 'login.action?os_destination=%2Fx%23top'],
  ['another site', 'login.action?os_destination=https%3A%2F%2Fevil.example%2F'],
])('whoever is to end %s is brought nowhere', async (_, path) => {
  await seeVisit(request(asked))
  await seeVisit(request(path))
  await redirect(callback, `${door.baseUrl}index.action`)
  expect(world.sentTo).toEqual([])
})

test('of two sites to which one chain of redirects leads, each is guarded', async () => {
  const docs = { ...door, baseUrl: 'https://wiki.acme.com/docs/', start: '/docs/plugins/servlet/oauth/auth?return_to={destination}' }
  world.local[origin] = [door, docs]
  for (const { baseUrl } of [door, docs]) await expectFromStart(request('', { url: baseUrl + start }))
  expect(guards().map((guard) => (guard as { baseUrl?: string }).baseUrl)).toEqual([door.baseUrl, docs.baseUrl])
})
