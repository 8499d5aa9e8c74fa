// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readBrief } from '../../src/platform/brief-store'
import { Popup } from '../../src/popup/Popup'
import { follow } from '../../src/popup/use-snapshot'
import { Boundary } from '../../src/ui/Boundary'
import { browser, reset, world } from './fake-browser'
import { button, seen } from './on-page'
import { loginPage, provider, session, settings, site } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

const stay = { act: 'stay', because: { code: 'backdoor', detail: 'oauth_sso=false' } }

afterEach(() => render(null, document.body))
beforeEach(() => {
  reset()
  world.granted = ['https://wiki.acme.com/*']
})

/** Opens the popup as the toolbar would. */
function open(): void {
  render(<Popup following={follow('')} isWindow={false} />, document.body)
}
const press = async (name: string) => {
  await vi.waitFor(() => expect(button(name)).toBeDefined())
  button(name)?.click()
}

test('the popup says why Latchkey did what it did on the page in front', async () => {
  Object.assign(world, { local: { settings }, tab: loginPage, decision: stay })
  open()
  await vi.waitFor(() => expect(seen()).toContain('backdoor parameter oauth_sso=false'))
})

test.each([
  ['a page that could be one', { id: 7, url: 'https://wiki.acme.com/login.action' }, ['Add this site']],
  ['a page that the browser keeps to itself', { id: 7 }, ['Set it up']],
])('before there is a site the popup shows one way on, at %s', async (_, tab, ways) => {
  Object.assign(world, { tab })
  open()
  await vi.waitFor(() => expect(seen()).toContain('No site yet'))
  expect([...document.querySelectorAll('main a, main button')].map(({ textContent }) => textContent)).toEqual(ways)
})

test('the ways into a site come before the marks by which its page was recognised, which are folded away', async () => {
  const page = { kind: 'login', evidence: { host: ['body#com-atlassian-confluence'], kind: ['/login.action'] } }
  Object.assign(world, { local: { settings }, tab: loginPage, decision: stay, page })
  open()
  await vi.waitFor(() => expect(seen()).toMatch(/oauth_sso=false.*Log in to Acme wiki.*Emergency way in.*body#com-atlassian-confluence/))
  expect(document.querySelector('details .note')?.closest('details')?.open).toBe(false)
})

test.each([
  ['at a domain of its customer’s own', 'https://wiki.other.example/wiki/spaces/DS/overview'],
  ['that somebody has added as a site', `${site.baseUrl}spaces/DS/overview`],
])('a page of Confluence Cloud’s %s is explained, and stays so when it is read anew', async (_, url) => {
  Object.assign(world, { local: { settings }, tab: { id: 7, url }, fitting: ['meta[name="ajs-cloud-id"]'] })
  const following = follow('')
  render(<Popup following={following} isWindow={false} />, document.body)
  await vi.waitFor(() => expect(seen()).toContain('This is Confluence Cloud.'))
  const clouds: unknown[] = []
  following.listen(({ snapshot }) => clouds.push(snapshot?.elsewhere?.isCloud))
  following.reload()
  await vi.waitFor(() => expect(clouds.length).toBeGreaterThan(1))
  expect(new Set(clouds)).toEqual(new Set([true]))
})

test('nobody is asked to add a user pool where an organisation lets nobody add one', async () => {
  const isAsked = async (managed: object) => {
    Object.assign(world, { managed, tab: { id: 7, url: `${site.baseUrl}display/DS` } })
    open()
    await vi.waitFor(() => expect(seen()).toContain('Log in to Acme wiki'))
    const asked = seen().includes('Add a user pool')
    render(null, document.body)
    return asked
  }
  expect(await isAsked({ sites: settings.sites })).toBe(true)
  expect(await isAsked({ sites: settings.sites, lockLists: true })).toBe(false)
})

test('the popup shows what it has read even while everything keeps changing', async () => {
  Object.assign(world, { local: { settings } })
  const query = vi.spyOn(browser.tabs, 'query').mockImplementation(async () => {
    await new Promise((soon) => setTimeout(soon))
    dispatchEvent(new Event('focus')) // before this reading is over, another one begins
    return [loginPage]
  })
  open()
  await vi.waitFor(() => expect(seen()).toContain('Acme wiki')).finally(() => query.mockRestore())
})

/** Somebody whose ID token says this. */
const withToken = (payload: string) => ({
  ...session(JSON.parse(payload)),
  idToken: ['{"alg":"RS256"}', payload, 'signature'].map((part) => Buffer.from(part).toString('base64url')).join('.'),
})

test.each([
  ['miniorange', ['-90071992547409931', '1234567890123456789012']],
  ['custom', ['[-90071992547409931,{"id":1234567890123456789012}]']],
])('a number that browsers round has all its digits, within lists and objects too: %s', async (ssoApp, written) => {
  const ann = withToken('{"sub":"1","payroll":9007199254740993,"units":[-90071992547409931,{"id":1234567890123456789012}]}')
  const local = { settings: { ...settings, sites: [{ ...site, ssoApp }] } }
  Object.assign(world, { local, session: { 'accounts:acme': [ann] }, tab: loginPage })
  open()
  await vi.waitFor(() => expect(seen()).toContain('9007199254740993'))
  for (const text of written) expect(seen()).toContain(text)
})

test('where no token says any more what a number was, it is what the browser made of it', async () => {
  const { idToken: _, accessToken: __, ...account } = withToken('{"sub":"1","payroll":9007199254740993}')
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [account] }, tab: loginPage })
  open()
  await vi.waitFor(() => expect(seen()).toContain('9007199254740992'))
})

