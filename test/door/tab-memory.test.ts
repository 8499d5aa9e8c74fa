// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askedForForm, pastRedirects, rememberBackdoor, rememberRedirect } from '../../src/door/tab-memory'

const baseUrl = 'https://wiki.acme.com/confluence/'
const day = 24 * 60 * 60_000
const at = Date.parse('2026-11-02T08:00:00Z')

beforeEach(() => {
  sessionStorage.clear()
  vi.useFakeTimers({ now: at, toFake: ['Date'] })
})
afterEach(() => void vi.useRealTimers())

test('a tab remembers its last ten redirects', () => {
  for (let time = 0; time < 12; time += 1) {
    vi.setSystemTime(at + time)
    rememberRedirect(baseUrl)
  }
  expect(pastRedirects(baseUrl)).toEqual(Array.from({ length: 10 }, (_, index) => at + 2 + index))
})

test('that the plain form was asked for is remembered for a day, whatever else the person does meanwhile', () => {
  expect(askedForForm(baseUrl)).toBe(false)
  rememberBackdoor(baseUrl)
  vi.setSystemTime(at + day - 1)
  expect(askedForForm(baseUrl)).toBe(true)
  vi.setSystemTime(at + day)
  expect(askedForForm(baseUrl)).toBe(false)
})

test.each(['', 'no JSON', '{"at":1}', 'null', '[["x"],null]'])('what a page has put in its place says nothing: %s', (text) => {
  sessionStorage.setItem(`latchkey.form ${baseUrl}`, text)
  expect(askedForForm(baseUrl)).toBe(false)
})
