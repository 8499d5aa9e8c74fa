// @vitest-environment happy-dom
import { render } from 'preact'
import { expect, test, vi } from 'vitest'
import { later } from '../../src/ui/later'

test('a part that is drawn the moment before its code has come stands there with it', async () => {
  let come = () => {}
  const load = vi.fn(
    () =>
      new Promise<() => string>((resolve) => {
        come = () => resolve(() => 'here')
      }),
  )
  const Late = later(load)
  const [first, second] = [document.createElement('div'), document.createElement('div')]
  render(<Late />, first)
  await vi.waitFor(() => expect(load).toHaveBeenCalled())
  render(<Late />, second)
  come()
  await vi.waitFor(() => expect(first.textContent).toBe('here'))
  await vi.waitFor(() => expect(second.textContent).toBe('here'))
})