test('what writes large numbers is not loaded for texts that have as many digits', async () => {
  const ann = session({ 'cognito:username': 'google_105123456789012345678', userId: '105123456789012345678', exp: 1_800_000_000 })
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [ann] }, tab: loginPage })
  const following = follow('')
  await following.first
  expect(following.known().snapshot).not.toHaveProperty('json')
})

test('an opening popup reads the session in one go, and asks the page in front once it has been painted', async () => {
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [session()] }, tab: { ...loginPage, id: 70 }, decision: stay })
  await readBrief() // these settings are kept in brief from now on, and that changes storage
  const read = vi.spyOn(browser.storage.session, 'get')
  const following = follow('')
  await following.first
  const { calls } = read.mock
  read.mockRestore()
  expect(following.known().snapshot?.accounts['acme']).toHaveLength(1)
  expect(calls).toHaveLength(1)
  expect(world.injected.filter(({ target }) => 'tabId' in target && target.tabId === 70)).toEqual([])
  following.painted()
  await vi.waitFor(() => expect(following.known().snapshot?.decision).toEqual(stay))
})

test('what the browser has granted is asked beside all else, once: of no host by itself', async () => {
  Object.assign(world, { local: { settings }, tab: loginPage, granted: ['https://*.acme.com/*'] })
  await readBrief()
  const asked = [vi.spyOn(browser.permissions, 'contains'), vi.spyOn(browser.permissions, 'getAll')]
  const following = follow('')
  await following.first
  const calls = asked.map(({ mock }) => mock.calls.length)
  for (const spy of asked) spy.mockRestore()
  expect(calls).toEqual([0, 1])
  expect(following.known().snapshot?.missing).toEqual([])
})

test('what is folded is drawn when a person opens it', async () => {
  const entry = { at: Date.now(), tabId: 9, address: 'https://wiki.acme.com/login.action', decision: stay }
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [session()], journal: [entry] }, tab: loginPage })
  open()
  await vi.waitFor(() => expect(seen()).toContain('checks passed'))
  for (const part of ['.checks', '.journal']) {
    const fold = document.querySelector<HTMLDetailsElement>(part)
    expect(fold?.children).toHaveLength(1)
    if (fold) fold.open = true
    await vi.waitFor(() => expect(fold?.children).toHaveLength(2))
  }
})

