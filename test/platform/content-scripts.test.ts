import { beforeEach, expect, test, vi } from 'vitest'
import { syncScripts } from '../../src/platform/content-scripts'
import { door } from './watch/watch'

interface Script {
  readonly id: string
  readonly js: readonly string[]
  readonly matches: readonly string[]
}
const browser = vi.hoisted(() => ({ registered: new Map<string, unknown>(), calls: [] as string[] }))
vi.mock('../../src/platform/browser', () => {
  const put = (name: string) => async (scripts: readonly { id: string }[]) => {
    browser.calls.push(name)
    for (const script of scripts) {
      if (browser.registered.has(script.id) !== (name === 'update')) throw new Error(`cannot ${name} ${script.id}`)
      browser.registered.set(script.id, script)
    }
  }
  const scripting = {
    getRegisteredContentScripts: async () => [...browser.registered.values()],
    registerContentScripts: put('register'),
    updateContentScripts: put('update'),
    unregisterContentScripts: async ({ ids }: { ids: readonly string[] }) => {
      browser.calls.push('unregister')
      for (const id of ids) browser.registered.delete(id)
    },
  }
  return { browser: { scripting } }
})

const files = { door: 'door.js', countdown: 'countdown.js' }
const docs = { ...door, baseUrl: 'https://docs.acme.com/' }
const scripts = () => [...browser.registered.values()] as readonly Script[]
const matches = () => scripts().flatMap((script) => script.matches)

beforeEach(() => {
  browser.registered.clear()
  browser.calls.length = 0
})

test('only pages by which people come in or go out get the script', async () => {
  await syncScripts([door], files)
  expect(scripts().map(({ js }) => js)).toEqual([['door.js']])
  expect(matches()).toContain(`${door.baseUrl}login.action*`)
  expect(matches()).not.toContain(`${door.baseUrl}*`)
})

test('all pages of a site get it where anonymous visitors are to be signed in, and of no other site', async () => {
  await syncScripts([{ ...door, anonymous: 'sign-in' }, docs], files)
  expect(matches()).toContain(`${door.baseUrl}*`)
  expect(matches()).not.toContain(`${docs.baseUrl}*`)
})

test('where people may have to wait, what counts down comes first', async () => {
  await syncScripts([{ ...door, delaySeconds: 5 }, docs], files)
  const byFiles = new Map(scripts().map(({ js, matches }) => [js.join(), matches.map((one) => new URL(one).host)]))
  expect([...new Set(byFiles.get('countdown.js,door.js'))]).toEqual(['wiki.acme.com'])
  expect([...new Set(byFiles.get('door.js'))]).toEqual(['docs.acme.com'])
})

test('a site that is taken out loses the script, and the last one takes it out of the browser', async () => {
  await syncScripts([door, docs], files)
  await syncScripts([docs], files)
  expect([...new Set(matches().map((one) => new URL(one).host))]).toEqual(['docs.acme.com'])
  expect(browser.calls, 'in place').toEqual(['register', 'update'])
  await syncScripts([], files)
  expect(scripts()).toEqual([])
})
