import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { attemptMark } from '../../../src/login-page/attempt'
import { seeReturn } from '../../../src/platform/watch/anew'
import { expectFromStart } from '../../../src/platform/watch/arrivals'
import { seeLoginPage, seeVisit } from '../../../src/platform/watch/visits'
import { reset, world } from '../../ui/fake-browser'
import { configureDoor, door, origin, request } from './watch'

vi.mock('../../../src/platform/browser', () => import('./watch'))

const path = 'login.action?os_destination=%2Fdisplay%2FDS%2FPage'
const seconds = 1000
const sentAt = Date.parse('2026-11-02T08:00:00Z')
const again = 'again'
/** What the browser tells of the login page: Firefox of the request that the guard’s rule makes of it as well. */
async function askAgain(more: object = {}): Promise<void> {
  const details = { requestId: again, timeStamp: sentAt + 30 * seconds, ...more }
  const marked = request(`${path}${attemptMark}Timeline`, details)
  await seeVisit(request(`${path}#Timeline`, details))
  if ('originUrl' in details) await seeVisit(marked)
  await seeLoginPage(marked)
}
const start = 'https://wiki.acme.com/confluence/plugins/servlet/oauth/auth?return_to=%2Fdisplay%2FDS%2FPage'

beforeEach(async () => {
  reset()
  vi.useFakeTimers({ now: sentAt, toFake: ['Date'] })
  configureDoor()
  await seeVisit(request(`${path}#Timeline`, { requestId: 'sent', timeStamp: sentAt }))
})
afterEach(() => void vi.useRealTimers())

describe('a tab that was sent to SSO, whose person leaves the sign-in page unfinished, is sent there again', () => {
  test('when the address is typed, or opened from outside', async () => {
    await askAgain()
    expect(world.sentTo).toEqual([`${start}${attemptMark}Timeline`])
    expect((world.session['journal'] as unknown[])[0]).toMatchObject({ tabId: 7, decision: { act: 'redirect' } })
    expect(world.session['journal']).toHaveLength(2)
  })

  test('when a link of the site leads there', async () => {
    await askAgain({ initiator: 'https://wiki.acme.com' })
    expect(world.sentTo).toHaveLength(1)
  })

  test('in Firefox, which names the page that the link stands on', async () => {
    await askAgain({ originUrl: `${door.baseUrl}display/PUB/Welcome` })
    expect(world.sentTo).toHaveLength(1)
  })

  test('also by an app that starts where it comes back', async () => {
    const samlsso = '/confluence/plugins/servlet/samlsso?redirectTo={destination}'
    world.local[origin] = [{ ...door, start: samlsso }]
    await seeReturn(request('plugins/servlet/samlsso?redirectTo=%2F', { requestId: 'sent' }))
    await askAgain({ initiator: 'https://wiki.acme.com' })
    expect(world.sentTo).toHaveLength(1)
  })

  test('also by Kantega SSO, which starts where it comes back', async () => {
    const kantega = 'plugins/servlet/no.kantega.saml/sp/4711/login'
    world.local[origin] = [{ ...door, start: `/confluence/${kantega}?redirect={destination}` }]
    await seeReturn(request(`${kantega}?redirect=%2F`, { requestId: 'sent' }))
    await askAgain({ initiator: 'https://wiki.acme.com' })
    expect(world.sentTo).toHaveLength(1)
  })

  test('as often as they leave it', async () => {
    await askAgain()
    await expectFromStart(request('plugins/servlet/oauth/auth?return_to=%2Fx', { requestId: 'resent' }))
    await askAgain({ requestId: 'third' })
    expect(world.sentTo).toHaveLength(2)
  })
})

