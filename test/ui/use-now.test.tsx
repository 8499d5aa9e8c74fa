// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { useNow } from '../../src/ui/use-now'

afterEach(() => {
  act(() => render(null, document.body))
  vi.useRealTimers()
})

const Clock = () => <>{useNow(10)}</>
const draw = () => act(() => render(<Clock />, document.body))

test('what is drawn anew between two beats is drawn with the time that it is', () => {
  vi.useFakeTimers({ now: 1000_000 })
  draw()
  expect(document.body.textContent).toBe('1000')
  act(() => void vi.advanceTimersByTime(4_000))
  draw()
  expect(document.body.textContent).toBe('1004')
})

test('the time goes on by itself at every beat', () => {
  vi.useFakeTimers({ now: 1000_000 })
  draw()
  act(() => void vi.advanceTimersByTime(9_999))
  expect(document.body.textContent).toBe('1000')
  act(() => void vi.advanceTimersByTime(1))
  expect(document.body.textContent).toBe('1010')
})
