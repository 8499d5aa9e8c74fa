// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Toast } from '../../src/ui/fields/Toast'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

const forget = vi.fn()
beforeEach(async () => {
  vi.useFakeTimers()
  forget.mockClear()
  render(null, document.body)
  render(
    <Toast
      change={{ what: 'x', words: () => 'Saved.', stored: { before: {}, after: { version: 1 } } }}
      undo={() => undefined}
      forget={forget}
    />,
    document.body,
  )
  await later(0.1)
})
afterEach(() => vi.useRealTimers())

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