test('one click sends the tab to the SSO start that leads back to the page asked for', async () => {
  Object.assign(world, { local: { settings }, tab: loginPage })
  open()
  await press('Log in to Acme wiki')
  await vi.waitFor(() => expect(world.sentTo[0]).toContain('/confluence/plugins/servlet/oauth/auth?return_to='))
  expect(decodeURIComponent(world.sentTo[0] ?? '')).toContain('display/A')
})

test('one click sends the tab to a site that is not in front', async () => {
  Object.assign(world, { local: { settings }, tab: { id: 7, url: 'https://news.example/today' } })
  open()
  await press('Log in to Acme wiki')
  await vi.waitFor(() => expect(world.sentTo).toEqual([`${site.baseUrl}plugins/servlet/oauth/auth`]))
})

test('of many sites, a few letters find the one that is meant, and one click leads into it', async () => {
  const sites = Array.from({ length: 500 }, (_, index) => ({ baseUrl: `https://wiki${index}.acme.com/`, name: `Wiki ${index}` }))
  const named = { baseUrl: 'https://handbook.acme.com/', name: 'The Handbook', ssoApp: 'miniorange' }
  Object.assign(world, { local: { settings: { version: 1, sites: [...sites, named] } }, tab: { id: 7, url: 'https://news.example/' } })
  open()
  await vi.waitFor(() => expect(button('Log in to Wiki 0')).toBeDefined())
  const field = document.querySelector<HTMLInputElement>('input[type="search"]')
  if (!field) throw new Error('there is no field')
  const enter = (text: string) => {
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  enter('no such site')
  await vi.waitFor(() => expect(seen()).toContain('No site has this'))
  enter('HANDB')
  await vi.waitFor(() => expect(document.querySelectorAll('.sites li').length).toBe(1))
  await vi.waitFor(() => expect(document.querySelector('.sites .emergency')).not.toBeNull())
  await press('Log in to The Handbook')
  await vi.waitFor(() => expect(world.sentTo).toEqual([`${named.baseUrl}plugins/servlet/oauth/auth`]))
})

test('a handful of sites needs no search', async () => {
  Object.assign(world, { local: { settings }, tab: { id: 7, url: 'https://news.example/' } })
  open()
  await vi.waitFor(() => expect(button('Log in to Acme wiki')).toBeDefined())
  expect(document.querySelector('input[type="search"]')).toBeNull()
})

test('of many identity providers, those that are no matter of the person’s share a fold', async () => {
  const providers = Array.from({ length: 50 }, (_, index) => ({ ...provider, id: `pool${index}`, clientId: `c${index}` }))
  Object.assign(world, { local: { settings: { ...settings, providers } }, tab: loginPage, session: { 'accounts:pool40': [session()] } })
  open()
  const headings = () => [...document.querySelectorAll('h2')].map(({ textContent }) => textContent)
  await vi.waitFor(() => expect(seen()).toContain('Other identity providers (46)'))
  expect(headings()).toEqual(['This page', 'Claims from pool0', 'Claims from pool1', 'Claims from pool2', 'Claims from pool40'])
  const fold = document.querySelector<HTMLDetailsElement>('.more-providers')
  if (!fold) throw new Error('there is no fold')
  fold.open = true
  fold.dispatchEvent(new Event('toggle'))
  await vi.waitFor(() => expect(headings()).toHaveLength(51))
})

test('the emergency way in is a link on every page of a site', async () => {
  Object.assign(world, { local: { settings }, tab: { id: 7, url: `${site.baseUrl}display/A` } })
  open()
  await vi.waitFor(() =>
    expect(document.querySelector('.emergency a')?.getAttribute('href')).toBe(`${site.baseUrl}login.action?oauth_sso=false`),
  )
})

test('whoever has configured nothing is told how to begin', async () => {
  world.tab = loginPage
  open()
  await vi.waitFor(() => expect(seen()).toContain('No site yet'))
  expect([...document.querySelectorAll('a')].map(({ href }) => href)).toContain(
    `chrome-extension://latchkey/src/options/index.html#sites?add=${encodeURIComponent(site.baseUrl)}`,
  )
})

test('a host that was not granted can be allowed in one click, and a refusal is explained', async () => {
  Object.assign(world, { local: { settings }, tab: loginPage, granted: [], answer: false })
  open()
  await press('Allow')
  await vi.waitFor(() => expect(seen()).toContain('question with No'))
  world.answer = true
  await press('Allow')
  await vi.waitFor(() => expect(seen()).not.toContain('not allowed to act'))
  expect(world.requested).toEqual([['https://wiki.acme.com/*'], ['https://wiki.acme.com/*']])
})

test('signing in is asked of the background, by the provider’s id', async () => {
  Object.assign(world, { local: { settings }, tab: loginPage })
  open()
  await press('Show my claims')
  expect(world.asked).toContainEqual({ verb: 'signIn', input: ['acme', 'in-a-window'] })
})

test('verified claims are a table whose row headers are the names to type', async () => {
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [session()] }, tab: loginPage })
  open()
  await vi.waitFor(() => expect(document.querySelector('.claims table')).not.toBeNull())
  const headers = [...document.querySelectorAll('.claims tbody th[scope="row"]')].map((th) => th.querySelector('code')?.textContent)
  expect(headers).toEqual(['email', 'name', 'cognito:groups', 'sub'])
  expect(document.querySelector('.claims caption')?.textContent).toContain('miniOrange')
  expect(seen()).toMatch(/Ann Archer.*Verified.*Signed in until/)
})

