import { beforeEach, describe, expect, test, vi } from 'vitest'
import { expectFromStart } from '../../../src/platform/watch/arrivals'
import { seeAnswer, seeRedirect } from '../../../src/platform/watch/logged-in'
import { seeVisit } from '../../../src/platform/watch/visits'
import { reset, world } from '../../ui/fake-browser'
import { configureDoor, door, request } from './watch'

vi.mock('../../../src/platform/browser', () => import('./watch'))

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

  test('or whose form a script has sent', async () => {
    await seeVisit(request(`${asked}&oauth_sso=false`))
    await seeAnswer(request('rest/tsv/1.0/authenticate', { statusCode: 401 }))
    expect(guards()).toHaveLength(1)
    await seeAnswer(request('rest/tsv/1.0/authenticate', { statusCode: 200 }))
    expect(guards()).toEqual([])
    expect(world.injected).toHaveLength(1)
  })

  test.each([callback, start])('and only a login page that comes at once after that is a bounce, from %s', async (path) => {
    const at = Date.now()
    await expectFromStart(request(start, { timeStamp: at }))
    await redirect(path, page, { timeStamp: at })
    expect(guards()).toMatchObject([{ because: 'tried-already', until: at + 10 * seconds }])
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

describe('a login', () => {
  beforeEach(() => seeVisit(request(asked)))

  test('that ends on another page of the site is brought to the one that was asked for, once', async () => {
    for (let time = 1; time <= 2; time += 1) await redirect(callback, `${door.baseUrl}index.action`)
    expect(world.sentTo).toEqual([page])
  })

  test.each([door, { ...door, baseUrl: 'https://wiki.acme.com/' }])(
    'to another application of the host ends there, beside $baseUrl',
    async (site) => {
      world.local['doors'] = [site]
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

  test('to a site that was switched off meanwhile ends where it ends', async () => {
    world.local['doors'] = [{ ...door, enabled: false, ruled: false }]
    await redirect(callback, `${door.baseUrl}index.action`)
    expect(world.sentTo).toEqual([])
  })
})
