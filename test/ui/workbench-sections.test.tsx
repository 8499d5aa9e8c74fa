// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keptSubject } from '../../src/claims/kept'
import { reportOf } from '../../src/workbench/export/report'
import { Workbench } from '../../src/workbench/Workbench'
import { jwt, part } from '../session/unsigned'
import { browser, reset, world } from './fake-browser'
import { says, seen } from './on-page'
import { session, settings, site } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))
const shelf = vi.hoisted(() => ({ kept: [] as unknown[] }))
vi.mock('../../src/platform/kept-store', () => ({
  readKept: async () => shelf.kept,
  keep: async (one: unknown) => void shelf.kept.push(structuredClone(one)),
  forgetKept: async (id: string) => {
    shelf.kept = shelf.kept.filter((one) => (one as { id: string }).id !== id)
  },
}))

const clipboard = vi.fn(async () => undefined)
afterEach(() => render(null, document.body))
beforeEach(() => {
  reset()
  shelf.kept = []
  clipboard.mockClear()
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: clipboard }, configurable: true })
  world.ownTab = { id: 3 }
})

const ann = { 'cognito:username': 'ann.archer', sub: 'f3c0-77', 'cognito:groups': ['dev', 'Ops'], email_verified: true }
const named = (selector: string, name: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].find((one) => (one.getAttribute('aria-label') ?? one.textContent)?.trim() === name)
const press = async (name: string) => {
  await vi.waitFor(() => expect(named('button', name)).toBeDefined())
  named('button', name)?.click()
}
const field = (label: string) => {
  const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label)
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement
}
const choose = async (label: string, value: string) => {
  await vi.waitFor(() => expect(field(label)).toBeTruthy())
  field(label).value = value
  field(label).dispatchEvent(new Event(field(label).tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
}
const tick = async (label: string) => {
  await vi.waitFor(() => expect(field(label)).toBeTruthy())
  field(label).click()
}
const copied = () => clipboard.mock.calls.at(-1)?.at(0) as string | undefined

async function open(section: string, claims: object = ann, stored: object = settings): Promise<void> {
  location.hash = `#${section}`
  const account = session({ ...claims })
  const tokens = { idToken: jwt(account.claims), accessToken: jwt({ token_use: 'access', scope: 'openid' }) }
  Object.assign(world, { local: { settings: stored }, session: { 'accounts:acme': [{ ...account, ...tokens }] } })
  render(<Workbench />, document.body)
  await says('signed in at acme')
}

describe('claims', () => {
  test('a claim opens to all that is known of it', async () => {
    await open('claims')
    await press('cognito:groups')
    await says('In the field for groups')
    expect(seen()).toContain('list, entries: 2')
    expect(seen()).toContain('not there')
    expect(seen(), 'beside buttons that copy a value, this one says what it copies').toContain('Copy the claim cognito:groups as JSON')
    named('button', 'Copy the claim cognito:groups as JSON')?.click()
    expect(JSON.parse(copied() ?? '')).toEqual({ 'cognito:groups': ['dev', 'Ops'] })
  })

  test('arrow keys go from claim to claim, and the Tab key stops at one only', async () => {
    await open('claims')
    const doors = [...document.querySelectorAll<HTMLElement>('.disclose')]
    const stops = () => doors.filter(({ tabIndex }) => tabIndex === 0)
    expect(stops()).toEqual([doors[0]])
    const key = (name: string) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }))
    doors[0]?.focus()
    key('ArrowDown')
    await vi.waitFor(() => expect(stops()).toEqual([doors[1]]))
    key('End')
    await vi.waitFor(() => expect(stops()).toEqual([doors.at(-1)]))
    key('ArrowDown')
    expect(document.activeElement).toBe(doors.at(-1))
    key('Home')
    await vi.waitFor(() => expect(stops()).toEqual([doors[0]]))
  })

  test('what is found depends on the mapping of the site at hand', async () => {
    const sub = '3f1c2a9e-0c5b-4e57-9d0e-6a2b8f7d1c44'
    await open('claims', { ...ann, sub }, { ...settings, sites: [{ ...site, ssoApp: 'atlassian' }] })
    await says(`The user name ${sub} is an id`)
  })

  test('where something is mended is told by Cognito’s console, and of another provider without it', async () => {
    const inNone = { 'cognito:groups': [] }
    const awsConsole = 'AWS console › Cognito › user pool › Groups'
    await open('claims', inNone)
    await says(awsConsole)
    render(null, document.body)
    await open('claims', inNone, { ...settings, providers: [{ id: 'acme', kind: 'oidc', clientId: '7abc' }] })
    await says('At the identity provider: the user’s groups')
    expect(seen()).not.toContain('AWS')
    location.hash = '#export'
    await press('Copy this text')
    expect(copied()).toContain('At the identity provider: the user’s groups')
    location.hash = '#paste'
    const paste = (iss: string) => choose('ID token, access token, or any text that has them in it', jwt({ iss, name: 'Bob Brown' }))
    await paste('https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Elsewhere')
    location.hash = '#claims'
    await says(awsConsole)
    location.hash = '#paste'
    await paste('https://idp.example')
    location.hash = '#claims'
    await says('At the identity provider: the user’s groups')
  })

  test('a finding leads to its claim', async () => {
    await open('claims')
    await press('Show the claim')
    await vi.waitFor(() => expect(document.querySelectorAll('.disclose')).toHaveLength(1))
    expect(field('Search claims').value).toBe('cognito:groups')
  })

  test('a claim is marked as a warning only where one is found', async () => {
    const marks = (claim: string) => document.querySelector(`.entries th[abbr="${claim}"]`)?.closest('tr')?.querySelector('.mark-of')
    const note = { ...ann, 'cognito:groups': ['eu-west-1_AbCdEf123_Google'] }
    await open('claims', note)
    await vi.waitFor(() => expect(marks('cognito:groups')?.textContent).toBe('worth a look: 1'))
    expect(marks('cognito:groups')?.classList).not.toContain('warning')
    render(null, document.body)
    await open('claims')
    await vi.waitFor(() => expect(marks('cognito:groups')?.classList).toContain('warning'))
  })

  test('a finding about a claim that is not there leads nowhere', async () => {
    await open('claims', ann, { ...settings, sites: [{ ...site, mapping: { groups: { attribute: 'teams' } } }] })
    await says('The group mapping reads teams, which is not there')
    expect(seen()).not.toContain('Show the claim')
  })

  test('claims are sifted by source, by what is found, and sorted', async () => {
    await open('claims')
    const names = () => [...document.querySelectorAll('.disclose')].map(({ textContent }) => textContent)
    await choose('Found in', 'access')
    await vi.waitFor(() => expect(names()).toEqual(['scope', 'token_use']))
    await choose('Found in', 'all')
    await choose('Order', 'name')
    await vi.waitFor(() => expect(names()).toEqual([...names()].sort()))
    await choose('Show', 'findings')
    await vi.waitFor(() => expect(names()).toEqual(['cognito:groups']))
  })

  test('a number that a browser cannot show as the token writes it is told as it stands there', async () => {
    const payload = Buffer.from('{"sub":"f3c0-77","custom:id":12345678901234567890}').toString('base64url')
    const account = {
      ...session({ 'custom:id': Number('12345678901234567890') }),
      idToken: `${part({ alg: 'RS256' })}.${payload}.c2lnbmF0dXJl`,
    }
    location.hash = '#claims'
    Object.assign(world, { local: { settings }, session: { 'accounts:acme': [account] } })
    render(<Workbench />, document.body)
    await says('custom:id has 12345678901234567890 as a number')
    await press('Copy value of custom:id')
    expect(copied()).toBe('12345678901234567890')
    named('.disclose', 'custom:id')?.click()
    await press('Copy custom:id as it stands in: ID token')
    expect(copied()).toBe('12345678901234567890')
    await press('Copy the claim custom:id as JSON')
    expect(copied()).toBe('{\n  "custom:id": 12345678901234567890\n}')
    location.hash = '#export'
    for (const format of ['json', 'csv', 'markdown']) {
      await choose('Export as', format)
      if (format === 'json') await tick('With names, ids and addresses')
      await press('Copy this text')
      await vi.waitFor(() => expect(copied(), format).toContain('12345678901234567890'))
    }
    await tick('With names, ids and addresses')
    await press('Copy this text')
    await vi.waitFor(() => expect(copied()).not.toContain('123456789012345'))
  })

  test('an organisation that has switched export off leaves names to be copied, and no values', async () => {
    await open('claims', ann, { ...settings, features: { export: false } })
    expect(named('button', 'Copy cognito:username')).toBeDefined()
    expect(named('button', 'Copy value of cognito:username')).toBeUndefined()
    expect(seen()).not.toContain('Export and report')
  })

  test('a thousand claims are all there in the end, and after a search come back bit by bit', async () => {
    const rows = () => document.querySelectorAll('.disclose').length
    await open('claims', Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`claim-${index}`, 'x'])))
    await vi.waitFor(() => expect(rows()).toBeGreaterThan(1000), 60_000)
    await choose('Search claims', 'claim-999')
    await vi.waitFor(() => expect(rows()).toBe(1))
    const drawn: number[] = []
    const watch = new MutationObserver(() => drawn.push(rows()))
    watch.observe(document.body, { childList: true, subtree: true })
    await choose('Search claims', '')
    await vi.waitFor(() => expect(rows()).toBeGreaterThan(1000), 60_000)
    watch.disconnect()
    expect(drawn[0]).toBeLessThan(500)
  })
})

