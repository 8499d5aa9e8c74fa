import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keep, keepGuard, keepingAlarm, readKeeping } from '../../../src/platform/watch/keeping'
import { seeVisit } from '../../../src/platform/watch/visits'
import { reset, world } from '../../ui/fake-browser'
import { browser, configureDoor, door, request, sessionRules } from './watch'

vi.mock('../../../src/platform/browser', () => import('./watch'))

const at = Date.parse('2026-11-02T08:00:00Z')
const minutes = 60 * 1000
const { baseUrl } = door
beforeEach(async () => {
  reset()
  sessionRules.length = 0
  configureDoor()
  browser.alarms.create.mockClear()
  vi.useFakeTimers({ now: at, toFake: ['Date'] })
  world.local['standBacks'] = {
    [baseUrl]: { until: at + 3 * minutes, because: 'held-off' },
    'https://docs.acme.com/': { until: at + 1 * minutes, because: 'backdoor-earlier' },
  }
  const arrival = { tabId: 7, baseUrl, page: `${baseUrl}display/DS/Page`, fragment: '#Timeline', until: at + 4 * minutes }
  await keep({ arrivals: [arrival], guards: [{ tabId: 7, baseUrl, because: 'backdoor-earlier', until: at + 2 * minutes }] })
})
afterEach(() => void vi.useRealTimers())

/** What the alarm does. */
const after = async (time: number) => {
  vi.setSystemTime(at + time)
  await keep(await readKeeping())
}
const nextEnd = () => browser.alarms.create.mock.lastCall as unknown

test('whatever is kept ends by itself, one thing after the other, and its rules with it', async () => {
  expect(sessionRules).toHaveLength(3)
  for (const [ended, left] of [
    [1, 3],
    [2, 2],
    [3, 1],
    [4, 0],
  ] as const) {
    expect(nextEnd()).toEqual([keepingAlarm, { when: at + ended * minutes }])
    await after(ended * minutes)
    expect(sessionRules).toHaveLength(left)
  }
  expect(await readKeeping()).toEqual({ arrivals: [], guards: [] })
  expect(world.local['standBacks']).toEqual({})
  expect(browser.alarms.create).toHaveBeenCalledTimes(4)
})

test('a pause of a site has a rule in every tab where somebody has logged out, and none where that is a matter of one tab', () => {
  const { condition } = sessionRules[0] ?? {}
  expect(condition).toMatchObject({ urlFilter: `|${baseUrl}login.action` })
  expect(condition).not.toHaveProperty('tabIds')
  expect(sessionRules.filter((rule) => rule.condition.urlFilter?.includes('docs.acme.com'))).toEqual([])
})

test('a tab is guarded once for a site and a reason', async () => {
  const guard = { tabId: 7, baseUrl, because: 'backdoor-earlier' } as const
  await keepGuard({ ...guard, until: at + 9 * minutes })
  await keepGuard({ ...guard, until: at + 9 * minutes, tabId: 8 })
  await keepGuard({ ...guard, until: at + 9 * minutes, because: 'tried-already' })
  const { guards, arrivals } = await readKeeping()
  expect(guards.map(({ tabId, because, until }) => [tabId, because, until - at])).toEqual([
    [7, 'backdoor-earlier', 9 * minutes],
    [8, 'backdoor-earlier', 9 * minutes],
    [7, 'tried-already', 9 * minutes],
  ])
  expect(arrivals).toHaveLength(1)
})

test.each([
  ['ten minutes after it was sent to SSO', 'login.action?os_destination=%2Fx', 10],
  ['five minutes after it was led back', 'login.action?os_destination=%2Fx#latchkey:', 5],
])('a tab is guarded for %s', async (_, path, long) => {
  world.local['standBacks'] = {}
  await seeVisit(request(path, { tabId: 9, timeStamp: at }))
  const { guards } = await readKeeping()
  expect(guards.filter(({ tabId }) => tabId === 9).map(({ until }) => until - at)).toEqual([long * minutes])
})
