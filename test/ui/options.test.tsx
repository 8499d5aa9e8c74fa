// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Options } from '../../src/options/Options'
import { catalog } from '../../src/settings/catalog'
import { pathsOf } from '../../src/settings/place'
import { settingLabel } from '../../src/ui/setting-words'
import { browser, grant, reset, world } from './fake-browser'
import { seen } from './on-page'
import { provider, settings, site } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

afterEach(() => render(null, document.body))
beforeEach(() => {
  reset()
  location.hash = ''
})

const stored = () => world.local['settings'] as { sites?: Record<string, unknown>[]; providers?: Record<string, unknown>[] } | undefined

async function open(): Promise<void> {
  render(<Options />, document.body)
  await vi.waitFor(() => expect(document.querySelector('#sites')).not.toBeNull())
}

/** The control that a label names. */
function control(name: string, within: ParentNode = document): HTMLInputElement {
  const label = [...within.querySelectorAll('label')].find(({ textContent }) => textContent?.trim() === name)
  const found = label && document.getElementById(label.htmlFor)
  expect(found, `a control called ${name}`).toBeTruthy()
  return found as HTMLInputElement
}
function type(input: HTMLInputElement, text: string): void {
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
function leave(input: HTMLInputElement): void {
  input.dispatchEvent(new Event('change', { bubbles: true }))
}
async function press(name: string, within: ParentNode = document): Promise<void> {
  const find = () => [...within.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name)
  await vi.waitFor(() => expect(find(), `a button called ${name}`).toBeDefined())
  find()?.click()
}

test('a site is added by its address, and the browser is asked in the same click', async () => {
  await open()
  type(control('Address of your Confluence'), 'wiki.acme.com/confluence/login.action?x=1')
  await vi.waitFor(() => expect(control('Address of your Confluence').getAttribute('aria-invalid')).toBe('false'))
  document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  expect(world.requested).toEqual([['https://wiki.acme.com/*']])
  await vi.waitFor(() => expect(stored()?.sites).toEqual([{ baseUrl: 'https://wiki.acme.com/confluence/' }]))
  expect(seen()).not.toContain('not allowed to act')
  await press('Undo')
  await vi.waitFor(() => expect(stored()).toEqual({}))
  await vi.waitFor(() => expect(world.granted, 'nor is its host left behind').toEqual([]))
})

test.each([
  ['added', 'Address of your Confluence'],
  ['changed', 'Address'],
])('a page of another product is told as it is typed where a site is %s, and not saved', async (_, label) => {
  world.local['settings'] = settings
  await open()
  const input = control(label)
  type(input, 'https://jira.acme.com/browse/ABC-1')
  await vi.waitFor(() => expect(input.getAttribute('aria-invalid')).toBe('true'))
  expect(seen()).toContain('This is a page of another product, such as Jira or Bitbucket.')
  leave(input)
  input.closest('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await vi.waitFor(() => expect(input.value).toBe('https://jira.acme.com/browse/ABC-1'))
  expect(stored()).toEqual(settings)
})

test('a site stays when the browser’s question was refused, and can be allowed later', async () => {
  world.answer = false
  location.hash = `#sites?add=${encodeURIComponent(site.baseUrl)}`
  await open()
  expect(control('Address of your Confluence').value).toBe(site.baseUrl)
  await press('Add site')
  await vi.waitFor(() => expect(seen()).toContain('not allowed to act on wiki.acme.com'))
  world.answer = true
  await press('Allow')
  await vi.waitFor(() => expect(seen()).not.toContain('not allowed to act'))
})

test('every setting that belongs to no site and no user pool stands on the page too, and need not be searched for', async () => {
  await open()
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true
  const { sites: _, providers: __, ...others } = catalog
  for (const path of pathsOf(others)) await vi.waitFor(() => control(settingLabel(path)))
  control('Workbench').click()
  await vi.waitFor(() => expect(world.local['settings']).toEqual({ version: 1, features: { workbench: false } }))
})

const manySites = (count: number) => ({
  version: 1,
  sites: Array.from({ length: count }, (_, at) => ({ baseUrl: `https://w${at}.acme.com/` })),
})
const allowButtons = () => [...document.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Allow').length

test.each([
  ['two hosts, whose sites stand open', manySites(2), 'not allowed to act on w0.acme.com and w1.acme.com'],
  ['one host, on which two sites stand open', { version: 1, sites: [site, { baseUrl: 'https://wiki.acme.com/b/' }] }, 'on wiki.acme.com'],
  ['one host of many, whose sites are folded', manySites(4), 'on w3.acme.com'],
])('%s: that the browser has not allowed it is said once, where it can be seen', async (_, kept, words) => {
  world.local['settings'] = kept
  if (kept.sites.length === 4) world.granted = ['https://w0.acme.com/*', 'https://w1.acme.com/*', 'https://w2.acme.com/*']
  await open()
  await vi.waitFor(() => expect(seen()).toContain(words))
  expect(allowButtons()).toBe(1)
})

test('a host that is only counted among many is named in its own site', async () => {
  world.local['settings'] = manySites(8)
  await open()
  await vi.waitFor(() => expect(allowButtons()).toBe(1))
  for (const card of document.querySelectorAll<HTMLDetailsElement>('#sites details.entry')) card.open = true
  await vi.waitFor(() => expect(seen()).toContain('not allowed to act on w7.acme.com'))
  expect(seen()).not.toMatch(/not allowed to act on w[0-4]\.acme\.com [^a,]/)
  expect(allowButtons()).toBe(4)
})

test.each([
  ['local', 'Remove sites that nobody needs'],
  ['session', 'Sign out of accounts that you no longer look at, or quit the browser'],
] as const)('a limit of storage.%s that is near is said with what helps there', async (area, help) => {
  const spy = vi.spyOn(browser.storage[area], 'getBytesInUse').mockResolvedValue(9 * 1024 * 1024)
  await open()
  await vi.waitFor(() => expect(seen()).toContain('9 of the 10 MB'))
  expect(seen()).toContain(help)
  spy.mockRestore()
})

test('in Firefox, whose local storage has no limit but the disk’s, that of the session is said alone', async () => {
  const { local, session } = browser.storage
  const spies = [local, session].map((area) => vi.spyOn(area, 'QUOTA_BYTES', 'get').mockReturnValue(undefined))
  const used = [
    vi.spyOn(local, 'getBytesInUse').mockResolvedValue(50 * 1024 * 1024),
    vi.spyOn(session, 'getBytesInUse').mockResolvedValue(9 * 1024 * 1024),
  ]
  await open()
  await vi.waitFor(() => expect(seen()).toContain('9 of the 10 MB'))
  expect(seen()).toContain('Sign out of accounts that you no longer look at')
  for (const spy of [...spies, ...used]) spy.mockRestore()
})

test('whoever comes by a link in the moment in which the page is drawn is taken to what it names', async () => {
  const drawn = new MutationObserver(() => {
    if (!document.querySelector('#sites')) return
    drawn.disconnect()
    location.hash = `#sites?add=${encodeURIComponent(site.baseUrl)}`
  })
  drawn.observe(document.body, { childList: true, subtree: true })
  await open()
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('add-site'))
})

test.each([
  ['Remove', 'Remove Acme wiki and its settings?'],
  ['Reset everything', 'all your own settings?'],
])('whoever presses “%s” by keyboard hears the question, and is back at the button after “Keep”', async (name, question) => {
  world.local['settings'] = settings
  await open()
  await press(name)
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Keep'))
  const describedBy = document.activeElement?.getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(describedBy)?.textContent).toContain(question)
  await press('Keep')
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe(name))
})