describe('pasting', () => {
  const paste = (text: string) => choose('ID token, access token, or any text that has them in it', text)

  test('a token is read at once, and the field is empty again', async () => {
    await open('paste')
    await paste(`id_token=${jwt({ name: 'Bob Brown', aud: 'app1', iss: 'https://elsewhere.example' })}`)
    await says('Bob Brown: ID token')
    expect(field('ID token, access token, or any text that has them in it').value).toBe('')
    expect(seen()).toContain('Issued to the app client app1')
    expect(seen()).toContain('Header of the token (ID token): {"alg":"RS256","kid":"k"}')
    expect(seen()).toContain('https://elsewhere.example issued it, which is none of your identity providers')
    expect([...document.querySelectorAll('.claims tbody th')].map((name) => name.getAttribute('abbr'))).toEqual(['name', 'iss', 'aud'])
    await press('Forget it')
    await vi.waitFor(() => expect(seen()).not.toContain('Bob Brown'))
  })

  test('how a token says that it was signed stands with its checks, whoever it came from', async () => {
    await open('checks')
    await says('Header of the token (ID token): {"alg":"RS256","kid":"k"}')
    expect(seen()).toContain('Header of the token (Access token)')
    location.hash = '#paste'
    await paste(jwt({ name: 'Bob Brown', token_use: 'access' }))
    location.hash = '#checks'
    await vi.waitFor(() => expect(seen()).not.toContain('Header of the token (ID token)'))
    expect(seen()).toContain('Header of the token (Access token)')
  })

  test('what is no token is told, and stays to be mended', async () => {
    await open('paste')
    await paste('hello')
    await says('There is no token in it')
  })

  test('beside its claims stands that nobody vouches for them, and nothing of Latchkey’s own app client', async () => {
    await open('claims')
    const own = 'These are the claims of Latchkey’s own app client'
    await says(own)
    location.hash = '#paste'
    await vi.waitFor(() => expect(document.querySelector('h2')?.textContent).toBe('Paste a token'))
    await paste(jwt({ name: 'Bob Brown', aud: 'app1', iss: 'https://elsewhere.example', exp: 4102444800 }))
    location.hash = '#claims'
    await vi.waitFor(() => expect(document.querySelector('.validity .badge')?.textContent).toBe('Unverified'))
    expect(seen()).not.toContain('Signed in until')
    expect(seen()).not.toContain(own)
    location.hash = '#export'
    await says('Export and report')
    await press('Copy this text')
    expect(copied()).toContain('Nothing was verified of these claims')
  })

  test('an access token that was pasted for an ID token is told apart', async () => {
    await open('paste')
    await paste(jwt({ username: 'bob', token_use: 'access', scope: 'email' }))
    await says('bob: Access token')
    location.hash = '#claims'
    await says('“openid” is not among its scopes')
  })

  test('one that has run out is told of where it was pasted and among its claims; of a sign-in it is told until when it held', async () => {
    const stale = { name: 'Bob Brown', exp: Date.now() / 1000 - 86_400 }
    await open('claims', { ...ann, ...stale })
    expect(seen()).not.toContain('This token has run out')
    location.hash = '#paste'
    await vi.waitFor(() => expect(document.querySelector('h2')?.textContent).toBe('Paste a token'))
    await paste(jwt(stale))
    await says('Bob Brown: ID token')
    expect(document.querySelector('.finding summary')?.textContent).toContain('This token has run out')
    location.hash = '#claims'
    await says('Have the person sign in anew')
  })

  test('it stays when storage cannot be read any more, and it is said that the rest is as it was', async () => {
    await open('paste')
    await paste(jwt({ name: 'Bob Brown', aud: 'app1', iss: 'https://elsewhere.example' }))
    await says('Bob Brown: ID token')
    world.isBroken = true
    await browser.storage.session.remove('accounts:acme')
    await says('Settings and sign-ins could not be read')
    expect(seen()).toContain('Bob Brown: ID token')
    expect(seen()).toContain('signed in at acme')
    world.isBroken = false
    await press('Try again')
    await vi.waitFor(() => expect(seen()).not.toContain('signed in at acme'))
    expect(seen()).not.toContain('could not be read')
    expect(seen()).toContain('Bob Brown: ID token')
  })

  test('it is not there where the organisation has switched it off, whatever the address says', async () => {
    await open('paste', ann, { ...settings, features: { pasteToken: false } })
    expect(seen()).not.toContain('Paste a token')
    expect(document.querySelector('h2')?.textContent).toBe('Claims')
  })
})

