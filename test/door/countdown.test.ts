// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Decision } from '../../src/login-page/decision'
import { door } from '../platform/watch/watch'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.resetModules()
})

test('the countdown, a script of its own, speaks the language that was chosen, as the login page’s script does', async () => {
  const texts = { pageCountdown: 'Weiter zur Anmeldung bei $site$.', pageCancel: 'Abbrechen' }
  vi.stubGlobal('chrome', {
    storage: { local: { get: async () => ({ texts }) } },
    i18n: { getMessage: (key: string) => `the browser’s ${key}` },
  })
  const { act } = await import('../../src/door/act')
  const { readForContent } = await import('../../src/platform/content-storage')
  await readForContent()
  // Browsers load the two scripts one by one: they share no module.
  vi.resetModules()
  await import('../../src/countdown.iife')
  const decision: Decision = { act: 'countdown', to: `${door.baseUrl}start`, because: { code: 'told-to-count-down' } }
  act(decision, { door: { ...door, delaySeconds: 30 }, hasOwnButton: () => false, submit: () => null } as never)
  const card = document.querySelector('#latchkey-countdown')
  expect(card?.querySelector('p')?.textContent).toBe('Weiter zur Anmeldung bei Acme wiki.')
  expect(card?.querySelector('button')?.textContent).toBe('Abbrechen')
})

test.each([
  { what: 'Escape', key: 'Escape', target: 'body', stops: true },
  { what: 'a letter that is typed into a field', key: 'a', target: 'input', stops: true },
  { what: 'a letter elsewhere', key: 'a', target: 'body', stops: false },
  { what: 'Tab in a field', key: 'Tab', target: 'input', stops: false },
  { what: 'Escape that the page made up', key: 'Escape', target: 'body', stops: false, isTrusted: false },
])('$what stops the countdown: $stops', async ({ key, target, stops, isTrusted = true }) => {
  document.body.innerHTML = '<input>'
  const { countDown } = await import('../../src/door/countdown')
  const [instead, leave] = [vi.fn(), vi.fn()]
  countDown({ seconds: 5, site: 'Acme wiki', text: String, leave, instead })
  const event = new KeyboardEvent('keydown', { key, bubbles: true })
  Object.defineProperty(event, 'isTrusted', { value: isTrusted })
  document.querySelector(target)?.dispatchEvent(event)
  expect(instead).toHaveBeenCalledTimes(stops ? 1 : 0)
  vi.advanceTimersByTime(10_000)
  expect(leave).toHaveBeenCalledTimes(stops ? 0 : 1)
})

test('a screen reader is told once what will happen, not each second how much time is left', async () => {
  const { countDown } = await import('../../src/door/countdown')
  countDown({ seconds: 5, site: 'Acme wiki', text: String, leave: vi.fn(), instead: vi.fn() })
  const card = document.querySelector('#latchkey-countdown')
  expect(card?.querySelector('p')?.role).toBe('status')
  expect(card?.querySelector('time')?.ariaHidden).toBe('true')
  expect(card?.querySelector('progress')?.ariaHidden).toBe('true')
  vi.advanceTimersByTime(5_000)
})