test('a rule that is added can be typed at once', async () => {
  world.local['settings'] = settings
  await open()
  await press('Add rule')
  await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Rule 1: Groups in the token, separated by ;'))
})

test('what a newer Latchkey has stored in a rule stays when a field of the rule, or another rule, is changed here', async () => {
  const rules = ['ops', 'dev', 'hr'].map((group) => ({ confluenceGroup: group, when: group, since: `May of ${group}` }))
  world.local['settings'] = { version: 1, sites: [{ ...site, mood: 'x', mapping: { groups: { rules, mood: 'y' } } }] }
  await open()
  type(document.querySelector('[aria-label^="Rule 2: Groups in the token"]') as HTMLInputElement, 'dev;qa')
  await vi.waitFor(() => expect(JSON.stringify(stored())).toContain('dev;qa'))
  document.querySelector<HTMLElement>('[aria-label="Remove rule 1"]')?.click()
  await vi.waitFor(() => expect(JSON.stringify(stored())).not.toContain('"ops"'))
  const kept = [{ ...rules[1], when: 'dev;qa' }, rules[2]]
  expect(stored()?.sites).toEqual([{ ...site, mood: 'x', mapping: { groups: { rules: kept, mood: 'y' } } }])
})

test('the menu marks the section that is being read, and the one that was gone to', async () => {
  let scrolled = 0
  const place = vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return { top: [...document.querySelectorAll('main section[id]')].indexOf(this) * 1000 - scrolled } as DOMRect
  })
  const current = () => [...document.querySelectorAll('nav [aria-current="location"]')].map(({ textContent }) => textContent)
  const scroll = (to: number) => {
    scrolled = to
    dispatchEvent(new Event('scroll'))
  }
  await open()
  await vi.waitFor(() => expect(current()).toEqual(['Sites']))
  scroll(2100)
  await vi.waitFor(() => expect(current()).toEqual(['Set-up assistant']))
  location.hash = '#mapping'
  scroll(3700)
  await vi.waitFor(() => expect(current()).toEqual(['Mapping']))
  scroll(0)
  await vi.waitFor(() => expect(current()).toEqual(['Sites']))
  place.mockRestore()
})

