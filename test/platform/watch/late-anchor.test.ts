import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { seeRedirect } from '../../../src/platform/watch/logged-in'
import { seeVisit } from '../../../src/platform/watch/visits'
import { reset, world } from '../../ui/fake-browser'
import { configureDoor, door, request } from './watch'

type Heard = (tabId: number, change: object) => void
const { updated, tab } = vi.hoisted(() => ({ updated: new Set<Heard>(), tab: { status: '', url: '' } }))
vi.mock('../../../src/platform/browser', async () => {
  const { browser } = await import('./watch')
  const onUpdated = { addListener: (heard: Heard) => updated.add(heard), removeListener: (heard: Heard) => updated.delete(heard) }
  const get = async (id: number) => ({ id, ...tab })
  return { browser: { ...browser, tabs: { ...browser.tabs, onUpdated, get } } }
})

const page = `${door.baseUrl}display/DS/Page`
const shows = async (url: string, status: 'loading' | 'complete' = 'complete') => {
  Object.assign(tab, { url, status })
  for (const heard of updated) heard(7, { status })
  await vi.advanceTimersByTimeAsync(0)
}
/** A tab that asked for the page goes through the form at Cognito, and the SSO app sends it on. */
const comesBack = async (anchor: string, to = page) => {
  await seeVisit(request(`login.action?os_destination=%2Fdisplay%2FDS%2FPage${anchor}`))
  await shows('https://acme.auth.eu-west-1.amazoncognito.com/login', 'loading')
  await seeRedirect(request('plugins/servlet/oauth/callback?code=1', { redirectUrl: to }))
}

beforeEach(() => {
  reset()
  configureDoor()
  vi.useFakeTimers()
})
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(60_000)
  expect(updated.size).toBe(0)
  vi.useRealTimers()
})

test('a form that was answered before the rule for the anchor was in force ends at the anchor all the same', async () => {
  await comesBack('#Timeline')
  await shows(page, 'loading')
  expect(world.sentTo).toEqual([])
  await shows(page)
  expect(world.sentTo).toEqual([`${page}#Timeline`])
})

test('so does one that ended before anybody was awake', async () => {
  await seeVisit(request('login.action?os_destination=%2Fdisplay%2FDS%2FPage#Timeline'))
  await shows(page)
  await seeRedirect(request('plugins/servlet/oauth/callback?code=1', { redirectUrl: page }))
  await vi.advanceTimersByTimeAsync(0)
  expect(world.sentTo).toEqual([`${page}#Timeline`])
})

test('a page that the SSO app spells in its own way gets its anchor', async () => {
  const respelt = `${door.baseUrl}display/DS/P%61ge`
  await comesBack('#Timeline', respelt)
  await shows(respelt)
  expect(world.sentTo).toEqual([`${respelt}#Timeline`])
})

test.each([
  ['that has its anchor', '#Timeline', `${page}#Timeline`],
  ['whose person has gone on to another', '#Timeline', `${door.baseUrl}display/DS/Other`],
  ['that was asked for without an anchor', '', page],
])('a page %s is left alone', async (_, anchor, url) => {
  await comesBack(anchor)
  await shows(url)
  await shows(page)
  expect(world.sentTo).toEqual([])
})