describe('a tab that SSO led back is left on the login page', () => {
  test('within the chain of redirects', async () => {
    await askAgain({ requestId: 'sent' })
    expect(world.sentTo).toEqual([])
  })

  test('from its provider’s page', async () => {
    await askAgain({ initiator: 'https://acme.auth.eu-west-1.amazoncognito.com' })
    for (const initiator of ['null', 'https://wiki.acme.com.evil.example']) await askAgain({ initiator })
    await askAgain({ originUrl: 'https://acme.auth.eu-west-1.amazoncognito.com/login' })
    expect(world.sentTo).toEqual([])
  })

  test('by a script of the site’s own, on the page to which SSO came back', async () => {
    await seeReturn(request('plugins/servlet/oauth/callback?code=1&state=2', { requestId: 'form', method: 'POST' }))
    await askAgain({ initiator: 'https://wiki.acme.com' })
    expect(world.sentTo).toEqual([])
  })

  test('by a script of the site’s own, where a form came back to the address at which the app starts', async () => {
    const samlsso = '/confluence/plugins/servlet/samlsso?redirectTo={destination}'
    world.local[origin] = [{ ...door, start: samlsso }]
    const form = request('plugins/servlet/samlsso', { requestId: 'form', method: 'POST' })
    await expectFromStart(form)
    await seeReturn(form)
    await askAgain({ initiator: 'https://wiki.acme.com' })
    expect(world.sentTo).toEqual([])
  })

  test('by a script on the page where SSO starts, which does so at once', async () => {
    await askAgain({ initiator: 'https://wiki.acme.com', timeStamp: sentAt + 2 * seconds })
    expect(world.sentTo).toEqual([])
  })

  test('by a link of the site’s own, where nobody knows at which address SSO comes back', async () => {
    world.local[origin] = [{ ...door, start: '/confluence/sso?to={destination}' }]
    await askAgain({ initiator: 'https://wiki.acme.com' })
    expect(world.sentTo).toEqual([])
  })

  test('and stays there, also when its address is typed after that', async () => {
    await seeReturn(request('plugins/servlet/oauth/callback?code=1&state=2', { requestId: 'form', method: 'POST' }))
    await askAgain({ initiator: 'https://acme.auth.eu-west-1.amazoncognito.com', requestId: 'form' })
    await askAgain({ requestId: 'typed' })
    expect(world.sentTo).toEqual([])
  })

  test('and stays there, also when that was in one chain of redirects', async () => {
    await seeReturn(request('plugins/servlet/oauth/callback?code=1&state=2', { requestId: 'sent' }))
    await askAgain({ requestId: 'sent' })
    await askAgain({ requestId: 'typed' })
    expect(world.sentTo).toEqual([])
  })

  test('by what was sent there again, in one chain or over a page', async () => {
    await askAgain()
    await seeVisit(request(`${path}${attemptMark}`, { requestId: 'resent' }))
    await seeLoginPage(request(`${path}${attemptMark}`, { requestId: 'resent' }))
    await askAgain({ requestId: 'form', initiator: 'https://acme.auth.eu-west-1.amazoncognito.com' })
    expect(world.sentTo).toHaveLength(1)
  })

  test('by what was sent there again, where nobody sees the start and the mark is lost on the way', async () => {
    await askAgain()
    await askAgain({ requestId: 'resent' })
    expect(world.sentTo).toHaveLength(1)
  })

  test('where the plain form was asked for', async () => {
    const details = { requestId: 'again', timeStamp: sentAt + 30 * seconds }
    await seeVisit(request(`${path}&oauth_sso=false`, details))
    await seeLoginPage(request(`${path}&oauth_sso=false`, details))
    expect(world.sentTo).toEqual([])
  })

  test.each([{ onLoginPage: 'offer' }, { delaySeconds: 5 }, { enabled: false }, { serverRedirects: true }])(
    'where the site’s settings have changed meanwhile: %o',
    async (changed) => {
      world.local[origin] = [{ ...door, ...changed, ruled: false }]
      await askAgain()
      expect(world.sentTo).toEqual([])
    },
  )

  test('where they change before it answers', async () => {
    const details = { requestId: 'again', timeStamp: sentAt + 30 * seconds }
    await seeVisit(request(path, details))
    world.local[origin] = [{ ...door, onLoginPage: 'offer', ruled: false }]
    await seeLoginPage(request(`${path}${attemptMark}`, details))
    expect(world.sentTo).toEqual([])
  })

  test.each([{}, { initiator: 'https://wiki.acme.com' }])('where the plain form was asked for a while ago: %o', async (from) => {
    await seeVisit(request('login.action?oauth_sso=false', { requestId: 'form', timeStamp: sentAt + 20 * seconds }))
    await askAgain({ timeStamp: sentAt + 60 * seconds, ...from })
    expect(world.sentTo).toEqual([])
  })
})

test('what comes back to another application of the host says nothing of this site', async () => {
  await seeReturn(request('', { url: 'https://wiki.acme.com/jira/plugins/servlet/oauth/callback?code=1', requestId: 'form' }))
  await askAgain()
  expect(world.sentTo).toHaveLength(1)
})

test('what comes back to one site says nothing of another in the same tab', async () => {
  const docs = { ...door, baseUrl: 'https://wiki.acme.com/docs/', start: '/docs/plugins/servlet/oauth/auth?return_to={destination}' }
  world.local[origin] = [door, docs]
  await seeReturn(request('', { url: `${docs.baseUrl}plugins/servlet/oauth/callback?code=1`, requestId: 'docs' }))
  await askAgain()
  expect(world.sentTo).toEqual([`${start}${attemptMark}Timeline`])
})

