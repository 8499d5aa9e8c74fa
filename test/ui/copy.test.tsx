// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { placeAnnouncer } from '../../src/ui/announce'
import { Copy } from '../../src/ui/Copy'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

const clipboard = vi.spyOn(navigator.clipboard, 'writeText')
const later = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)
const announced = () => document.querySelector('[role="status"]')?.textContent
const press = () => document.querySelector('button')?.click()

beforeEach(() => {
  vi.useFakeTimers()
  render(<Copy value="cognito:groups" what="the name" />, document.body)
  placeAnnouncer()
})
afterEach(() => {
  render(null, document.body)
  vi.useRealTimers()
})

test('that something was copied is said where screen readers listen, which inside a button they do not', async () => {
  clipboard.mockResolvedValue()
  expect([document.querySelectorAll('[role="status"]').length, document.querySelector('button [role="status"]')]).toEqual([1, null])
  expect(announced()).toBe('')
  press()
  await later(0.1)
  expect(announced()).toBe('Copied')
  expect(clipboard).toHaveBeenCalledWith('cognito:groups')
  await later(2)
  expect(announced(), 'the next one is another change').toBe('')
})

const refusal = 'The browser did not let Latchkey copy. Click on this page and try again, or select the text and copy it yourself.'
const told = () => [announced(), document.querySelector('button')?.textContent, document.querySelector('button')?.title]

test('where the browser refuses that is said, to eye and ear, with what to do, until it is tried again', async () => {
  clipboard.mockRejectedValue(new DOMException('Document is not focused.', 'NotAllowedError'))
  press()
  await later(0.1)
  expect(told()).toEqual([refusal, 'Not copied', refusal])
  await later(60)
  expect(told()).toEqual(['', 'Not copied', refusal])
  clipboard.mockResolvedValue()
  press()
  await later(0.1)
  expect(told()).toEqual(['Copied', 'Copied', 'Copy the name'])
})

test('whoever speaks to the browser can say what the button shows', async () => {
  const name = () => document.querySelector('button')?.getAttribute('aria-label')
  const shown = () => document.querySelector('button')?.textContent ?? ''
  expect([shown(), name()]).toEqual(['Copy', 'Copy the name'])
  clipboard.mockRejectedValue(new DOMException('Document is not focused.', 'NotAllowedError'))
  press()
  await later(0.1)
  expect([shown(), name()]).toEqual(['Not copied', 'Not copied: Copy the name'])
  clipboard.mockResolvedValue()
  press()
  await later(0.1)
  expect([shown(), name()]).toEqual(['Copied', 'Copied: Copy the name'])
  await later(2)
  expect(name()).toBe('Copy the name')
})

test('a drawing in a table says it in words too', async () => {
  render(<Copy small value="groups" what="the name" />, document.body)
  clipboard.mockRejectedValue(new DOMException('Document is not focused.', 'NotAllowedError'))
  expect(document.querySelector('button')?.textContent).toBe('')
  press()
  await later(0.1)
  expect(told()).toEqual([refusal, 'Not copied', refusal])
})

test('a button that has copied one text does not say so of another', async () => {
  clipboard.mockResolvedValue()
  press()
  await later(0.1)
  expect(document.querySelector('button')?.textContent).toBe('Copied')
  render(<Copy value="groups" what="the name" />, document.body)
  expect(document.querySelector('button')?.textContent).toBe('Copy')
})
