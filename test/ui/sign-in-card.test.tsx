// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Popup } from '../../src/popup/Popup'
import { follow } from '../../src/popup/use-snapshot'
import type { Problem } from '../../src/problem'
import { browser, reset, world } from './fake-browser'
import { button, says, seen } from './on-page'
import { loginPage, session, settings, site } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

afterEach(() => render(null, document.body))
beforeEach(() => {
  reset()
  Object.assign(world, { local: { settings }, tab: loginPage, granted: ['https://wiki.acme.com/*'] })
})

/** Opens the popup on what is stored. */
function open(stored: object): void {
  world.session = stored as typeof world.session
  render(<Popup following={follow('')} isWindow={false} />, document.body)
}
const press = async (name: string) => {
  await vi.waitFor(() => expect(button(name)).toBeDefined())
  button(name)?.click()
}
const now = () => Date.now() / 1000
const running = (more: object = {}) => ({ 'sign-in:acme': { phase: 'running', since: now(), ...more } })
const failed = (problem: Problem) => ({ 'sign-in:acme': { phase: 'failed', at: now(), problem } })

describe('a sign-in under way', () => {
  test.each<[string, object, string]>([
    ['at its start', {}, 'Asking the sign-in server…'],
    ['in its window', { window: 3 }, 'in the window that has opened'],
    ['in a tab', { tab: { id: 3, requested: { state: 's', nonce: 'n' }, by: '{}' } }, 'in the tab that has opened'],
    ['behind another', { isWaiting: true }, 'Another sign-in or sign-out has to end first'],
    ['that takes long', { since: now() - 20 }, 'slow to answer'],
    ['whose window has been open for long', { since: now() - 20, window: 3 }, 'may be behind others'],
    ['that has been open longer than pages live', { since: now() - 301, window: 3 }, 'good for about five minutes'],
  ])('%s says what it waits for, and can be cancelled', async (_, state, words) => {
    open(running(state))
    await says(words)
    await press('Cancel')
    expect(world.asked).toContainEqual({ verb: 'cancelSignIn', input: ['acme'] })
  })

  test('whose page never comes back says what is wrong with it, and goes on in a tab', async () => {
    open(running({ window: 3, page: { code: 'redirect-mismatch', callback: 'https://x.chromiumapp.org/', clientId: '7abc' } }))
    await says('Cognito does not know this callback URL')
    await press('Sign in in a tab')
    await vi.waitFor(() => expect(world.asked).toContainEqual({ verb: 'signIn', input: ['acme', 'in-a-tab'] }))
    expect(world.requested).toEqual([['https://latchkey.chromiumapp.org/*']])
  })
})

describe('whoever signs in by keyboard', () => {
  const card = () => document.querySelector('[aria-labelledby="claims-from-acme"]')

  test.each<[string, object, string, string, object]>([
    ['begins it', {}, 'Show my claims', 'Cancel', running()],
    ['tries again', failed({ code: 'sign-in-interrupted' }), 'Try again', 'Cancel', running()],
    ['signs out', { 'accounts:acme': [session()] }, 'Sign out', 'Show my claims', { 'accounts:acme': [] }],
  ])('is still in the card when the button goes with which one %s', async (_, stored, name, next, change) => {
    open(stored)
    await vi.waitFor(() => expect(button(name)).toBeDefined())
    button(name)?.focus()
    if ('sign-in:acme' in stored) delete world.session['sign-in:acme']
    await browser.storage.session.set(change as typeof world.session)
    await vi.waitFor(() => expect(button(next)).toBeDefined())
    expect(button(name)).toBeUndefined()
    expect(document.activeElement).toBe(card())
  })

  test('is left where they are when something else in the card changes', async () => {
    open({ 'accounts:acme': [session()] })
    await vi.waitFor(() => expect(button('Sign out')).toBeDefined())
    await browser.storage.session.set({ 'accounts:acme': [] })
    await vi.waitFor(() => expect(button('Show my claims')).toBeDefined())
    expect(document.activeElement).toBe(document.body)
  })
})

test('a sign-in under way that may not go on in a tab goes on as before, and can be cancelled', async () => {
  world.answer = false
  open(running({ since: now() - 20 }))
  await press('Sign in in a tab')
  await says('Allow https://latchkey.chromiumapp.org/* when the browser asks')
  expect(document.querySelectorAll('.notice .actions')).toHaveLength(0)
  await press('Cancel')
  expect(world.asked).toContainEqual({ verb: 'cancelSignIn', input: ['acme'] })
})

describe('a sign-in whose window does not come', () => {
  test.each([
    ['because its page does not', {}, 'Asking the sign-in server'],
    ['because one that was cancelled has no page to close', { isWaiting: true }, 'has to end first'],
  ])('%s goes on in a tab, once that takes long', async (_, state, words) => {
    open(running(state))
    await says(words)
    expect(button('Sign in in a tab')).toBeUndefined()
    render(null, document.body)
    open(running({ ...state, since: now() - 20 }))
    await press('Sign in in a tab')
    await vi.waitFor(() => expect(world.asked).toContainEqual({ verb: 'signIn', input: ['acme', 'in-a-tab'] }))
  })
})

