import { beforeEach, expect, test, vi } from 'vitest'
import { syncMenus } from '../../src/platform/menus'
import { watchOneClick } from '../../src/platform/one-click'
import { reset, servesLanguages, world } from '../ui/fake-browser'
import { configureDoor, door } from './watch/watch'

type Listener = (...args: unknown[]) => void
/** What was registered to hear of the key and of the menus: what the browser would call. */
const heard = vi.hoisted(() => ({ command: [] as Listener[], menu: [] as Listener[] }))
vi.mock('../../src/platform/browser', async () => {
  const { browser } = await import('./watch/watch')
  const event = (listeners: Listener[]) => ({ addListener: (listener: Listener) => listeners.push(listener) })
  const opened = { openOptionsPage: async () => void world.sentTo.push('options') }
  return {
    browser: {
      ...browser,
      runtime: { ...browser.runtime, ...opened },
      tabs: { ...browser.tabs, create: async ({ url }: { url: string }) => void world.sentTo.push(`new ${url}`) },
      commands: { onCommand: event(heard.command) },
      contextMenus: { ...browser.contextMenus, removeAll: async () => undefined, onClicked: event(heard.menu) },
    },
  }
})

watchOneClick()
beforeEach(() => {
  reset()
  configureDoor()
})
type Tab = { id: number; url?: string } | undefined
function byKey(tab: Tab): void {
  for (const listener of heard.command) listener('log-in', tab)
}
const byMenu = (menuItemId: string) => (tab: Tab) => {
  for (const listener of heard.menu) listener({ menuItemId }, tab)
}
const sent = () => vi.waitFor(() => expect(world.sentTo).toHaveLength(1)).then(() => world.sentTo[0])

const page = { id: 7, url: `${door.baseUrl}display/DS/Page?a=b` }
const start = `${door.baseUrl}plugins/servlet/oauth/auth`

test.each([
  { what: 'the key', act: byKey },
  { what: 'the button’s menu', act: byMenu('log-in') },
  { what: 'the page’s menu', act: byMenu('log-in-on-page') },
])('$what takes the tab in front through SSO, back to the page that is there', async ({ act }) => {
  act(page)
  expect(await sent()).toBe(`${start}?return_to=${encodeURIComponent('/display/DS/Page?a=b')}`)
})

test('the key opens the first site where the page in front is nobody’s, or may not be known', async () => {
  byKey({ id: 7, url: 'https://news.example/' })
  expect(await sent()).toBe(start)
  world.sentTo = []
  byKey({ id: 7 })
  expect(await sent()).toBe(start)
})

test('of two sites one below the other the key takes the one in front', async () => {
  const [above, below] = ['https://acme.com/', 'https://acme.com/wiki/']
  const doors = [above, below].map((baseUrl) => ({ ...door, baseUrl, start: `${new URL(baseUrl).pathname}sso?to={destination}` }))
  Object.assign(world.local, { doorOrigins: ['https://acme.com'], 'https://acme.com': doors })
  byKey({ id: 7, url: `${below}display/DS/Page` })
  expect(await sent()).toBe(`${below}sso?to=${encodeURIComponent('/display/DS/Page')}`)
})

test.each(['backdoor', 'backdoor-on-page'])('the menu item %s opens the plain form', async (item) => {
  byMenu(item)(page)
  expect(await sent()).toBe(`${door.baseUrl}login.action?oauth_sso=false`)
})

test('where no site is configured the key leads to where one is added', async () => {
  Object.assign(world, { local: {} })
  byKey(page)
  expect(await sent()).toBe('options')
})

test('a menu item of somebody else’s part does nothing', async () => {
  byMenu('insert-name x y')(page)
  await Promise.resolve()
  expect(world.sentTo).toEqual([])
})

test('the menus speak the chosen language, also where a sign-in has woken the background', async () => {
  servesLanguages()
  world.local['appearance'] = { theme: 'auto', language: 'de' }
  await syncMenus([door])
  vi.unstubAllGlobals()
  const titles = world.menus.map(({ title }) => title)
  expect(titles).toEqual(expect.arrayContaining(['Über Single Sign-on anmelden', 'Einfaches Anmeldeformular öffnen (Notfall)']))
})
