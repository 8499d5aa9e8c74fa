// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Options } from '../../src/options/Options'
import { speak, spokenLanguage } from '../../src/platform/language'
import { openPage } from '../../src/ui/open-page'
import { Workbench } from '../../src/workbench/Workbench'
import { browser, reset, servesLanguages, world } from './fake-browser'
import { session, settings } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

beforeEach(async () => {
  reset()
  servesLanguages()
  await speak('auto')
  location.hash = ''
})
afterEach(() => {
  render(null, document.body)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const heading = () => document.querySelector('#sites h2')?.textContent
const root = document.documentElement
const open = async () => {
  await openPage('optionsTitle', <Options />)
  await vi.waitFor(() => expect(heading()).toBeDefined())
}
const choose = (value: string) => {
  const list = [...document.querySelectorAll('select')].find(({ options }) => [...options].some((option) => option.value === value))
  if (!list) throw new TypeError(`nothing offers ${value}`)
  list.value = value
  list.dispatchEvent(new Event('change', { bubbles: true }))
}

test('a page is in the chosen language and theme from its first paint on', async () => {
  world.local['appearance'] = { language: 'de', theme: 'dark' }
  world.local['settings'] = { ...settings, appearance: { language: 'de', theme: 'dark' } }
  // However slow this machine is, the page's patience does not end.
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  await openPage('optionsTitle', <Options />)
  expect(document.querySelector('h1')?.textContent).toContain('Latchkey-Optionen')
  expect(root).toMatchObject({ lang: 'de', dir: 'ltr' })
  expect(root.dataset['theme']).toBe('dark')
  expect(document.title).toBe('Latchkey-Optionen')
})

test('a page follows at once when another language is chosen on it, and loses nothing that was typed', async () => {
  world.local['settings'] = settings
  await open()
  const address = document.querySelector<HTMLInputElement>('#add-site')
  if (!address) throw new TypeError('no field for an address')
  address.value = 'wiki.other.com'
  address.dispatchEvent(new Event('input', { bubbles: true }))
  choose('de')
  await vi.waitFor(() => expect(document.querySelector('h1')?.textContent).toContain('Latchkey-Optionen'))
  expect(root.lang).toBe('de')
  expect(document.title).toBe('Latchkey-Optionen')
  expect(document.querySelector('.toasts')?.textContent).toContain('Sprache gespeichert')
  expect(document.querySelector<HTMLInputElement>('#add-site')).toBe(address)
  expect(address.value).toBe('wiki.other.com')
  choose('en')
  await vi.waitFor(() => expect(document.querySelector('h1')?.textContent).toContain('Latchkey options'))
  expect(root.lang).toBe('en')
})

test('the claims that a workbench shows follow another language too', async () => {
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [session()] } })
  await openPage('workbenchTitle', <Workbench />)
  const row = () => document.querySelector('.entries tbody tr')?.textContent
  await vi.waitFor(() => expect(row()).toContain('ID token'))
  await browser.storage.local.set({ settings: { ...settings, appearance: { language: 'de' } } })
  await vi.waitFor(() => expect(row()).toContain('ID-Token'))
})

test('policy that came after the last visit is followed', async () => {
  world.local['appearance'] = { language: 'auto', theme: 'auto' }
  world.managed['appearance'] = { language: 'de', theme: 'light' }
  await open()
  await vi.waitFor(() => expect(heading()).toBe('Sites'))
  await vi.waitFor(() => expect(document.body.textContent).toContain('Von Ihrer Organisation festgelegt'))
  expect(root.dataset['theme']).toBe('light')
})

test('a page opens in the browser’s language where storage cannot be read, and says so', async () => {
  world.isBroken = true
  await openPage('optionsTitle', <Options />)
  await vi.waitFor(() => expect(document.body.textContent).toContain('The browser could not keep Latchkey’s data'))
  expect(root.lang).toBe('en')
})

test('a page whose storage takes its time says that it is reading, and is as it was chosen to be once that has answered', async () => {
  world.local['settings'] = { ...settings, appearance: { language: 'de', theme: 'dark' } }
  let answer = () => {}
  world.held = new Promise((resolve) => (answer = resolve))
  await openPage('optionsTitle', <Options />)
  expect(document.body.textContent).toContain('Reading what Latchkey knows')
  answer()
  await vi.waitFor(() => expect(document.querySelector('h1')?.textContent).toContain('Latchkey-Optionen'))
  expect(root.dataset['theme']).toBe('dark')
})

test('a page whose texts arrive between its first paint and its settings is drawn in them', async () => {
  world.local['appearance'] = { language: 'de', theme: 'auto' }
  world.local['settings'] = { ...settings, appearance: { language: 'de', theme: 'auto' } }
  const quick = fetch
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => (arrive = resolve))
  vi.stubGlobal('fetch', (file: string) => arrival.then(() => quick(file)))
  const opening = openPage('optionsTitle', <Options />)
  let answer = () => {}
  world.held = new Promise((resolve) => (answer = resolve))
  await opening
  expect(root.lang).toBe('en')
  arrive()
  await vi.waitFor(() => expect(spokenLanguage()).toBe('de'))
  answer()
  await vi.waitFor(() => expect(root.lang).toBe('de'))
  expect(document.title).toBe('Latchkey-Optionen')
  expect(document.querySelector('h1')?.textContent).toContain('Latchkey-Optionen')
})