test('a claim brings no drawings into the page, and of very many claims as much as a popup shows is drawn at once', async () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`custom:n${index}`, 'a value']))
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [session(many)] }, tab: loginPage })
  const frame = vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(0)
  open()
  await vi.waitFor(() => expect(document.querySelector('.claims table')).not.toBeNull())
  const rows = document.querySelectorAll('.claims tbody tr').length
  frame.mockRestore()
  expect(rows).toBe(16)
  expect(document.querySelectorAll('.claims button[aria-label^="Copy"]')).toHaveLength(2 * rows)
  expect(document.querySelectorAll('.claims svg')).toHaveLength(0)
})

test('whoever goes by keyboard is past the claims with a few stops, however many there are, and goes about them by arrow keys', async () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`custom:n${index}`, 'a value']))
  Object.assign(world, { local: { settings }, session: { 'accounts:acme': [session(many)] }, tab: loginPage })
  open()
  await vi.waitFor(() => expect(document.querySelectorAll('.claims tbody tr').length).toBeGreaterThan(300))
  const stops = () => [...document.querySelectorAll<HTMLElement>('.claims tbody button')].filter(({ tabIndex }) => tabIndex === 0)
  const names = () => stops().map((button) => button.getAttribute('aria-label'))
  expect(names()).toEqual(['Copy email', 'Copy value of email'])
  stops()[0]?.focus()
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
  await vi.waitFor(() => expect(names()).toEqual(['Copy name', 'Copy value of name']))
  expect(document.activeElement).toBe(stops()[0])
})

test('a change in storage is on the screen without being asked for', async () => {
  Object.assign(world, { local: { settings }, tab: loginPage })
  open()
  await vi.waitFor(() => expect(seen()).toContain('Show my claims'))
  const { browser } = await import('./fake-browser')
  await browser.storage.session.set({ 'accounts:acme': [session()] })
  await vi.waitFor(() => expect(seen()).toContain('Ann Archer'))
})

