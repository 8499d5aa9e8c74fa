// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { act } from '../../src/door/act'
import { askedForForm } from '../../src/door/tab-memory'
import { oneMoreTry, toldOnPage } from '../../src/login-page/decision'
import { door } from '../platform/watch/watch'
import { messages } from '../ui/fake-browser'

vi.mock('../../src/platform/content-storage', () => ({ pageText: () => '' }))

const to = `${door.baseUrl}plugins/servlet/oauth/auth?return_to=%2Fx`
const decision = { act: 'redirect', to, because: { code: 'told-to-redirect' } } as const
const seen = () => ({
  door,
  fromAddress: {} as never,
  fromDocument: () => Promise.reject(new Error('not asked for')),
  hasOwnButton: () => false,
  submit: () => document.querySelector('button'),
})
const left = vi.fn()

beforeEach(() => {
  document.body.innerHTML = '<form><button>Log in</button></form>'
  left.mockClear()
  vi.spyOn(location, 'replace').mockImplementation(left)
})
afterEach(() => {
  vi.restoreAllMocks()
  sessionStorage.clear()
})

test('a redirect leaves the page, and the tab remembers when', () => {
  act(decision, seen())
  expect(left.mock.calls).toEqual([[to]])
  expect(sessionStorage.getItem(`latchkey ${door.baseUrl}`)).toMatch(/^\[\d+\]$/)
  expect(document.querySelector('#latchkey-offer')).toBeNull()
})

test('where the page may not store anything no loop could be noticed: a person gets the button, and nobody is sent', () => {
  vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('The page may not store anything.', 'SecurityError')
  })
  act(decision, seen())
  expect(left).not.toHaveBeenCalled()
  const link = document.querySelector('#latchkey-offer a') as HTMLAnchorElement
  expect(link.href).toBe(to)
  expect(link.textContent).toBe(door.buttonText)
})

test.each(['backdoor', 'told-to-stay'] as const)(
  'the tab remembers that the plain form was asked for, and nothing else as such: %s',
  (code) => {
    act({ act: 'stay', because: { code } }, seen())
    expect(askedForForm(door.baseUrl)).toBe(code === 'backdoor')
  },
)

test('the button leads away in its own tab and to its own address, whatever base the page gives its links', () => {
  document.body.innerHTML += '<base href="https://elsewhere.example/" target="_blank">'
  act({ ...decision, act: 'offer' }, seen())
  const link = document.querySelector('#latchkey-offer a') as HTMLAnchorElement
  expect(link.getAttribute('href')).toBe(to)
  expect(link.target).toBe('_self')
})

test.each([
  { prefix: 'notice_', codes: toldOnPage },
  { prefix: 'noticeButton_', codes: oneMoreTry },
])('every text $prefix* is shown, and none is asked for that does not exist', ({ prefix, codes }) => {
  const keys = Object.keys(messages).filter((key) => key.startsWith(prefix))
  expect(codes.map((code) => prefix + code.replaceAll('-', '_')).sort()).toEqual(keys.sort())
})
