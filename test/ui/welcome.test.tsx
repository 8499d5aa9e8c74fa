// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Welcome } from '../../src/welcome/Welcome'
import { reset, world } from './fake-browser'
import { seen } from './on-page'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

afterEach(() => render(null, document.body))
beforeEach(() => {
  reset()
})
const stored = () => world.local['settings'] as { sites?: { baseUrl: string }[] } | undefined

async function enter(address: string): Promise<void> {
  render(<Welcome />, document.body)
  await vi.waitFor(() => expect(document.querySelector('#first-site')).not.toBeNull())
  const input = document.querySelector('#first-site') as HTMLInputElement
  input.value = address
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await vi.waitFor(() => expect(input.value).toBe(address))
  document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
}

test('three steps stand there from the start, and the later ones say what they wait for', async () => {
  render(<Welcome />, document.body)
  await vi.waitFor(() => expect(document.querySelectorAll('.first-steps > li')).toHaveLength(3))
  expect(seen()).toContain('Latchkey finds that out by itself, once it has the address.')
})

test('an address is all that it takes: the browser is asked in the same click, and what was found is shown', async () => {
  await enter('wiki.acme.com/confluence/login.action')
  expect(world.requested).toEqual([['https://wiki.acme.com/*']])
  await vi.waitFor(() => expect(stored()?.sites).toEqual([{ baseUrl: 'https://wiki.acme.com/confluence/' }]))
  world.local['discovered'] = { 'https://wiki.acme.com/confluence/': { at: 1, known: { ssoApp: 'miniorange' }, from: 'x', asked: [] } }
  await vi.waitFor(() => expect(seen()).toContain('Open the login page of wiki.acme.com'))
  expect(seen()).toContain('On the login page')
})

test('a host that was not allowed is asked for again before anything else', async () => {
  world.answer = false
  await enter('wiki.acme.com')
  await vi.waitFor(() => expect(seen()).toContain('not allowed to act on wiki.acme.com'))
  expect(seen()).toContain('Then one click takes you there.')
})

test('an address that will not do is explained, and nothing is stored', async () => {
  await enter('http://wiki.acme.com')
  await vi.waitFor(() => expect(seen()).toContain('Only https:// addresses are safe to use.'))
  expect(stored()).toBeUndefined()
})

const another = () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Another address')
async function pressAnother(): Promise<void> {
  await vi.waitFor(() => expect(another()).toBeDefined())
  another()?.click()
}

test('an address that was the wrong one is taken back, and with it the leave to act there', async () => {
  await enter('wiki.acme.com')
  await pressAnother()
  await vi.waitFor(() => expect(stored()?.sites).toEqual([]))
  await vi.waitFor(() => expect(world.granted).toEqual([]))
  await vi.waitFor(() => expect(document.querySelector('#first-site')).not.toBeNull())
})

test('whoever takes an address back by keyboard can type another at once', async () => {
  await enter('wiki.acme.com')
  await vi.waitFor(() => expect(another()).toBeDefined())
  another()?.focus()
  another()?.click()
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('first-site'))
})

test('the leave stays where another site is on the same host', async () => {
  world.granted = ['https://wiki.acme.com/*', 'https://docs.acme.com/*']
  const [one, other, third] = ['https://wiki.acme.com/a/', 'https://wiki.acme.com/b/', 'https://docs.acme.com/']
  world.local['settings'] = { version: 1, sites: [{ baseUrl: one }, { baseUrl: third }, { baseUrl: other }] }
  render(<Welcome />, document.body)
  await pressAnother()
  await vi.waitFor(() => expect(document.querySelector('.first-steps code')?.textContent).toBe(third))
  await pressAnother()
  await vi.waitFor(() => expect(world.granted).toEqual(['https://wiki.acme.com/*']))
})

test('an address that the organisation has set is not offered to be taken back', async () => {
  world.granted = ['https://wiki.acme.com/*']
  world.managed['sites'] = [{ baseUrl: 'https://wiki.acme.com/' }]
  render(<Welcome />, document.body)
  await vi.waitFor(() => expect(seen()).toContain('Open the login page of wiki.acme.com'))
  expect(another()).toBeUndefined()
})