describe('comparing', () => {
  test('somebody is kept, redacted, and compared with whoever is signed in', async () => {
    await open('compare')
    await choose('Keep this person, redacted, as', 'Ann')
    await press('Keep')
    await says('Kept: 1')
    const written = JSON.stringify(shelf.kept)
    for (const secret of ['ann.archer', 'Archer', 'f3c0', jwt(session(ann).claims)]) expect(written).not.toContain(secret)
    render(null, document.body)
    await open('compare', { ...ann, 'cognito:username': 'bob.b', 'cognito:groups': ['dev', 'wiki'] })
    await says('Only Ann')
    const who = [...document.querySelectorAll('.who-has > div')].map(({ textContent }) => textContent)
    expect(who).toEqual(['Only Ann Archerwiki', 'Only AnnOps', 'Bothdev'])
    expect(seen()).toContain('values are hidden on both sides')
    expect(document.querySelectorAll('.pickers .picker')).toHaveLength(4)
    await press('Remove Ann')
    await vi.waitFor(() => expect(seen()).not.toContain('Only Ann'))
  })

  test('whoever removes kept people by keyboard is at the list’s heading, and after the last at the field that keeps one', async () => {
    await open('compare')
    for (const name of ['Ann', 'Bob']) {
      await choose('Keep this person, redacted, as', name)
      await press('Keep')
      await vi.waitFor(() => expect(named('button', `Remove ${name}`)).toBeDefined())
    }
    await says('Kept: 2')
    const remove = async (name: string) => {
      named('button', name)?.focus()
      await press(name)
    }
    await remove('Remove Ann')
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Kept: 1'))
    await remove('Remove Bob')
    await vi.waitFor(() => expect(document.activeElement).toBe(field('Keep this person, redacted, as')))
  })

  test('a list that one of them alone has, or that is hidden, shows its entries', async () => {
    await open('compare', { ...ann, groups: ['dev', 'Ops'], 'cognito:roles': ['arn:1', 'arn:22'] })
    await choose('Keep this person, redacted, as', 'Ann')
    await press('Keep')
    await says('Kept: 1')
    render(null, document.body)
    await open('compare', { ...ann, 'cognito:roles': ['arn:1', 'arn:22'] })
    await tick('Show what is the same too')
    const entriesOf = (claim: string) =>
      [...(document.querySelector(`.comparisons th[abbr="${claim}"]`)?.closest('tr')?.querySelectorAll('.entry-list') ?? [])].map((list) =>
        [...list.querySelectorAll('li')].map(({ textContent }) => textContent),
      )
    await vi.waitFor(() => expect(entriesOf('groups')).toEqual([['dev', 'Ops']]))
    const hidden = ['xxx:9', 'xxx:99']
    await vi.waitFor(() => expect(entriesOf('cognito:roles')).toEqual([hidden, hidden]))
  })

  test('a value that fills a page is folded', async () => {
    await open('compare', { ...ann, 'custom:certificate': 'x'.repeat(5000) })
    await choose('Keep this person, redacted, as', 'Ann')
    await press('Keep')
    await tick('Show what is the same too')
    await vi.waitFor(() => expect(document.querySelectorAll('.comparisons code.folded')).toHaveLength(2))
  })
})