describe('a sign-in that failed', () => {
  test('for a reason that browsers hide offers to find it, once Latchkey may look', async () => {
    open(failed({ code: 'sign-in-page-failed', domain: 'acme.auth.example', callback: 'https://x.chromiumapp.org/', clientId: '7abc' }))
    await press('Find the cause')
    await vi.waitFor(() => expect(world.asked).toContainEqual({ verb: 'signIn', input: ['acme', 'in-a-window'] }))
    expect(world.requested).toEqual([['https://acme.auth.example/*']])
  })

  test.each<[Problem, string, readonly string[]]>([
    [{ code: 'unknown-client', clientId: '7abc', domain: 'acme.auth.example' }, 'Open the options', ['Try again', 'Check connection']],
    [{ code: 'sign-in-broke-off', domain: 'acme.auth.example' }, 'Sign in in a tab', ['Try again', 'Check connection']],
    [{ code: 'account-refused', description: 'User is disabled.' }, 'Use another account', ['Try again']],
  ])('shows one way on above all, the others beside it', async (problem, way, others) => {
    open(failed(problem))
    const texts = (signs: string) => [...document.querySelectorAll(`.notice.bad .actions ${signs}`)].map(({ textContent }) => textContent)
    await vi.waitFor(() => expect(texts('.primary')).toEqual([way]))
    expect(texts(':not(.primary)')).toEqual(others)
    expect(texts('.link')).toEqual(others)
  })

  test('where Latchkey may not look says so, and still what failed, with the same way to let it look', async () => {
    world.answer = false
    open(failed({ code: 'sign-in-page-failed', domain: 'acme.auth.example', callback: 'https://x.chromiumapp.org/', clientId: '7abc' }))
    await press('Find the cause')
    await says('Allow https://acme.auth.example/* when the browser asks')
    expect(seen()).toContain('The sign-in page answered with an error')
    world.answer = true
    await press('Find the cause')
    await vi.waitFor(() => expect(world.asked).toContainEqual({ verb: 'signIn', input: ['acme', 'in-a-window'] }))
  })

  test('where looking is refused says what was refused, and keeps its ways on', async () => {
    world.answer = false
    open(failed({ code: 'sign-in-broke-off', domain: 'acme.auth.example' }))
    await press('Sign in in a tab')
    await says('Allow https://latchkey.chromiumapp.org/* when the browser asks')
    expect(button('Sign in in a tab')).toBeDefined()
    expect(world.asked.filter(({ verb }) => verb === 'signIn')).toEqual([])
  })
})

describe('after a failure no way on leads back to it:', () => {
  const signIns = () => world.asked.filter(({ verb }) => verb === 'signIn')

  test.each<Problem>([{ code: 'email-domain-not-allowed', domain: 'gmail.com', allowed: ['acme.com'] }, { code: 'same-account' }])(
    'whoever is not wanted ($code) is asked who else they are',
    async (problem) => {
      open(failed(problem))
      await press('Use another account')
      expect(button('Try again')).toBeUndefined()
      await vi.waitFor(() => expect(signIns()).toEqual([{ verb: 'signIn', input: ['acme', 'as-another'] }]))
    },
  )

  test.each<Problem>([
    { code: 'account-refused', description: 'User is disabled.' },
    { code: 'access-denied' },
    { code: 'userinfo-of-somebody-else' },
  ])('whose account may be mended meanwhile ($code) can try again, or be somebody else', async (problem) => {
    open(failed(problem))
    await press('Use another account')
    await vi.waitFor(() => expect(signIns()).toEqual([{ verb: 'signIn', input: ['acme', 'as-another'] }]))
    expect(button('Try again')).toBeDefined()
  })

  test('another account that was wanted is wanted again, in a window and in a tab', async () => {
    const attempt = { phase: 'failed', at: now(), problem: { code: 'sign-in-cancelled' }, isAfresh: true }
    open({ 'accounts:acme': [session()], 'sign-in:acme': attempt })
    await press('Try again')
    await press('Sign in in a tab')
    await vi.waitFor(() =>
      expect(signIns().map(({ input }) => input)).toEqual([
        ['acme', 'as-another'],
        ['acme', 'as-another-in-a-tab'],
      ]),
    )
  })

  test.each<[Problem, string]>([
    [
      { code: 'sign-out-incomplete', logoutUri: 'https://x.chromiumapp.org/signed-out' },
      'Signed out here, but not at the identity provider',
    ],
    [{ code: 'sign-out-unheard' }, 'Signed out here, but the identity provider could not be told'],
  ])('whoever has signed out (%o) does not try again, but can sign in', async (problem, words) => {
    open(failed(problem))
    await says(words)
    expect(button('Try again')).toBeUndefined()
    await press('Show my claims')
    await vi.waitFor(() => expect(signIns()).toEqual([{ verb: 'signIn', input: ['acme', 'in-a-window'] }]))
  })
})

