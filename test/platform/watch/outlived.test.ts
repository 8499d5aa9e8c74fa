import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ruleDoors } from '../../../src/platform/rules'
import { restoreKeeping } from '../../../src/platform/watch'
import { seeLogin } from '../../../src/platform/watch/logged-in'
import { seeVisit } from '../../../src/platform/watch/visits'
import { strongest } from '../../login-page/matcher'
import { reset, world } from '../../ui/fake-browser'
import { browser, configureDoor, door, dynamicRules, request, sessionRules } from './watch'

vi.mock('../../../src/platform/browser', () => import('./watch'))

beforeEach(async () => {
  reset()
  sessionRules.length = dynamicRules.length = 0
  configureDoor()
  await ruleDoors([door])
})

afterEach(() => void vi.restoreAllMocks())

/** What a tab that the browser restores meets, before anybody is awake. */
const met = () => strongest(dynamicRules, `${door.baseUrl}login.action?os_destination=%2Fx`)[0]?.action.type
const logOut = async () => {
  await seeVisit(request('logout.action'))
  await restoreKeeping()
}

test('a browser that is closed after a logout, and restores its tabs, signs nobody straight back in', async () => {
  expect(met()).toBe('redirect')
  await logOut()
  expect(met()).toBe('allow')
  await ruleDoors([{ ...door, start: '/confluence/plugins/servlet/oauth/auth?idp=2&return_to={destination}' }])
  expect(met(), 'nor when the site has changed meanwhile').toBe('allow')
})

test.each([
  ['somebody has logged in', () => seeLogin(door, { tabId: 7, timeStamp: Date.now() })],
  ['its time is over', async () => void Object.assign(world.local, { standBacks: { [door.baseUrl]: { until: 1, because: 'held-off' } } })],
])('the pause is over for restored tabs as well once %s, and the site’s own rules stay', async (_, end) => {
  const own = [...dynamicRules]
  await logOut()
  await end()
  await restoreKeeping()
  expect(dynamicRules).toEqual(own)
})

test('of a pause the rules of this session end last: whoever sees that it is over can rely on it', async () => {
  await logOut()
  await seeLogin(door, { tabId: 7, timeStamp: Date.now() })
  const { updateSessionRules } = browser.declarativeNetRequest
  vi.spyOn(browser.declarativeNetRequest, 'updateSessionRules').mockImplementation(async (change) => {
    expect(met()).toBe('redirect')
    await updateSessionRules(change)
  })
  await restoreKeeping()
  expect(sessionRules).toEqual([])
})

test('a browser that takes no more lasting rules still holds the site off for as long as it runs', async () => {
  vi.spyOn(browser.declarativeNetRequest, 'updateDynamicRules').mockRejectedValue(new Error('too many'))
  world.local['standBacks'] = { [door.baseUrl]: { until: Date.now() + 60_000, because: 'held-off' } }
  await restoreKeeping().catch(() => undefined)
  expect(sessionRules.map(({ action }) => action.type)).toEqual(['allow'])
})

test('rules that are as they should be are not written again', async () => {
  await logOut()
  const written = vi.spyOn(browser.declarativeNetRequest, 'updateDynamicRules')
  await restoreKeeping()
  await ruleDoors([door])
  expect(written).not.toHaveBeenCalled()
})