test('two people of whom nothing differs are no empty table', async () => {
  await open('compare')
  await choose('Keep this person, redacted, as', 'Ann')
  await press('Keep')
  await vi.waitFor(() => expect(seen()).toMatch(/0 of \d claims differ/))
  expect(document.querySelector('.comparisons')).toBeNull()
  await tick('Show what is the same too')
  await vi.waitFor(() => expect(document.querySelector('.comparisons tbody tr')).not.toBeNull())
})

describe('taking claims away', () => {
  test.each(['report', 'json', 'markdown', 'csv'])('as %s, hidden unless somebody says otherwise', async (format) => {
    await open('export')
    await choose('Export as', format)
    await press('Copy this text')
    for (const secret of ['ann.archer', 'Archer', 'f3c0', jwt(session(ann).claims)]) expect(copied()).not.toContain(secret)
    expect(copied()).toContain('acme.example')
    expect(copied()).toContain('Ops')
    await tick('Hide groups too')
    await press('Copy this text')
    await vi.waitFor(() => expect(copied()).not.toContain('Ops'))
  })

  test('with names, when that is asked for', async () => {
    await open('export')
    await choose('Export as', 'json')
    await tick('With names, ids and addresses')
    await says('Nothing is hidden')
    await press('Copy this text')
    expect(JSON.parse(copied() ?? '').id).toMatchObject({ 'cognito:username': 'ann.archer' })
  })

  test.each([
    ['csv', 0xef, 'latchkey-csv.csv'],
    ['markdown', 0x7c, 'latchkey-markdown.md'],
  ])('%s as a file that spreadsheets and editors read as UTF-8', async (format, firstByte, name) => {
    const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    await open('export', { ...ann, nickname: 'Käthe' })
    await choose('Export as', format)
    await says('Names, ids and addresses are hidden')
    await press('Save as a file')
    const [file] = saved.mock.lastCall ?? []
    const bytes = new Uint8Array(await (file as Blob).arrayBuffer())
    expect(bytes[0]).toBe(firstByte)
    expect((clicked.mock.contexts.at(-1) as HTMLAnchorElement).download).toBe(name)
    await press('Copy this text')
    expect(copied()?.charCodeAt(0), 'what is pasted has no mark').not.toBe(0xfeff)
    vi.restoreAllMocks()
  })

  test('whoever is looked at next is hidden again, and so is the way to their tokens', async () => {
    await open('export')
    await choose('Export as', 'json')
    await tick('With names, ids and addresses')
    await tick('I know, and want to copy one')
    await says('Nothing is hidden')
    const bob = { ...session({ sub: 'bob-1', name: 'Bob Brown' }), idToken: jwt({ name: 'Bob Brown' }) }
    await browser.storage.session.set({ 'accounts:acme': [bob, { ...session(ann), idToken: jwt(ann) }] })
    await vi.waitFor(() => expect(field('Person').tagName).toBe('SELECT'))
    await choose('Person', 'session:acme:bob-1')
    await vi.waitFor(() => expect(seen()).not.toContain('Nothing is hidden'))
    expect(named('button', 'Copy ID token')).toBeUndefined()
  })

  test('a token itself only after a step that nobody takes by mistake', async () => {
    await open('export')
    expect(named('button', 'Copy ID token')).toBeUndefined()
    await tick('I know, and want to copy one')
    await press('Copy ID token')
    expect(copied()).toBe(jwt(session(ann).claims))
  })

  test('the report has the decisions on the site, the checks and the findings', async () => {
    const entry = {
      at: 0,
      tabId: 1,
      address: `${site.baseUrl}login.action`,
      decision: { act: 'stay', because: { code: 'backdoor', detail: 'oauth_sso=false' } },
    }
    location.hash = '#export'
    Object.assign(world, {
      local: { settings },
      session: { 'accounts:acme': [session(ann)], journal: [entry, { ...entry, address: 'https://other.example/login.action' }] },
    })
    render(<Workbench />, document.body)
    await press('Copy this text')
    expect(copied()).toContain('backdoor parameter oauth_sso=false')
    expect(copied()).not.toContain('other.example')
    expect(copied()).toContain('Upper case in the names of groups: Ops')
  })

  test('a report quotes no check that compares what is secret', () => {
    const check = (name: string) => ({ name, passed: false, wanted: 'SECRET', found: 'SECRET' })
    const parts = { version: '1', browser: 'x', at: 'now', journal: [], findings: [], entries: [] }
    for (const name of ['sub', 'userinfo_sub', 'nonce', 'at_hash', 'keys'])
      expect(reportOf({ ...parts, verification: { verified: false, checks: [check(name)] } }), name).not.toContain('SECRET')
    expect(reportOf({ ...parts, verification: { verified: false, checks: [check('iss')] } })).toContain('SECRET')
  })
})

test('whatever stands in a report is text: Markdown makes neither signs nor letters of it', () => {
  const finding = { code: 'groups-elsewhere', claim: 'a&lt;b', values: ['~~x~~', '<b>', '![x](y)', '_x_', 'x_y'] } as const
  const text = reportOf({ version: '1', browser: 'x', at: 'now', journal: [], findings: [finding], entries: [] })
  expect(text).toContain('a\\&lt;b')
  for (const shown of ['\\~\\~x\\~\\~', '\\<b\\>', '!\\[x\\](y)', '\\_x\\_', 'x_y']) expect(text).toContain(shown)
})

test('whoever was kept has the findings of then, since redacted claims tell no more', () => {
  const finding = { code: 'email-missing', claim: 'email', values: [] } as const
  expect(keptSubject({ id: '1', label: 'Ann', at: 1, sources: {}, redaction: { groups: [] }, findings: [finding] }).findings).toEqual([
    finding,
  ])
})