describe('a sign-in that the background died over', () => {
  const interrupted = 'Sign-in was interrupted'
  const settled = () => world.asked.filter(({ verb }) => verb === 'settle').length

  /** The background dies over the next sign-in, when what is given back is called. */
  function death(): () => void {
    let die = () => {}
    const hour = new Promise<void>((come) => (die = come))
    world.deaths.push({ verb: 'signIn', hour })
    return () => die()
  }

  test('is not called running any more: what there is to press stays where it is', async () => {
    const die = death()
    open({})
    await press('Show my claims')
    await browser.storage.session.set(running())
    await says('Asking the sign-in server…')
    die()
    await says(interrupted)
    expect(document.querySelector('.running')).toBeNull()
    const again = button('Try again')
    await browser.storage.session.remove('sign-in:acme')
    const entry = { at: Date.now(), tabId: 9, address: loginPage.url, decision: { act: 'stay', because: { code: 'told-to-stay' } } }
    await browser.storage.session.set({ ...failed({ code: 'sign-in-interrupted' }), journal: [entry] })
    await vi.waitFor(() => expect(document.querySelector('.journal')).not.toBeNull())
    expect(button('Try again')).toBe(again)
    expect(settled()).toBeGreaterThan(0)
  })

  test('is forgotten once another has begun, from whichever page', async () => {
    const die = death()
    open({})
    await press('Show my claims')
    die()
    await says(interrupted)
    await browser.storage.session.set(running({ since: now() + 1 }))
    await says('Asking the sign-in server…')
    expect(seen()).not.toContain(interrupted)
  })

  test('says nothing late, when it has been tried again meanwhile', async () => {
    const die = death()
    open({})
    await press('Show my claims')
    await vi.waitFor(() => expect(settled(), 'as every popup asks').toBe(1))
    await browser.storage.session.set(failed({ code: 'sign-in-interrupted' }))
    await press('Try again')
    await browser.storage.session.remove('sign-in:acme')
    await vi.waitFor(() => expect(seen()).not.toContain(interrupted))
    die()
    await vi.waitFor(() => expect(settled(), 'the death was noticed').toBe(2))
    expect(seen()).not.toContain(interrupted)
  })
})

describe('accounts', () => {
  test('one that has run out is out of date, and can sign in again or be forgotten', async () => {
    open({ 'accounts:acme': [{ ...session(), expiresAt: now() - 600 }] })
    await says('Out of date')
    expect(seen()).toMatch(/Signed in until .*10 minutes ago.*The claims are from then/)
    expect(document.querySelector('.badge.good')).toBeNull()
    await press('Sign in again')
    await press('Forget')
    expect(world.asked.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['signIn', 'signOut']))
  })

  test('another can be added, and one of several be put in front', async () => {
    open({ 'accounts:acme': [session(), session({ sub: '2', name: 'Bob Baker' })] })
    await press('Bob Baker')
    await press('Use another account')
    expect(world.asked).toContainEqual({ verb: 'chooseAccount', input: ['acme', '2'] })
    expect(world.asked).toContainEqual({ verb: 'signIn', input: ['acme', 'as-another'] })
  })
})

const hostile = JSON.parse('{"__proto__":{"polluted":true},"claims":{"__proto__":{"name":"x"}}}') as object
const junk: readonly [string, unknown][] = [
  ['nothing', null],
  ['a number', 7],
  ['a text', 'x'],
  ['a list of nothing', [null]],
  ['an object', {}],
  ['what a newer Latchkey wrote', { version: 99, phase: 'later', accounts: { a: 1 } }],
  ['1 MiB', 'x'.repeat(1024 * 1024)],
  ['a key that is none', hostile],
  ['much nesting', JSON.parse('['.repeat(500) + ']'.repeat(500))],
]
const { origin } = new URL(site.baseUrl)
const kept = {
  local: ['settings', 'policy', origin, 'discovered', 'standBacks', 'underway', 'setAside'],
  session: ['accounts:acme', 'sign-in:acme', 'journal', 'keeping'],
} as const
const chaos = (['local', 'session'] as const).flatMap((area) =>
  kept[area].flatMap((key) => junk.map(([what, value]) => [area, key, what, value] as const)),
)

test.each(chaos)('storage.%s.%s may hold %s: the popup is drawn, and says what it can do', async (area, key, _, value) => {
  Object.assign(world[area], { [key]: value })
  open(world.session)
  await vi.waitFor(() => expect(document.querySelector('main .card')).not.toBeNull())
  expect(seen()).not.toMatch(/undefined|\[object|could not show this/)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})