test('every line of the menu has its section, to which the page’s address leads', async () => {
  const gone: string[] = []
  const scroll = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
    gone.push(this.id)
  })
  await open()
  const sections = [...document.querySelectorAll<HTMLAnchorElement>('nav a')].map(({ hash }) => hash.slice(1))
  expect(sections).toEqual(expect.arrayContaining(['sites', 'providers', 'sign-in', 'mapping', 'appearance', 'policy', 'about']))
  for (const section of sections) {
    location.hash = `#${section}`
    await vi.waitFor(() => expect(gone.at(-1)).toBe(section))
  }
  scroll.mockRestore()
})

test('whoever takes a value back by keyboard is at its field', async () => {
  world.local['settings'] = { ...settings, sites: [{ ...site, onLoginPage: 'redirect' }] }
  await open()
  const link = document.querySelector<HTMLElement>('[aria-label="On the login page: Use the default"]')
  link?.focus()
  link?.click()
  await vi.waitFor(() => expect(document.activeElement).toBe(control('On the login page')))
})

test('an address that will not do is explained as it is typed, and nothing is stored', async () => {
  await open()
  type(control('Address of your Confluence'), 'http://wiki.acme.com')
  await vi.waitFor(() => expect(seen()).toContain('Only https:// addresses are safe to use'))
  expect(control('Address of your Confluence').getAttribute('aria-invalid')).toBe('true')
  await press('Add site')
  expect(stored()).toBeUndefined()
  expect(world.requested).toEqual([])
})