test.each([
  [10 * seconds, false],
  [10 * seconds + 1, true],
])('a link of the site’s own that leads back after %i ms is a person’s: %s', async (after, isPersons) => {
  await askAgain({ initiator: 'https://wiki.acme.com', timeStamp: sentAt + after })
  expect(world.sentTo.length > 0).toBe(isPersons)
})

test('what happens in one tab says nothing of another', async () => {
  await askAgain({ tabId: 8 })
  await seeReturn(request('plugins/servlet/oauth/callback?code=1', { requestId: 'form', tabId: 8 }))
  expect(world.sentTo).toEqual([])
  await askAgain()
  expect(world.sentTo).toHaveLength(1)
})

test('the bare login page that is asked for anew decides for itself: no rule has marked it, and the tab would be sent twice', async () => {
  const bare = request('login.action', { requestId: again, timeStamp: sentAt + 30 * seconds })
  await seeVisit(bare)
  await seeLoginPage(bare)
  expect(world.sentTo).toEqual([])
})

describe('a tab in which no rule has sent anybody', () => {
  const guards = () => (world.session['keeping'] as { guards: { because: string; sent?: object }[] } | undefined)?.guards ?? []
  const startPath = 'plugins/servlet/oauth/auth?return_to=%2Fx'
  beforeEach(() => void Object.assign(world, { session: {} }))

  test('is not guarded, and nothing is said of a redirect: the page at the bare address decides for itself', async () => {
    await seeVisit(request('login.action'))
    expect(guards()).toEqual([])
    expect(world.session['journal']).toBeUndefined()
  })

  test('is guarded once its page, or a person, has gone to SSO', async () => {
    await seeVisit(request('login.action'))
    await expectFromStart(request(startPath, { requestId: 'page' }))
    expect(guards()).toMatchObject([{ because: 'tried-already', sent: { requestId: 'page' } }])
  })

  test.each([{ onLoginPage: 'offer' }, { enabled: false }, { serverRedirects: true }])(
    'is not guarded where nobody is ever sent: %o',
    async (site) => {
      world.local[origin] = [{ ...door, ...site, ruled: false }]
      await expectFromStart(request(startPath))
      await seeReturn(request('plugins/servlet/oauth/callback?code=1'))
      expect(guards()).toEqual([])
    },
  )

  test('is not guarded by a sign-in that began at the provider, of which nothing has come yet', async () => {
    await seeReturn(request('plugins/servlet/oauth/callback?code=1'))
    expect(guards()).toEqual([])
  })

  test('is not taken for the one in which a page is drawn ahead of a visit', async () => {
    await expectFromStart(request(startPath, { tabId: -1 }))
    expect(world.session).toEqual({})
  })

  test('is not guarded by a single logout that passes where the app starts', async () => {
    world.local[origin] = [{ ...door, start: '/confluence/plugins/servlet/samlsso?redirectTo={destination}' }]
    await seeVisit(request('logout.action', { requestId: 'logout' }))
    await expectFromStart(request('plugins/servlet/samlsso?SAMLResponse=fVJ', { requestId: 'single' }))
    expect(guards()).toEqual([])
  })

  test('is sent where a link between applications asks for consent at a path that begins like the app’s own, and leads to the login page', async () => {
    const consent = 'plugins/servlet/oauth/authorize?oauth_token=1'
    await expectFromStart(request(consent, { requestId: 'link' }))
    expect(guards()).toEqual([])
    await seeVisit(request(`login.action?os_destination=${encodeURIComponent(`/${consent}`)}`, { requestId: 'link' }))
    expect(world.session['journal']).toMatchObject([{ decision: { because: { code: 'told-to-redirect' } } }])
  })

  describe('and where a countdown does', () => {
    const isGuarded = () => guards().some(({ because }) => because === 'tried-already')
    const samlsso = '/confluence/plugins/servlet/samlsso?redirectTo={destination}'
    const configure = (more: object = {}) =>
      void Object.assign(world.local, { [origin]: [{ ...door, delaySeconds: 5, ruled: false, ...more }] })

    test('whoever goes back from the sign-in page gets the next countdown', async () => {
      configure()
      await expectFromStart(request(startPath))
      expect(guards()).toEqual([])
    })

    test('whoever is led back by SSO does not', async () => {
      configure()
      await seeReturn(request('plugins/servlet/oauth/callback?code=1'))
      expect(isGuarded()).toBe(true)
    })

    test('whoever is led back by a form to an app that starts there does not', async () => {
      configure({ start: samlsso })
      await seeReturn(request('plugins/servlet/samlsso', { method: 'POST' }))
      expect(isGuarded()).toBe(true)
    })

    test('an app that starts where it comes back is at its start', async () => {
      configure({ start: samlsso })
      await seeReturn(request('plugins/servlet/samlsso?redirectTo=%2Fx'))
      expect(guards()).toEqual([])
    })
  })
})
