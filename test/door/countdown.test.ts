// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Decision } from '../../src/login-page/decision'
import { door } from '../platform/watch/watch'

/** What the background left, by the time that the countdown is over. */
let left: Record<string, unknown>
beforeEach(() => {
  vi.useFakeTimers()
  left = { [location.origin]: [door] }
  vi.stubGlobal('chrome', { storage: { local: { get: async () => left } } })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.resetModules()
})

test('the countdown, a script of its own, speaks as the login page’s script does', async () => {
  const texts: Record<string, string> = { pageCountdown: 'Weiter zur Anmeldung bei Acme wiki.', pageCancel: 'Abbrechen' }
  const { act } = await import('../../src/door/act')
  // Browsers load the two scripts one by one: they share no module.
  vi.resetModules()
  await import('../../src/countdown.iife')
  const decision: Decision = { act: 'countdown', to: `${door.baseUrl}start`, because: { code: 'told-to-count-down' } }
  const page = {
    door: { ...door, delaySeconds: 30 },
    text: (key: string) => texts[key] ?? '',
    hasOwnButton: () => false,
    submit: () => null,
  }
  act(decision, page as never)
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
  countDown({ door: { ...door, delaySeconds: 5 }, text: String, leave, instead })
  const event = new KeyboardEvent('keydown', { key, bubbles: true })
  Object.defineProperty(event, 'isTrusted', { value: isTrusted })
  document.querySelector(target)?.dispatchEvent(event)
  expect(instead).toHaveBeenCalledTimes(stops ? 1 : 0)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(leave).toHaveBeenCalledTimes(stops ? 0 : 1)
})

/** A pause of the site, that ends so many seconds after the countdown began. */
const pause = (seconds: number) => ({ [door.baseUrl]: { until: Date.now() + seconds * 1000, because: 'held-off' } })

test.each<[string, () => Record<string, unknown>, boolean]>([
  ['nothing has happened', () => ({}), true],
  ['somebody has logged out in another tab', () => ({ standBacks: pause(300) }), false],
  ['a pause after a logout is over', () => ({ standBacks: pause(3) }), true],
  ['somebody has logged out of another site', () => ({ standBacks: { 'https://docs.acme.com/': pause(300)[door.baseUrl] } }), true],
  ['the site was taken out of the settings', () => ({ [location.origin]: [] }), false],
  ['the site was switched off', () => ({ [location.origin]: [{ ...door, enabled: false }] }), false],
])('where, while time ran or stood still, %s, the countdown leads to SSO: %s', async (_, meanwhile, leads) => {
  const { countDown } = await import('../../src/door/countdown')
  const [instead, leave] = [vi.fn(), vi.fn()]
  countDown({ door: { ...door, delaySeconds: 5 }, text: String, leave, instead })
  Object.assign(left, meanwhile())
  await vi.advanceTimersByTimeAsync(6_000)
  expect([leave.mock.calls.length, instead.mock.calls.length]).toEqual(leads ? [1, 0] : [0, 1])
})

test('a countdown that has outlived its Latchkey, which was updated meanwhile, ends in a button', async () => {
  const get = () => Promise.reject(new Error('Extension context invalidated.'))
  vi.stubGlobal('chrome', { storage: { local: { get } } })
  const { countDown } = await import('../../src/door/countdown')
  const [instead, leave] = [vi.fn(), vi.fn()]
  countDown({ door: { ...door, delaySeconds: 5 }, text: String, leave, instead })
  await vi.advanceTimersByTimeAsync(6_000)
  expect([leave.mock.calls.length, instead.mock.calls.length]).toEqual([0, 1])
})

test('a screen reader is told once what will happen, not each second how much time is left', async () => {
  const { countDown } = await import('../../src/door/countdown')
  countDown({ door: { ...door, delaySeconds: 5 }, text: String, leave: vi.fn(), instead: vi.fn() })
  const card = document.querySelector('#latchkey-countdown')
  expect(card?.querySelector('p')?.role).toBe('status')
  expect(card?.querySelector('time')?.ariaHidden).toBe('true')
  expect(card?.querySelector('progress')?.ariaHidden).toBe('true')
  vi.advanceTimersByTime(5_000)
})
