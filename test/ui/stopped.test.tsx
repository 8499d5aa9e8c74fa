// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Popup } from '../../src/popup/Popup'
import { follow } from '../../src/popup/use-snapshot'
import { browser, reset, world } from './fake-browser'
import { says, seen } from './on-page'
import { loginPage, settings } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

const stay = { act: 'stay', because: { code: 'tried-already' } }

beforeEach(() => {
  reset()
  Object.assign(world, { local: { settings }, granted: ['https://wiki.acme.com/*'], tab: loginPage, decision: stay })
})
afterEach(() => {
  render(null, document.body)
  document.head.innerHTML = ''
  vi.restoreAllMocks()
})

/** Opens the popup on a login page to which SSO led back, and which has this in its head. */
function open(head = ''): void {
  document.head.innerHTML = head
  const answer = browser.scripting.executeScript
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async (injection) => {
    const { func, args = [] } = injection as unknown as { func: (...args: unknown[]) => never; args?: unknown[] }
    return String(args[0]).includes('base-url') ? [{ result: func(...args) }] : answer(injection)
  })
  render(<Popup following={follow('')} isWindow={false} />, document.body)
}

const own = (address: string) => `<meta name="ajs-base-url" content="${address}">`

test.each([
  ['of nothing', ''],
  ['of its own address', own('https://WIKI.acme.com/confluence')],
  ['of what is no address', own('/confluence')],
])('of a stopped loop the popup names the likeliest cause alone, the others on request, where the page tells %s', async (_, head) => {
  open(head)
  await says('Likely cause: Your account may not use this site.')
  expect(seen()).not.toMatch(/cookies|calls itself|forgets sessions/)
  document.querySelector<HTMLElement>('.stopped summary')?.click()
  await says('The site forgets sessions')
  expect(seen()).toContain('The site’s SSO app met an error.')
})

test('a site that was opened by another address than its own says by which to open it', async () => {
  open(own('https://confluence.acme.example:8443/'))
  await says('Likely cause: The site calls itself confluence.acme.example:8443,')
  document.querySelector<HTMLElement>('.stopped summary')?.click()
  await says('Your account may not use this site.')
})

test('blocked cookies are cause enough', async () => {
  vi.spyOn(navigator, 'cookieEnabled', 'get').mockReturnValue(false)
  open(own('https://confluence.acme.example/'))
  await says('Likely cause: The browser blocks this site’s cookies')
  expect(document.querySelector('.stopped')).toBeNull()
})

test('of a page that may not be looked at no cause can be left out', async () => {
  open()
  const refuse = vi.fn(() => {
    throw new Error('Cannot access contents of the page')
  })
  vi.mocked(browser.scripting.executeScript).mockImplementation(async ({ args = [] }) =>
    String(args[0]).includes('base-url') ? refuse() : [{ result: { decision: stay, page: undefined } }],
  )
  await says('Likely cause: Your account may not use this site.')
  expect(refuse).toHaveBeenCalled()
  document.querySelector<HTMLElement>('.stopped summary')?.click()
  await says('The browser blocks this site’s cookies')
  expect(seen()).toContain('The site forgets sessions')
})
