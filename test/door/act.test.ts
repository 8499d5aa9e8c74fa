// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { act } from '../../src/door/act'
import { askedForForm } from '../../src/door/tab-memory'
import type { Decision, ReasonCode } from '../../src/login-page/decision'
import { door } from '../platform/watch/watch'
import { messages } from '../ui/fake-browser'

const to = `${door.baseUrl}plugins/servlet/oauth/auth?return_to=%2Fx`
const decision = { act: 'redirect', to, because: { code: 'told-to-redirect' } } as const
const offered = (code: ReasonCode): Decision => ({ act: 'offer', to, because: { code } })
const seen = () => ({
  door,
  fromAddress: {} as never,
  fromDocument: () => Promise.reject(new Error('not asked for')),
  text: (key: string) => (key.replaceAll('-', '_') in messages ? key : ''),
  hasOwnButton: () => false,
  submit: () => document.querySelector('button'),
})
const left = vi.fn()
const observed = vi.fn()

beforeEach(() => {
  // Else every button of an earlier test would come back with the next one's form.
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe = observed
    },
  )
  document.body.innerHTML = '<form><button>Log in</button></form>'
  left.mockClear()
  observed.mockClear()
  vi.spyOn(location, 'replace').mockImplementation(left)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  sessionStorage.clear()
  document.documentElement.className = ''
})

test('a redirect leaves the page, and the tab remembers when', () => {
  act(decision, seen())
  expect(left.mock.calls).toEqual([[to]])
  expect(sessionStorage.getItem(`latchkey ${door.baseUrl}`)).toMatch(/^\[\d+\]$/)
  expect(document.querySelector('#latchkey-offer')).toBeNull()
  expect(document.documentElement.className, 'and is out of sight until it has gone').toBe('latchkey-off')
})

test('where the page may not store anything no loop could be noticed: a person gets the button, and nobody is sent', () => {
  vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('The page may not store anything.', 'SecurityError')
  })
  act(decision, seen())
  expect(left).not.toHaveBeenCalled()
  expect(document.documentElement.className).toBe('')
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

test.each<[string, Decision, boolean, object | undefined]>([
  ['a button', offered('told-to-offer'), false, { link: door.buttonText }],
  ['no second button beside the SSO app’s own', offered('told-to-offer'), true, undefined],
  ['one more try, and why', offered('logged-out'), false, { words: 'notice_logged-out', link: 'noticeButton_logged-out' }],
  [
    'the same beside the SSO app’s own button',
    offered('logged-out'),
    true,
    { words: 'notice_logged-out', link: 'noticeButton_logged-out' },
  ],
  ['words beside the SSO app’s own button', offered('foreign-destination'), true, { words: 'notice_foreign-destination' }],
  ['words alone', { act: 'stay', because: { code: 'no-permission' } }, false, { words: 'notice_no-permission' }],
  ['nothing', { act: 'stay', because: { code: 'told-to-stay' } }, false, undefined],
])('the form shows %s', (_, decision, hasOwnButton, shown) => {
  act(decision, { ...seen(), hasOwnButton: () => hasOwnButton })
  const box = document.querySelector('#latchkey-offer')
  const [words, link] = [box?.querySelector('p')?.textContent, box?.querySelector('a:not([hidden])')?.textContent]
  expect(box && { ...(words && { words }), ...(link && { link }) }).toEqual(shown ?? null)
})

test('a page on which there is nothing to do is not watched, as it costs time', () => {
  act({ act: 'stay', because: { code: 'signed-in' } }, seen())
  expect(observed).not.toHaveBeenCalled()
  act(offered('told-to-offer'), seen())
  expect(observed).toHaveBeenCalledOnce()
})
