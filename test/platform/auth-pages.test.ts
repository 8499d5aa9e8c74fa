import { beforeEach, describe, expect, test, vi } from 'vitest'
import { watchAuthPages } from '../../src/platform/auth-pages'
import type { PageSeen } from '../../src/session/ports'

type Listener = (details: object) => void
const heard = vi.hoisted(() => ({ completed: new Map<Listener, object>(), failed: new Map<Listener, object>() }))
vi.mock('../../src/platform/browser', () => {
  const eventOf = (listeners: Map<Listener, object>) => ({
    addListener: (listener: Listener, filter: object) => void listeners.set(listener, filter),
    removeListener: (listener: Listener) => void listeners.delete(listener),
  })
  const windows: Readonly<Record<number, number>> = { 5: 1, 6: 2 }
  const get = async (id: number) => (windows[id] ? { id, windowId: windows[id] } : Promise.reject(new Error('No tab')))
  const webRequest = { onCompleted: eventOf(heard.completed), onErrorOccurred: eventOf(heard.failed) }
  return { browser: { webRequest, tabs: { get } } }
})

const host = 'https://acme.auth.eu-west-1.amazoncognito.com'
let seen: PageSeen[]
let unwatch: () => void
let window: number | undefined
beforeEach(() => {
  seen = []
  window = 1
  unwatch = watchAuthPages(
    `${host}/oauth2/authorize?state=s`,
    () => window,
    (page) => seen.push(page),
  )
  return () => unwatch()
})
const settle = () => new Promise((next) => setImmediate(next))
async function arrives(tabId: number) {
  for (const listener of heard.completed.keys()) listener({ tabId, url: `${host}/login`, statusCode: 200 })
  await settle()
}
async function fails(error: string, tabId = 5) {
  for (const listener of heard.failed.keys()) listener({ tabId, url: `${host}/`, error })
  await settle()
}

test('pages of the sign-in’s own host alone are heard of, and whole ones', () => {
  expect([...heard.completed.values(), ...heard.failed.values()]).toEqual(
    [1, 2].map(() => ({ urls: ['https://acme.auth.eu-west-1.amazoncognito.com/*'], types: ['main_frame'] })),
  )
})

describe('a page', () => {
  test('in the window of the sign-in is told of', async () => {
    await arrives(5)
    expect(seen).toEqual([{ url: `${host}/login`, status: 200 }])
  })

  test('that Chrome loads before there is a window is', async () => {
    window = undefined
    await arrives(-1)
    expect(seen).toHaveLength(1)
  })

  test.each<[string, number]>([
    ['in another window', 6],
    ['of a tab that is gone', 7],
  ])('%s is the person’s own affair', async (_, tabId) => {
    await arrives(tabId)
    expect(seen).toEqual([])
  })

  test('in any tab is, as long as no window is known', async () => {
    window = undefined
    await arrives(5)
    expect(seen).toEqual([])
  })
})

test.each<[string, PageSeen['failed'] | undefined]>([
  ['net::ERR_NAME_NOT_RESOLVED', 'no-such-host'],
  ['NS_ERROR_UNKNOWN_HOST', 'no-such-host'],
  ['net::ERR_CONNECTION_REFUSED', 'no-connection'],
  ['net::ERR_ABORTED', undefined],
  ['NS_BINDING_ABORTED', undefined],
])('a page that does not come with %s is told as %s', async (error, failed) => {
  await fails(error)
  expect(seen.map((page) => page.failed)).toEqual(failed ? [failed] : [])
})

test('once the sign-in is over nobody is heard any more', () => {
  unwatch()
  expect([heard.completed.size, heard.failed.size]).toEqual([0, 0])
})
