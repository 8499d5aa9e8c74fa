// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { offer } from '../../src/door/offer'

const to = 'https://wiki.acme.com/confluence/start'
const page = { hasOwnButton: () => false, submit: () => document.querySelector<HTMLElement>('button') }
const plain = { to, button: 'Log in with SSO', isExtra: false, notice: '', page }
const box = () => document.querySelector('form #latchkey-offer')
const link = () => box()?.querySelector('a')
const isShown = () => Boolean(box()) && !link()?.hidden
/** What changes on a page is told once everybody has finished. */
const told = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
}

/** A page takes its observers with it; here all tests are one page. */
const observers: MutationObserver[] = []
const Observer = MutationObserver
beforeEach(() => {
  vi.stubGlobal(
    'MutationObserver',
    class extends Observer {
      constructor(look: MutationCallback) {
        super(look)
        observers.push(this)
      }
    },
  )
  document.body.innerHTML = '<form><button class="aui-button">Log in</button></form>'
})

afterEach(() => {
  for (const observer of observers.splice(0)) observer.disconnect()
  vi.unstubAllGlobals()
})

describe('the button', () => {
  test('stands in front of the form’s own, dressed alike', () => {
    offer(plain)
    expect(box()?.nextElementSibling).toBe(page.submit())
    expect(link()?.className).toBe('aui-button')
    expect(box()?.querySelector('p')).toBeNull()
  })

  test.each([
    ['is not put beside the SSO app’s own', false],
    ['stands beside the SSO app’s own where it leads to one more try', true],
  ])('%s', (_, isExtra) => {
    offer({ ...plain, isExtra, page: { ...page, hasOwnButton: () => true } })
    expect(isShown()).toBe(isExtra)
  })

  test('is not fought for: a page that throws it out again and again is rid of it', async () => {
    offer(plain)
    let placed = 0
    for (; placed < 100 && box(); placed += 1) {
      box()?.remove()
      await told()
    }
    expect(placed).toBe(20)
  })
})

test.each([
  ['a button would lead nowhere', { to: '' }],
  ['the SSO app has its own', { page: { ...page, hasOwnButton: () => true } }],
])('words alone stand where %s', (_, circumstances) => {
  offer({ ...plain, notice: 'You may not see this page.', ...circumstances })
  expect(box()?.querySelector('p')?.textContent).toBe('You may not see this page.')
  expect(isShown()).toBe(false)
})
