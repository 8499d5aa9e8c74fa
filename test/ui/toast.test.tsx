// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Toast } from '../../src/ui/fields/Toast'
import type { Change } from '../../src/ui/fields/use-options'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

const forget = vi.fn()
const show = (change?: Change) =>
  render(
    <>
      <input />
      <Toast undo={() => show()} forget={forget} {...(change && { change })} />
    </>,
    document.body,
  )
beforeEach(async () => {
  vi.useFakeTimers()
  forget.mockClear()
  show({ what: 'x', words: () => 'Saved.', stored: { before: {}, after: { version: 1 } } })
  await later(0.1)
})
afterEach(() => {
  render(null, document.body)
  vi.useRealTimers()
})

const later = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)
test('what was saved is said for twelve seconds', async () => {
  await later(11)
  expect(forget).not.toHaveBeenCalled()
  await later(1)
  expect(forget).toHaveBeenCalledOnce()
})

test('it stays while somebody has reached it by keyboard', async () => {
  const button = document.querySelector('button')
  button?.focus()
  await later(60)
  expect(forget).not.toHaveBeenCalled()
  button?.blur()
  await later(1)
  expect(forget).toHaveBeenCalledOnce()
})

test.each(['Undo', 'Close'])('whoever presses “%s” is back where the change was made', async (name) => {
  forget.mockImplementationOnce(() => show())
  document.querySelector('input')?.focus()
  const button = [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name)
  button?.focus()
  button?.click()
  await later(0.1)
  expect(document.querySelector('button')).toBeNull()
  expect(document.activeElement).toBe(document.querySelector('input'))
})