test('a value that may not be meant is pointed out where it was typed, as at the top of the page', async () => {
  world.local['settings'] = settings
  await open()
  const start = control('Start address')
  const besideIt = () =>
    (start.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join()
  type(start, 'https://elsewhere.example/start')
  await vi.waitFor(() => expect(besideIt()).toContain('https://elsewhere.example/start is not an address of this site'))
  expect(document.querySelector('.notice.quiet')?.textContent).toContain('Start address: https://elsewhere.example/start is not an address')
  type(start, '/plugins/servlet/start')
  await vi.waitFor(() => expect(besideIt()).not.toContain('is not an address'))
})

test('a wrong value is explained and not stored, a right one is stored at once and can be undone', async () => {
  world.local['settings'] = settings
  await open()
  const region = control('AWS region')
  type(region, 'Ireland')
  await vi.waitFor(() => expect(seen()).toContain('This is not an AWS region'))
  leave(region)
  expect(stored()?.providers).toEqual([provider])
  type(region, 'eu-central-1')
  await vi.waitFor(() => expect(seen()).not.toContain('This is not an AWS region'))
  leave(region)
  await vi.waitFor(() => expect(stored()?.providers).toEqual([{ ...provider, region: 'eu-central-1' }]))
  await press('Undo')
  await vi.waitFor(() => expect(stored()).toEqual(settings))
  await vi.waitFor(() => expect(control('AWS region').value).toBe('eu-west-1'))
})

/** Another page adds a site. */
async function addElsewhere(baseUrl: string): Promise<void> {
  await browser.storage.local.set({ settings: { ...stored(), sites: [...(stored()?.sites ?? []), { baseUrl }] } })
  await vi.waitFor(() => expect(seen()).toContain(new URL(baseUrl).host))
}
async function name(text: string): Promise<void> {
  type(control('Name'), text)
  leave(control('Name'))
  await vi.waitFor(() => expect(stored()?.sites?.[0]).toMatchObject({ name: text }))
}

test('Undo takes away nothing that another page has saved since, and says so', async () => {
  world.local['settings'] = settings
  await open()
  await name('Wiki')
  await addElsewhere('https://other.acme.com/')
  await press('Undo')
  await vi.waitFor(() => expect(seen()).toContain('Not undone: the settings have been changed elsewhere since'))
  expect(stored()?.sites).toEqual([{ ...site, name: 'Wiki' }, { baseUrl: 'https://other.acme.com/' }])
  expect([...document.querySelectorAll('.toasts button')].map(({ textContent }) => textContent)).not.toContain('Undo')
})

test('Undo takes repeated changes back together, as far as nobody else has saved anything between them', async () => {
  world.local['settings'] = settings
  await open()
  await name('Wiki')
  await name('Wiki of Acme')
  await press('Undo')
  await vi.waitFor(() => expect(stored()).toEqual(settings))
  await name('Wiki')
  await addElsewhere('https://other.acme.com/')
  await name('Wiki of Acme')
  await press('Undo')
  await vi.waitFor(() => expect(stored()?.sites).toEqual([{ ...site, name: 'Wiki' }, { baseUrl: 'https://other.acme.com/' }]))
})

test('Undo works where the browser gives settings back in another order', async () => {
  world.local['settings'] = settings
  await open()
  await name('Wiki')
  const { providers, sites } = stored() ?? {}
  await browser.storage.local.set({ settings: { sites, providers, version: 1 } })
  await press('Undo')
  await vi.waitFor(() => expect(stored()).toEqual(settings))
})

test('a text is saved after a pause, without leaving the field', async () => {
  world.local['settings'] = settings
  await open()
  type(control('Name'), 'Wiki of Acme')
  await vi.waitFor(() => expect(stored()?.sites?.[0]).toMatchObject({ name: 'Wiki of Acme' }))
})

test('a text that was saved after a pause follows what another page saves then, and is not saved over it', async () => {
  world.local['settings'] = settings
  await open()
  type(control('Name'), 'Here')
  await vi.waitFor(() => expect(stored()?.sites).toMatchObject([{ name: 'Here' }]))
  await browser.storage.local.set({ settings: { ...settings, sites: [{ ...site, name: 'Elsewhere' }] } })
  await vi.waitFor(() => expect(control('Name').value).toBe('Elsewhere'))
  leave(control('Name'))
  type(control('Button text'), 'Next')
  await vi.waitFor(() => expect(stored()?.sites).toMatchObject([{ name: 'Elsewhere', buttonText: 'Next' }]))
})

test('an emptied text has its default again', async () => {
  world.local['settings'] = settings
  await open()
  const name = control('Name')
  type(name, '')
  await vi.waitFor(() => expect(name.value).toBe(''))
  leave(name)
  await vi.waitFor(() => expect(stored()?.sites?.[0]).not.toHaveProperty('name'))
  await vi.waitFor(() => expect(document.querySelector('.entry-name')?.textContent).toBe('wiki.acme.com'))
})

test('a site is removed after one question, its host is given back, and Undo brings both back in one click', async () => {
  Object.assign(world, { local: { settings }, granted: ['https://wiki.acme.com/*'] })
  await open()
  const sites = document.querySelector('#sites') as HTMLElement
  await press('Remove', sites)
  await vi.waitFor(() => expect(seen()).toContain('Remove Acme wiki and its settings?'))
  expect(stored()?.sites).toHaveLength(1)
  await press('Remove', sites)
  await vi.waitFor(() => expect(stored()?.sites).toEqual([]))
  await vi.waitFor(() => expect(world.granted).toEqual([]))
  await press('Undo')
  expect(world.requested, 'in the click: browsers hear it in no other moment').toEqual([['https://wiki.acme.com/*']])
  await vi.waitFor(() => expect(stored()).toEqual(settings))
  expect(world.granted).toEqual(['https://wiki.acme.com/*'])
})

test('Undo waits for nobody: when the browser’s question is answered later, the page says so then', async () => {
  Object.assign(world, { local: { settings }, granted: ['https://wiki.acme.com/*'] })
  await open()
  const sites = document.querySelector('#sites') as HTMLElement
  await press('Remove', sites)
  await vi.waitFor(() => expect(seen()).toContain('Remove Acme wiki and its settings?'))
  await press('Remove', sites)
  await vi.waitFor(() => expect(world.granted).toEqual([]))
  let answer = () => {}
  world.asking = new Promise((resolve) => {
    answer = resolve
  })
  await press('Undo')
  await vi.waitFor(() => expect(seen()).toContain('not allowed to act'))
  answer()
  await vi.waitFor(() => expect(seen()).not.toContain('not allowed to act'))
  expect(stored()).toEqual(settings)
})

test('hosts that the person allows or takes back in the browser’s own settings are seen at once', async () => {
  Object.assign(world, { local: { settings }, granted: ['https://wiki.acme.com/*'] })
  await open()
  expect(seen()).not.toContain('not allowed to act')
  grant([])
  await vi.waitFor(() => expect(seen()).toContain('not allowed to act'))
  grant(['https://wiki.acme.com/*'])
  await vi.waitFor(() => expect(seen()).not.toContain('not allowed to act'))
})

test('the host of a site that could not be removed is not given back', async () => {
  Object.assign(world, { local: { settings }, granted: ['https://wiki.acme.com/*'] })
  await open()
  const sites = document.querySelector('#sites') as HTMLElement
  await press('Remove', sites)
  await vi.waitFor(() => expect(seen()).toContain('Remove Acme wiki and its settings?'))
  world.isFull = true
  await press('Remove', sites)
  await vi.waitFor(() => expect(document.querySelector('.notice.bad')).not.toBeNull())
  expect(world.granted).toEqual(['https://wiki.acme.com/*'])
})

test('the host of an address that is changed to another is given back', async () => {
  Object.assign(world, { local: { settings }, granted: ['https://wiki.acme.com/*'] })
  await open()
  const address = control('Address')
  type(address, 'https://docs.acme.com/')
  leave(address)
  await vi.waitFor(() => expect(stored()?.sites?.[0]).toMatchObject({ baseUrl: 'https://docs.acme.com/' }))
  await vi.waitFor(() => expect(world.granted).toEqual([]))
})

test('what policy sets is shown locked, and says by whom', async () => {
  Object.assign(world, { local: { settings }, managed: { sites: [{ baseUrl: site.baseUrl, onLoginPage: 'stay' }], lockLists: true } })
  await open()
  expect(control('On the login page')).toMatchObject({ disabled: true, value: 'stay' })
  expect(control('Address').disabled).toBe(true)
  expect(control('Name').disabled).toBe(false)
  expect(seen()).toContain('Set by your organisation')
  expect(document.querySelector('#add-site')).toBeNull()
  expect([...document.querySelectorAll('#sites button')].map(({ textContent }) => textContent)).not.toContain('Remove')
})

test('what policy sets is shown in a field in which somebody is typing, and counts as soon as it comes', async () => {
  world.local['settings'] = { ...settings, sites: [{ ...site, mapping: { groups: { rules: [{ confluenceGroup: 'a', when: 'b' }] } } }] }
  await open()
  const rule = () => document.querySelector<HTMLInputElement>('[aria-label^="Rule 1: Groups in the token"]')
  type(control('Button text'), 'Mine')
  type(control('Pause after logging out, in seconds'), 'half a minu')
  type(rule() as HTMLInputElement, 'mine')
  const theirs = {
    baseUrl: site.baseUrl,
    buttonText: 'Theirs',
    holdOffSeconds: 60,
    mapping: { groups: { rules: [{ confluenceGroup: 'x', when: 'y' }] } },
  }
  await browser.storage.managed.set({ sites: [theirs] })
  await vi.waitFor(() => expect(control('Button text')).toMatchObject({ disabled: true, value: 'Theirs' }))
  const pause = control('Pause after logging out, in seconds')
  expect(pause).toMatchObject({ disabled: true, value: '60' })
  expect(pause.getAttribute('aria-invalid')).toBe('false')
  expect(pause.closest('.field')?.querySelector('.wrong')?.textContent).toBe('')
  expect(rule()?.value).toBe('y')
})

test('a value set beside policy’s and taken back leaves no site of one’s own, which would stay when policy goes', async () => {
  world.managed = { sites: [{ baseUrl: site.baseUrl }] }
  await open()
  control('On the login page').value = 'stay'
  leave(control('On the login page'))
  await vi.waitFor(() => expect(stored()?.sites).toEqual([{ baseUrl: site.baseUrl, onLoginPage: 'stay' }]))
  await press('Use the default')
  await vi.waitFor(() => expect(stored()?.sites).toEqual([]))
})

test('values that were passed over are listed at the top, with where and why', async () => {
  world.local['settings'] = { ...settings, sites: [{ ...site, delaySeconds: 99 }] }
  await open()
  expect(document.querySelector('.notice.warning')?.textContent).toContain(
    'Sites › https://wiki.acme.com/confluence/ › Delay in seconds, your own setting: A whole number from 0 to 60 is needed here.',
  )
})

test('two entries cannot have one key', async () => {
  world.local['settings'] = { ...settings, providers: [provider, { ...provider, id: 'other' }] }
  await open()
  const [name] = [...document.querySelectorAll('#providers .entry')].map((card) => control('Short name', card))
  if (!name) throw new TypeError('no provider is shown')
  type(name, 'other')
  await vi.waitFor(() => expect(seen()).toContain('This is in the list already.'))
  leave(name)
  expect(stored()?.providers?.map(({ id }) => id)).toEqual(['acme', 'other'])
})

test('two entries cannot have one key from the search either', async () => {
  world.local['settings'] = { ...settings, providers: [provider, { ...provider, id: 'other' }] }
  await open()
  type(control('Search settings'), 'short name')
  await vi.waitFor(() => expect(document.querySelector('.found-setting')).not.toBeNull())
  type(control('Short name'), 'other')
  await vi.waitFor(() => expect(seen()).toContain('This is in the list already.'))
  leave(control('Short name'))
  expect(stored()?.providers?.map(({ id }) => id)).toEqual(['acme', 'other'])
})

test('a site’s address may be changed to that of any page, and to that of no other site', async () => {
  world.local['settings'] = { ...settings, sites: [site, { baseUrl: 'https://b.example/' }] }
  await open()
  const address = control('Address', document.querySelector('#sites .entry') as HTMLElement)
  type(address, '<https://b.example/login.action?os_destination=%2F>')
  await vi.waitFor(() => expect(seen()).toContain('This is in the list already.'))
  leave(address)
  type(address, '<https://docs.acme.com/wiki/login.action?os_destination=%2F>')
  leave(address)
  await vi.waitFor(() =>
    expect(stored()?.sites?.map(({ baseUrl }) => baseUrl)).toEqual(['https://docs.acme.com/wiki/', 'https://b.example/']),
  )
})

test('the address that Cognito has to know is there to be copied', async () => {
  await open()
  expect(seen()).toContain('https://latchkey.chromiumapp.org/')
})

test('a pool is added by anything that tells of it, taken apart', async () => {
  await open()
  const form = document.querySelector('#providers form') as HTMLFormElement
  type(
    control('A short name for it, or anything you have of it'),
    'https://acme.auth.eu-west-1.amazoncognito.com/login?client_id=7abc&response_type=code',
  )
  await vi.waitFor(() => expect(form.textContent).toContain('Understood: AWS region eu-west-1'))
  await press('Add user pool')
  await vi.waitFor(() =>
    expect(stored()?.providers).toEqual([
      { id: 'acme', region: 'eu-west-1', domain: 'acme.auth.eu-west-1.amazoncognito.com', clientId: '7abc' },
    ]),
  )
})

test('an ARN in the field of a pool’s id is explained as it is typed, and fills in its neighbours', async () => {
  world.local['settings'] = { ...settings, providers: [{ id: 'acme', clientId: '7abc' }] }
  await open()
  const input = control('User pool id')
  type(input, 'arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_X1')
  await vi.waitFor(() => expect(seen()).toContain('Understood: AWS region eu-central-1 and User pool id eu-central-1_X1.'))
  expect(stored()?.providers).toEqual([{ id: 'acme', clientId: '7abc' }])
  leave(input)
  await vi.waitFor(() =>
    expect(stored()?.providers).toEqual([{ id: 'acme', clientId: '7abc', region: 'eu-central-1', userPoolId: 'eu-central-1_X1' }]),
  )
  await vi.waitFor(() => expect(control('User pool id').value).toBe('eu-central-1_X1'))
  await press('Undo')
  await vi.waitFor(() => expect(stored()?.providers).toEqual([{ id: 'acme', clientId: '7abc' }]))
})

test('a pasted address is taken apart at once', async () => {
  world.local['settings'] = { ...settings, providers: [{ id: 'acme' }] }
  await open()
  const input = control('Domain')
  input.value = 'https://auth.acme.com/oauth2/authorize?client_id=7abc'
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
  await vi.waitFor(() => expect(stored()?.providers).toEqual([{ id: 'acme', domain: 'auth.acme.com', clientId: '7abc' }]))
})

const hosted = 'https://acme.auth.eu-west-1.amazoncognito.com/login?client_id=7abc'
const clientArn = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_X1/client/7abc'
test.each<[string, string, object, string]>([
  ['Client id', hosted, { domain: 'acme.auth.eu-west-1.amazoncognito.com', clientId: '7abc' }, '7abc'],
  ['Client id', clientArn, { userPoolId: 'eu-west-1_X1', clientId: '7abc' }, '7abc'],
  ['Client id', 'eu-west-1_X1', { userPoolId: 'eu-west-1_X1' }, ''],
  ['Domain', 'cognito-idp.eu-west-1.amazonaws.com', {}, ''],
])('a text that tells of a pool is not taken for the value of one field: %s, %s', async (field, text, parts, left) => {
  world.local['settings'] = { ...settings, providers: [{ id: 'acme' }] }
  await open()
  type(control(field), text)
  await vi.waitFor(() => expect(seen()).toContain('Understood: AWS region eu-west-1'))
  leave(control(field))
  await vi.waitFor(() => expect(stored()?.providers).toEqual([{ id: 'acme', region: 'eu-west-1', ...parts }]))
  await vi.waitFor(() => expect(control(field).value).toBe(left))
})

test('the client of another provider may be called by an address, which is left as it is', async () => {
  const oidc = { id: 'keycloak', kind: 'oidc', endpoints: { issuer: 'https://login.acme.com/realms/acme' } }
  world.local['settings'] = { ...settings, providers: [oidc] }
  await open()
  type(control('Client id'), 'https://app.acme.com/')
  leave(control('Client id'))
  await vi.waitFor(() => expect(stored()?.providers).toEqual([{ ...oidc, clientId: 'https://app.acme.com/' }]))
})

const published = 'https://login.acme.com/realms/acme/.well-known/openid-configuration'
const openId = { kind: 'oidc', endpoints: { issuer: 'https://login.acme.com/realms/acme' } }

test('another provider is added by the address of its discovery document', async () => {
  await open()
  const form = document.querySelector('#providers form') as HTMLFormElement
  type(control('A short name for it, or anything you have of it'), published)
  await vi.waitFor(() =>
    expect(form.textContent).toContain('Understood: Kind Another OpenID provider and Issuer https://login.acme.com/realms/acme.'),
  )
  await press('Add user pool')
  await vi.waitFor(() => expect(stored()?.providers).toEqual([{ id: 'login.acme.com', ...openId }]))
})

test.each(['User pool id', 'Domain', 'Client id'])('such an address in the field %s makes it such a provider', async (field) => {
  world.local['settings'] = { ...settings, providers: [{ id: 'acme' }] }
  await open()
  type(control(field), published)
  leave(control(field))
  await vi.waitFor(() => expect(stored()?.providers).toEqual([{ id: 'acme', ...openId }]))
})

test('in the field of the issuer it stands for the issuer', async () => {
  world.local['settings'] = { ...settings, providers: [{ id: 'acme', kind: 'oidc' }] }
  await open()
  type(control('Issuer'), `<${published}>`)
  leave(control('Issuer'))
  await vi.waitFor(() => expect(stored()?.providers).toEqual([{ id: 'acme', ...openId }]))
})

test.each([
  ['AWS region', '"eu-west-1",', { region: 'eu-west-1' }],
  ['Domain', '“auth.acme.com”', { domain: 'auth.acme.com' }],
  ['Client id', '"7abc",', { clientId: '7abc' }],
  ['Token endpoint', '<https://auth.acme.com/token>.', { endpoints: { token: 'https://auth.acme.com/token' } }],
])('what stands around a copied value is left out of %s', async (field, text, values) => {
  world.local['settings'] = { ...settings, providers: [{ id: 'acme' }] }
  await open()
  type(control(field), text)
  leave(control(field))
  await vi.waitFor(() => expect(stored()?.providers).toEqual([{ id: 'acme', ...values }]))
})

test.each([
  ['Scopes One per line', 'openid email, phone', { scopes: ['openid', 'email', 'phone'] }],
  ['Allowed e-mail domains One per line', 'acme.com; acme.org\nacme.net', { allowedDomains: ['acme.com', 'acme.org', 'acme.net'] }],
])('several in one line are several: %s', async (field, text, values) => {
  world.local['settings'] = { ...settings, providers: [{ id: 'acme' }] }
  await open()
  type(control(field), text)
  leave(control(field))
  await vi.waitFor(() => expect(stored()?.providers).toEqual([{ id: 'acme', ...values }]))
  await vi.waitFor(() => expect(control(field).value).toBe(Object.values(values)[0]?.join('\n')))
})

test('a pool’s id fills in the region where there is none', async () => {
  world.local['settings'] = { ...settings, providers: [{ id: 'acme' }] }
  await open()
  const input = control('User pool id')
  type(input, 'eu-west-1_AbC')
  leave(input)
  await vi.waitFor(() => expect(stored()?.providers).toEqual([{ id: 'acme', userPoolId: 'eu-west-1_AbC', region: 'eu-west-1' }]))
})

test('search finds settings by their words wherever they stand, to be changed there and then', async () => {
  world.local['settings'] = settings
  await open()
  type(control('Search settings'), 'delay second')
  await vi.waitFor(() => expect(seen()).toContain('Settings for “delay second”: 1.'))
  expect(document.querySelector('#sites')).toBeNull()
  const delay = control('Delay in seconds')
  type(delay, '5')
  leave(delay)
  await vi.waitFor(() => expect(stored()?.sites?.[0]).toMatchObject({ delaySeconds: 5 }))
  type(control('Search settings'), 'nothing of the kind')
  await vi.waitFor(() => expect(seen()).toContain('Settings for “nothing of the kind”: 0.'))
  expect(document.querySelector('main .card'), 'nothing is no empty card').toBeNull()
})

test('search finds sections by what can be done there, and leads to them', async () => {
  await open()
  const found = () => [...document.querySelectorAll('main > section > .actions a')].map((link) => link.textContent)
  for (const [words, sections] of [
    ['reset', ['Import and export']],
    ['INTUNE', ['Policy']],
    ['callback url', ['Identity providers', 'Set-up assistant']],
    ['nothing of the kind', []],
  ] as const) {
    type(control('Search settings'), words)
    await vi.waitFor(() => expect(found(), words).toEqual(sections))
  }
  type(control('Search settings'), 'reset')
  await vi.waitFor(() => expect(found()).toEqual(['Import and export']))
  const link = document.querySelector<HTMLAnchorElement>('main > section > .actions a')
  expect(link?.getAttribute('href')).toBe('#backup')
  link?.click()
  await vi.waitFor(() => expect(document.querySelector('#backup')).not.toBeNull())
  expect(control('Search settings').value).toBe('')
})

async function choose(content: unknown): Promise<void> {
  const input = document.querySelector('input[type="file"]') as HTMLInputElement
  const file = new File([typeof content === 'string' ? content : JSON.stringify(content)], 'x.json')
  Object.defineProperty(input, 'files', { value: [file], configurable: true })
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

test('an import is shown before it is done, done at one click, and undone at another', async () => {
  world.local['settings'] = settings
  await open()
  await choose({ version: 1, sites: [{ ...site, name: 'Wiki' }], providers: [provider] })
  await vi.waitFor(() => expect(seen()).toContain('The file would change: 1'))
  expect(document.querySelector('.differences tbody')?.textContent).toBe('Sites › https://wiki.acme.com/confluence/NameAcme wikiWiki')
  expect(stored()).toEqual(settings)
  await press('Import these settings')
  await vi.waitFor(() => expect(stored()?.sites?.[0]).toMatchObject({ name: 'Wiki' }))
  await press('Undo')
  await vi.waitFor(() => expect(stored()).toEqual(settings))
})

test('a preview says how much of a file counts for nothing while policy is in force', async () => {
  world.managed = { sites: [{ baseUrl: site.baseUrl, name: 'Ours' }], lockLists: true }
  await open()
  const sites = [{ baseUrl: site.baseUrl, name: 'Mine' }, { baseUrl: 'https://more.example/' }]
  await choose({ version: 1, sites, appearance: { theme: 'dark' } })
  await vi.waitFor(() => expect(seen()).toContain('The file would change: 4'))
  expect(seen()).toContain('Not in force while your organisation sets or locks it: 2')
  const rows = [...document.querySelectorAll('.differences tbody tr')].map(({ textContent }) => textContent?.trim())
  expect(rows.filter((row) => row?.includes('not in force'))).toEqual([
    'Name–Mine not in force',
    'Address–https://more.example/ not in force',
  ])
})

test('what may not be meant in a file is pointed out before it is imported', async () => {
  await open()
  await choose({ version: 1, sites: [{ baseUrl: 'https://jira.acme.com/browse/ABC-1' }, { baseUrl: 'https://wiki.аcme.com/' }] })
  await vi.waitFor(() => expect(seen()).toContain('The file would change: 2'))
  expect(seen()).toContain('This looks like a page of another product, such as Jira or Bitbucket')
  expect(seen()).toContain('The host is really wiki.xn--cme-5cd.com')
  expect(stored()).toBeUndefined()
})

test('a preview says of a site that it comes or goes as a whole', async () => {
  world.local['settings'] = { version: 1, sites: [{ baseUrl: 'https://stays.example/' }, { baseUrl: 'https://old.example/' }] }
  await open()
  await choose({ version: 1, sites: [{ baseUrl: 'https://stays.example/', name: 'Wiki' }, { baseUrl: 'https://new.example/' }] })
  await vi.waitFor(() => expect(seen()).toContain('The file would change: 3'))
  const headings = [...document.querySelectorAll('.differences [scope="rowgroup"]')].map(({ textContent }) => textContent?.trim())
  expect(headings).toEqual(['Sites › https://stays.example/', 'Sites › https://new.example/ new', 'Sites › https://old.example/ removed'])
})

test('an import with a bad value changes nothing, and says what is wrong', async () => {
  world.local['settings'] = settings
  await open()
  await choose({ version: 1, sites: [{ ...site, onLoginPage: 'fly' }] })
  await vi.waitFor(() => expect(seen()).toContain('Nothing was imported'))
  expect(seen()).toContain('On the login page: This is not one of the values to choose from.')
  await choose('{\n  "sites": [],\n}')
  await vi.waitFor(() => expect(seen()).toContain('From line 3 on, the file is not JSON, or it was cut short there.'))
  await choose('')
  await vi.waitFor(() => expect(seen()).toContain('The file is not JSON, or was cut short.'))
  expect(stored()).toEqual(settings)
})

test('a file of five megabytes, and one of a newer Latchkey, are refused in a sentence that says what to do, and nothing is lost', async () => {
  world.local['settings'] = settings
  await open()
  await choose(JSON.stringify({ version: 1, sites: [{ ...site, name: 'x'.repeat(5_000_000) }] }))
  await vi.waitFor(() =>
    expect(seen()).toContain('The file is larger than 2 MB, which settings of Latchkey never are. Perhaps it is another file.'),
  )
  await choose({ ...settings, version: 99 })
  await vi.waitFor(() => expect(seen()).toContain('written by a newer version of Latchkey. Update Latchkey to use all of them.'))
  expect(seen()).toContain('Nothing was imported')
  expect(stored()).toEqual(settings)
})

test('an import gives back the hosts of sites that it takes out, and of no other', async () => {
  const [kept, policys, gone] = ['https://wiki.acme.com/', 'https://policy.acme.com/', 'https://gone.acme.com/']
  const hosts = [kept, policys, gone].map((address) => `${address}*`)
  const sites = [site, { baseUrl: policys }, { baseUrl: gone }]
  Object.assign(world, { local: { settings: { ...settings, sites } }, managed: { sites: [{ baseUrl: policys }] }, granted: hosts })
  await open()
  await choose({ version: 1, sites: [{ baseUrl: kept }] })
  await press('Import these settings')
  await vi.waitFor(() => expect(world.granted).toEqual(hosts.slice(0, 2)))
  expect(stored()?.sites).toEqual([{ baseUrl: kept }])
})

test('whoever was asked and goes on stands where the question was: the keyboard loses no place', async () => {
  world.local['settings'] = settings
  await open()
  for (const [button, section] of [
    ['Remove', '#sites'],
    ['Reset everything', '#backup'],
  ] as const) {
    const part = document.querySelector(section) as HTMLElement
    await press(button, part)
    await press('Keep', part)
    await vi.waitFor(() => expect(part.textContent).not.toContain('Keep'))
    expect(document.activeElement?.textContent).toBe(button)
  }
  for (const answer of ['Leave everything as it is', 'Import these settings']) {
    await choose({ version: 1, sites: [{ ...site, name: 'Wiki' }], providers: [provider] })
    await press(answer)
    await vi.waitFor(() => expect(seen()).not.toContain('The file would change'))
    expect(document.activeElement?.id).toBe('backup-title')
  }
})

test('everything is reset after one question, the hosts are given back, and it comes back by Undo', async () => {
  Object.assign(world, { local: { settings }, granted: ['https://wiki.acme.com/*'] })
  await open()
  await press('Reset everything')
  await vi.waitFor(() => expect(seen()).toContain('Remove all your own settings?'))
  await press('Reset everything')
  await vi.waitFor(() => expect(stored()).toEqual({}))
  await vi.waitFor(() => expect(world.granted).toEqual([]))
  await press('Undo')
  await vi.waitFor(() => expect(stored()).toEqual(settings))
})
