import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { StandBack } from '../../../src/login-page/history'
import type { Noted } from '../../../src/platform/watch/journal'
import { keep, readKeeping } from '../../../src/platform/watch/keeping'
import { seeVisit } from '../../../src/platform/watch/visits'
import { reset, world } from '../../ui/fake-browser'
import { configureDoor, door, origin, request } from './watch'

vi.mock('../../../src/platform/browser', () => import('./watch'))

const now = Date.now()
const asked = 'login.action?os_destination=%2Fx'
const docs = { ...door, baseUrl: 'https://wiki.acme.com/docs/', start: '/docs/plugins/servlet/oauth/auth?return_to={destination}' }
/** Whether the browser's own rules are taken to have sent the last visit to SSO. */
const isSent = async (path = asked, more: object = {}): Promise<boolean> => {
  await seeVisit(request(path, { timeStamp: now, ...more }))
  return ((world.session['journal'] as readonly Noted[] | undefined) ?? []).length > 0
}
const leaveAlone = (until: number, because: StandBack['because'] = 'held-off') => {
  world.local['standBacks'] = { [door.baseUrl]: { until, because } }
}

beforeEach(() => {
  reset()
  configureDoor()
  world.local[origin] = [door, docs]
})

describe('a visit is one to a site that is left alone', () => {
  test('while the pause after a logout lasts', async () => {
    leaveAlone(now + 1)
    expect(await isSent()).toBe(false)
  })

  test('and no longer, though nobody has taken it away yet', async () => {
    leaveAlone(now)
    expect(await isSent()).toBe(true)
  })
})

describe('the plain form that was asked for in a tab leaves the site alone', () => {
  beforeEach(() => seeVisit(request('login.action?oauth_sso=false', { timeStamp: now })))
  afterEach(() => void vi.useRealTimers())

  test('in that tab', async () => expect(await isSent()).toBe(false))
  test('in no other tab', async () => expect(await isSent(asked, { tabId: 8 })).toBe(true))
  test('and no other site in that tab', async () => expect(await isSent('', { url: docs.baseUrl + asked })).toBe(true))
  test.each([
    ['and does so after hours', 23, false],
    ['for a day', 24, true],
  ])('%s', async (_, hours, sent) => {
    vi.useFakeTimers({ now: now + hours * 60 * 60_000, toFake: ['Date'] })
    await keep(await readKeeping())
    expect(await isSent(asked, { timeStamp: Date.now() })).toBe(sent)
  })
})

test('of a site that only offers nobody is taken to have been sent to SSO', async () => {
  world.local[origin] = [{ ...door, onLoginPage: 'offer', ruled: false }]
  expect(await isSent()).toBe(false)
})

test('nor of a site whose rules the browser has refused: its page sends people on by itself, and writes that down', async () => {
  world.local[origin] = [{ ...door, ruled: false }]
  expect(await isSent()).toBe(false)
})
