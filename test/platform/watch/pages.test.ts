import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hearPage } from '../../../src/platform/watch/pages'
import { reset, world } from '../../ui/fake-browser'
import { configureDoor, request } from './watch'

type Heard = (tabId: number, change: { status: string }) => void
const { updated } = vi.hoisted(() => ({ updated: new Set<Heard>() }))
vi.mock('../../../src/platform/browser', async () => {
  const { browser } = await import('./watch')
  const onUpdated = { addListener: (heard: Heard) => updated.add(heard), removeListener: (heard: Heard) => updated.delete(heard) }
  return { browser: { ...browser, tabs: { ...browser.tabs, onUpdated } } }
})

beforeEach(() => {
  reset()
  configureDoor()
  vi.useFakeTimers()
})
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
  expect(updated.size).toBe(0)
})

const decision = { act: 'stay', because: { code: 'logged-out' } } as const
/** The tab tells that a document has loaded in it, and whoever heard has had the time to look. */
const loads = async (tabId = 7) => {
  for (const heard of updated) heard(tabId, { status: 'complete' })
  await vi.advanceTimersByTimeAsync(0)
}

test('what stands in the tab is heard at once', async () => {
  world.decision = decision
  expect(await hearPage(request('login.action?logout=true'))).toMatchObject({ tabId: 7, decision })
})

test('a page that takes over its tab only after others there have finished loading is heard all the same', async () => {
  const heard = hearPage(request('login.action?logout=true'))
  await vi.advanceTimersByTimeAsync(0)
  await loads()
  world.decision = decision
  await loads(8)
  await loads()
  expect(await heard).toMatchObject({ decision })
})

test('a page that never comes is given up', async () => {
  const heard = hearPage(request('login.action?logout=true'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await heard).toBeUndefined()
})

test('a page of nobody’s door is not asked', async () => {
  expect(await hearPage(request('login.action', { url: 'https://wiki.stranger.example/login.action' }))).toBeUndefined()
  expect(world.injected).toEqual([])
})
