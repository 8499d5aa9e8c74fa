import { beforeEach, expect, test, vi } from 'vitest'
import { restoreKeeping, watchDoors } from '../../../src/platform/watch'
import { loginPaths } from '../../../src/platform/watch/paths'
import { reset, world } from '../../ui/fake-browser'
import { configureDoor, door, filters, listeners, request } from './watch'

vi.mock('../../../src/platform/browser', () => import('./watch'))

beforeEach(() => {
  reset()
  configureDoor()
  filters.splice(0)
  for (const heard of Object.values(listeners)) heard.clear()
  watchDoors(() => '')
})

test('beside pages in tabs those are heard of by which a page logs people in or out without leaving, and nothing else', () => {
  const others = filters.filter(({ types }) => types.join() !== 'main_frame')
  const within = (paths: readonly string[]) => paths.map((path) => `*://*/*${path}*`)
  expect(others).toEqual([
    { urls: within(['logout.action']), types: ['xmlhttprequest', 'sub_frame', 'image'] },
    { urls: within(loginPaths), types: ['xmlhttprequest'] },
  ])
  expect(filters.length).toBeGreaterThan(others.length)
})

test('no page that people read wakes the background up: it listens for those by which they come in or go out, each by its path', () => {
  const urls = filters.flatMap((filter) => filter.urls)
  expect(urls.length).toBeGreaterThan(0)
  expect(urls.filter((url) => !/\w/.test(url))).toEqual([])
})

test.each<[string, object, boolean]>([
  ['that somebody visits', {}, true],
  ['that is drawn ahead of a visit', { documentLifecycle: 'prerender' }, false],
  ['that the document in the tab fetches ahead', { documentId: 'A1' }, false],
])('a page %s', async (_, more, isHeard) => {
  for (const listener of listeners.onBeforeRequest) listener(request('login.action?logout=true', more))
  await restoreKeeping()
  expect('standBacks' in world.local).toBe(isHeard)
})

test.each<[string, boolean, string, object]>([
  ['rendered ahead, whose visit makes no request any more,', true, 'logout.action', { documentLifecycle: 'prerender' }],
  ['rendered ahead by another application of the host', false, '../timesheets/logout.action', { documentLifecycle: 'prerender' }],
  ['fetched ahead, which other sites’ pages do without cookies,', false, 'logout.action', { documentId: 'A1' }],
])('a logout that is %s holds the site off: %s', async (_, isHeard, path, more) => {
  const details: object = request(path, more)
  for (const listener of listeners.onBeforeRequest) listener({ ...details, url: new URL(path, door.baseUrl).href } as never)
  await restoreKeeping()
  expect('standBacks' in world.local).toBe(isHeard)
  expect(
    Object.keys(world.session).filter((key) => key.startsWith('leaving')),
    'and no tab is moved for it',
  ).toEqual([])
})