test('whoever does not see the popup is told that the sign-in has succeeded, and not that it had before', async () => {
  Object.assign(world, { local: { settings }, tab: loginPage, session: { 'sign-in:acme': { phase: 'running', since: Date.now() / 1000 } } })
  open()
  const told = () => [...document.querySelectorAll('[role="status"].unseen')].map(({ textContent }) => textContent).join('')
  await vi.waitFor(() => expect(seen()).toContain('Asking the sign-in server'))
  const region = document.querySelector('section > [role="status"].unseen')
  expect(region?.textContent).toBe('')
  const { browser } = await import('./fake-browser')
  await browser.storage.session.set({ 'accounts:acme': [session()] })
  await browser.storage.session.remove('sign-in:acme')
  await vi.waitFor(() => expect(region?.textContent).toBe('Verified Ann Archer'))
  expect(told()).toBe('Verified Ann Archer')
})

test('a problem that is mended in the options leads there', async () => {
  const failed = { phase: 'failed', at: 1, problem: { code: 'not-configured', missing: ['region'] } }
  Object.assign(world, { local: { settings }, session: { 'sign-in:acme': failed }, tab: loginPage })
  open()
  await vi.waitFor(() => expect(seen()).toContain('fill in: AWS region'))
  expect(document.querySelector('.notice.bad a')?.getAttribute('href')).toMatch(/options\/index.html#providers$/)
  expect(document.querySelector('.notice.bad .actions')?.textContent, 'what has to come first stands first').toBe(
    'Open the optionsTry again',
  )
})

test('a refused token’s claims are marked as unverified, beside the checks', async () => {
  const { claims } = session()
  const checks = [
    { name: 'iss', passed: true, wanted: 'a', found: 'a' },
    { name: 'nonce', passed: false, wanted: 'abc', found: 'xyz' },
    { name: 'aud', passed: true, wanted: 'b', found: 'b' },
  ]
  const verification = { verified: false, checks }
  const failed = { phase: 'failed', at: 1, problem: { code: 'token-refused', failed: ['nonce'] }, unverified: { claims, verification } }
  Object.assign(world, { local: { settings }, session: { 'sign-in:acme': failed }, tab: loginPage })
  open()
  await vi.waitFor(() => expect(document.querySelector('.unverified .badge.bad')?.textContent).toBe('Unverified'))
  expect(seen()).toMatch(/It did not pass: Nonce.*2 of 3 checks passed/)
  await vi.waitFor(() =>
    expect(
      [...document.querySelectorAll<HTMLTableCellElement>('.checks th[scope="row"]')].map(({ abbr }) => abbr),
      'what failed stands first',
    ).toEqual(['Nonce', 'Issuer', 'Audience']),
  )
  expect(document.querySelector('.badge.good')).toBeNull()
})

test('storage that cannot be read is said in words, not in an exception’s', async () => {
  world.isBroken = true
  open()
  await vi.waitFor(() => expect(seen()).toContain('could not keep Latchkey’s data'))
  expect(seen()).not.toContain('IO error')
})

test('a fault in drawing leaves words behind, not an empty popup', async () => {
  const Faulty = () => {
    throw new TypeError('x is undefined')
  }
  render(
    <Boundary>
      <Faulty />
    </Boundary>,
    document.body,
  )
  await vi.waitFor(() => expect(seen()).toContain('could not show this'))
  expect(seen()).not.toContain('x is undefined')
})

test('the workbench is one click away, in a tab or beside the page, unless the organisation has switched it off', async () => {
  Object.assign(world, { local: { settings }, tab: { id: 7, url: `${site.baseUrl}display/A` } })
  open()
  await vi.waitFor(() => expect(seen()).toContain('Open workbench'))
  expect([...document.querySelectorAll('a')].map(({ href }) => href)).toContain(
    `chrome-extension://latchkey/src/workbench/index.html?site=${encodeURIComponent(site.baseUrl)}`,
  )
  button('Open workbench beside the page')?.click()
  expect(world.besideOf).toEqual([7])
  render(null, document.body)
  world.managed = { features: { workbench: false } }
  open()
  await vi.waitFor(() => expect(seen()).toContain('Acme wiki'))
  expect(seen()).not.toContain('Open workbench')
})
