// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Boundary } from '../../src/ui/Boundary'
import { Workbench } from '../../src/workbench/Workbench'
import { browser, reset, world } from './fake-browser'
import { button, says, seen } from './on-page'
import { session, settings, site } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

afterEach(() => render(null, document.body))
beforeEach(() => {
  reset()
  location.hash = ''
  world.ownTab = { id: 3 }
  world.tab = { id: 3, url: 'chrome-extension://latchkey/src/workbench/index.html' }
})

/** Opens the workbench as a tab of its own. */
function open(): void {
  render(
    <Boundary>
      <Workbench />
    </Boundary>,
    document.body,
  )
}

test('the workbench opens at the claims of whoever is signed in, spelled for the site’s SSO app', async () => {
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [session()] } })
  open()
  await says('Ann Archer, signed in at acme')
  await says('"dev";"ops"')
  expect(document.querySelector('nav [aria-current="page"]')?.textContent).toBe('Claims')
})

test('the workbench tells until when somebody is signed in, and that claims are out of date', async () => {
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [session()] } })
  open()
  await says('Signed in until')
  expect(document.querySelector('.validity .badge')?.textContent).toBe('Verified')
  render(null, document.body)
  world.session = { 'accounts:acme': [{ ...session(), expiresAt: Date.now() / 1000 - 60 }] }
  open()
  await says('The claims are from then.')
  expect(document.querySelector('.validity .badge')?.textContent).toBe('Out of date')
})

test('going to another section shows it and takes a keyboard’s user to its heading', async () => {
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [session()] } })
  open()
  await says('Ann Archer')
  location.hash = '#checks'
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Checks'))
})

test('whoever goes to another section in the moment in which the page is drawn is taken there', async () => {
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [session()] } })
  const drawn = new MutationObserver(() => {
    if (!document.querySelector('nav')) return
    drawn.disconnect()
    location.hash = '#checks'
  })
  drawn.observe(document.body, { childList: true, subtree: true })
  open()
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Checks'))
})

test('where an organisation lets nobody add a user pool and has none, that is said in place of the way to add one', async () => {
  world.managed = { sites: [site], lockLists: true }
  open()
  await says('Nothing can be added')
  expect(seen()).not.toContain('Add a user pool')
  render(null, document.body)
  world.managed = { sites: [site] }
  open()
  await says('Add a user pool')
})

test('where nobody is signed in, one click signs in', async () => {
  world.local = { settings }
  open()
  await says('Nobody’s claims are here yet')
  button('Show my claims')?.click()
  await vi.waitFor(() => expect(world.asked).toContainEqual({ verb: 'signIn', input: ['acme', 'in-a-window'] }))
})

test('whoever signs in by keyboard is among the claims once these are there, and at the way to them once they are gone', async () => {
  world.local = { settings }
  open()
  await says('Nobody’s claims are here yet')
  button('Show my claims')?.focus()
  await browser.storage.session.set({ 'sign-in:acme': { phase: 'running', since: Date.now() / 1000 } })
  await says('Asking the sign-in server')
  await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('Asking the sign-in server'))
  await browser.storage.session.set({ 'accounts:acme': [session()] })
  await browser.storage.session.remove('sign-in:acme')
  await says('Ann Archer')
  const labelOf = (element: Element | null) => document.querySelector(`label[for="${element?.id}"]`)?.textContent
  await vi.waitFor(() => expect(labelOf(document.activeElement)).toBe('Search claims'))
  await browser.storage.session.remove('accounts:acme')
  await vi.waitFor(() => expect(document.activeElement).toBe(button('Show my claims')))
})

test('claims that are replaced while somebody goes about them leave them in their row', async () => {
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [session()] } })
  open()
  const door = () => [...document.querySelectorAll<HTMLElement>('.disclose')].find(({ textContent }) => textContent === 'email')
  await vi.waitFor(() => expect(door()).toBeDefined())
  door()?.focus()
  const { claims } = session()
  await browser.storage.session.set({ 'accounts:acme': [session({ ...claims, email: 'ann.archer@acme.com', nickname: 'Annie' })] })
  await says('ann.archer@acme.com')
  await says('Annie')
  expect(document.activeElement).toBe(door())
})

test('a failed sign-in says what is wrong and what to do', async () => {
  const failed = { phase: 'failed', at: 1, problem: { code: 'client-has-secret', clientId: '7abc' } }
  Object.assign(world, { local: { settings }, session: { 'sign-in:acme': failed } })
  open()
  await says('7abc')
  expect(button('Try again')).toBeDefined()
})

test('the workbench can go from its tab to the side of a page, and back', async () => {
  world.local = { settings }
  open()
  await vi.waitFor(() => expect(button('Open beside a page')).toBeDefined())
  button('Open beside a page')?.click()
  expect(world.besideOf).toEqual([3])
  render(null, document.body)
  world.ownTab = undefined
  open()
  const link = () => [...document.querySelectorAll('a')].find(({ textContent }) => textContent === 'Open in a tab')
  await vi.waitFor(() => expect(link()?.href).toContain(`?site=${encodeURIComponent(site.baseUrl)}`))
})

test('beside a page the workbench is about the site in front, and stays with it while somebody goes elsewhere', async () => {
  const second = { ...site, baseUrl: 'https://wiki.second.com/', name: 'Second wiki' }
  Object.assign(world, { local: { settings: { ...settings, sites: [site, second] } }, session: { 'accounts:acme': [session()] } })
  Object.assign(world, { ownTab: undefined, tab: { id: 4, url: `${second.baseUrl}plugins/servlet/oauth/configure` } })
  const moves: (() => void)[] = []
  vi.spyOn(browser.tabs.onActivated, 'addListener').mockImplementation((moved?: () => void) => void (moved && moves.push(moved)))
  const goTo = (url: string | undefined) => {
    world.tab = { id: 5, ...(url && { url }) }
    for (const moved of moves) moved()
  }
  const shown = () => [...document.querySelectorAll('select')].find(({ value }) => value.startsWith('https://'))?.value
  open()
  await vi.waitFor(() => expect(shown()).toBe(second.baseUrl))
  goTo(`${site.baseUrl}admin`)
  await vi.waitFor(() => expect(shown()).toBe(site.baseUrl))
  goTo(`${second.baseUrl}admin`)
  await vi.waitFor(() => expect(shown()).toBe(second.baseUrl))
  const reads = vi.spyOn(browser.tabs, 'query')
  goTo('https://eu-west-1.console.aws.amazon.com/cognito/')
  goTo(undefined)
  await vi.waitFor(() => expect(reads.mock.settledResults.filter(({ type }) => type === 'fulfilled')).toHaveLength(2))
  await browser.storage.local.set({ settings: { ...settings, sites: [site, second, { ...site, baseUrl: 'https://third.com/' }] } })
  await vi.waitFor(() => expect(document.querySelectorAll('option[value^="https://"]')).toHaveLength(3))
  expect(shown()).toBe(second.baseUrl)
  vi.restoreAllMocks()
})

test('where nothing could be read, one click tries again', async () => {
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [session()] }, isBroken: true })
  open()
  await says('Settings and sign-ins could not be read')
  world.isBroken = false
  button('Try again')?.click()
  await says('Ann Archer, signed in at acme')
  expect(seen()).not.toContain('could not be read')
})

test('an organisation that has switched the workbench off is named as the reason', async () => {
  Object.assign(world, { local: { settings }, managed: { features: { workbench: false } } })
  open()
  await says('Your organisation has switched the workbench off')
  expect(document.querySelector('nav')).toBeNull()
})
