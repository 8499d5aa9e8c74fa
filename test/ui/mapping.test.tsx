// @vitest-environment happy-dom
import { options, render } from 'preact'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Kept } from '../../src/claims/kept'
import { javaMatch } from '../../src/mapping/matcher'
import type { Job } from '../../src/platform/judging'
import { speak } from '../../src/platform/language'
import { semanticsOf } from '../../src/sso-apps/mapping'
import { Boundary } from '../../src/ui/Boundary'
import { cautionInWords } from '../../src/workbench/mapping/caution-words'
import { refusalInWords } from '../../src/workbench/mapping/refusal-words'
import {
  becauseInWords,
  changeInWords,
  nearInWords,
  outcomeInWords,
  ruleInWords,
  takenInWords,
} from '../../src/workbench/mapping/verdict-words'
import { Workbench } from '../../src/workbench/Workbench'
import { cases as atlassian } from '../mapping/cases/atlassian'
import { verdictOf } from '../mapping/cases/case'
import { cases as onTheFly } from '../mapping/cases/miniorange-on-the-fly'
import { cases as profile } from '../mapping/cases/miniorange-profile'
import { cases as rules } from '../mapping/cases/miniorange-rules'
import { browser, reset, servesLanguages, world } from './fake-browser'
import { says, seen } from './on-page'
import { session, settings, site } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))
// No threads in this test's document.
vi.mock('../../src/platform/judging', () => ({
  judge: async (jobs: readonly Job[]) => jobs.map(({ ssoApp, input }) => semanticsOf(ssoApp).judge(input, javaMatch())),
}))

const lookInto = vi.hoisted(() => vi.fn())
vi.mock('../../src/platform/directory', () => ({ lookInto }))
const shelf = vi.hoisted(() => ({ kept: [] as Kept[] }))
vi.mock('../../src/platform/kept-store', () => ({ readKept: async () => shelf.kept }))

const mapping = { username: 'cognito:username', email: 'email', fullName: 'name' }
const withMapping = (more: object, ssoApp = 'miniorange') => ({
  ...settings,
  sites: [{ ...site, ssoApp, mapping: { ...mapping, ...more } }],
})

afterEach(() => render(null, document.body))
beforeEach(() => {
  reset()
  shelf.kept = []
  lookInto.mockReset()
  location.hash = '#mapping'
  world.ownTab = { id: 3 }
  world.tab = { id: 3, url: 'chrome-extension://latchkey/src/workbench/index.html' }
  world.session = { 'accounts:acme': [session({ 'cognito:username': 'ann' })] }
})

function open(more: object = {}, managed: object = {}, ssoApp?: string): void {
  Object.assign(world, { local: { settings: withMapping(more, ssoApp) }, managed })
  render(
    <Boundary>
      <Workbench />
    </Boundary>,
    document.body,
  )
}
const named = (name: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent === name || one.getAttribute('aria-label') === name)
const press = (name: string) => vi.waitFor(() => (named(name) ?? expect.fail(name)).click())
const storedMapping = () => (world.local['settings'] as { sites: { mapping: Record<string, unknown> }[] }).sites[0]?.mapping

test('one click makes a rule of a group of the token, saves it, and can be taken back', async () => {
  open()
  await says('Ann')
  await press('Make a rule for dev')
  await says('rule 1: dev is in the token')
  expect(storedMapping()).toMatchObject({ groups: { rules: [{ confluenceGroup: 'dev', when: 'dev' }] } })
  await press('Undo')
  await vi.waitFor(() => expect(storedMapping()).toEqual(mapping))
})

test('whoever begins with nothing fills in what is usual with a click, and takes it back with another', async () => {
  open({ username: '', email: '', fullName: '' })
  await says('Neither a user name nor an e-mail address came.')
  await press('Fill in cognito:username, email, and name')
  await says('ann is created')
  expect(storedMapping()).toEqual(mapping)
  expect(seen()).not.toContain('Fill in')
  await press('Undo')
  await says('Neither a user name nor an e-mail address came.')
  expect(named('Fill in cognito:username, email, and name')).toBeDefined()
})

test('an address that is to be the user name as well is named once in what a click fills in', async () => {
  world.session = { 'accounts:acme': [session({ 'cognito:username': 'Google_123456' })] }
  open({ username: '', email: '', fullName: '' })
  await vi.waitFor(() => expect(named('Fill in email and name')).toBeDefined())
})

test('an account is looked for by what the token has, and by nothing else', async () => {
  open()
  await says('Looked for by user name: ann')
  render(null, document.body)
  open({ username: '', email: '' })
  await says('Neither a user name nor an e-mail address came.')
  expect(seen()).not.toContain('Looked for by')
})

test('of many groups of the token the first few are shown, and all on request', async () => {
  const groups = Array.from({ length: 130 }, (_, index) => `team-${index}`)
  world.session = { 'accounts:acme': [session({ 'cognito:username': 'ann', 'cognito:groups': groups })] }
  open()
  await says('team-0')
  expect(document.querySelectorAll('.received li').length).toBeLessThan(30)
  await press('Show all 130')
  await press('Make a rule for team-129')
  await says('rule 1: team-129 is in the token')
})

test('what to watch is said before the groups, of which there may be hundreds', async () => {
  open({ fullName: '', groups: { mode: 'on-the-fly' } })
  await says('Worth knowing')
  const [caution, group] = ['.verdict .cautions', '.verdict .memberships'].map((part) => document.querySelector(part) as Element)
  expect((group as Element).compareDocumentPosition(caution as Element)).toBe(Node.DOCUMENT_POSITION_PRECEDING)
})

test('of many groups in Confluence the first are shown, and all on request', async () => {
  const groups = Array.from({ length: 130 }, (_, index) => `team-${index}`)
  world.session = { 'accounts:acme': [session({ 'cognito:username': 'ann', 'cognito:groups': groups })] }
  open({ groups: { rules: groups.map((group) => ({ confluenceGroup: group, when: group })) } })
  const lines = () => document.querySelectorAll('.memberships tbody tr').length
  await vi.waitFor(() => expect(lines()).toBe(100))
  const more = () => document.querySelector<HTMLElement>('.memberships button')
  // Everybody is in the default group as well.
  expect(more()?.textContent).toBe('Show all 131')
  more()?.click()
  await vi.waitFor(() => expect(lines()).toBe(131))
})

test('a rule that nearly fits says how it differs, and is mended with a click', async () => {
  open({ groups: { rules: [{ confluenceGroup: 'developers', when: 'sales; dev', since: 'a newer Latchkey' }] } })
  await says('“ dev” differs from “dev” in white space alone')
  await press('Use dev')
  await says('Fits: dev')
  expect(storedMapping()).toMatchObject({ groups: { rules: [{ when: 'sales;dev', since: 'a newer Latchkey' }] } })
})

test('a rule carries the number by which the verdict speaks of it', async () => {
  const rules = ['sales', 'dev'].map((when) => ({ confluenceGroup: `${when}-team`, when }))
  open({ groups: { rules } })
  await says('rule 2: dev is in the token')
  const numbers = [...document.querySelectorAll('.rule')].map(({ firstChild }) => firstChild?.textContent)
  expect(numbers).toEqual(['Rule 1', 'Rule 2'])
})

test('what belongs to a kind of group mapping stands below the choice of it, and default groups come last, as in the set-up guide', async () => {
  const below = () =>
    [...document.querySelectorAll('.editor .group:last-child .field')].map((field) =>
      field.querySelector('legend, label')?.textContent.replace('One per line', '').trim(),
    )
  open({ groups: { mode: 'on-the-fly', filter: 'contains', keepExisting: false } })
  await vi.waitFor(() => expect(below().indexOf('Kind of mapping')).toBe(2))
  expect(below().slice(3)).toEqual([
    'Only people with a mapped group',
    'Take only groups whose name',
    'Text of the filter',
    'Group name pattern',
    'Create missing groups',
    'Keep groups that users are in',
    'Groups never taken away',
    'Default groups',
    'Default groups are for',
  ])
})

test('an attribute whose prefix was left out is found, and put right with a click', async () => {
  world.session = { 'accounts:acme': [session({ 'cognito:username': 'ann', 'custom:department': 'it' })] }
  open({ username: 'department' })
  await says('department did not come')
  await press('Use custom:department')
  await says('from custom:department')
  expect(storedMapping()).toMatchObject({ username: 'custom:department' })
  await vi.waitFor(() => expect(named('Use custom:department')).toBeUndefined())
})

test('a user name that userInfo tells the built-in SSO is not one that did not come', async () => {
  const told = { ...session({ 'cognito:username': 'ann' }), userInfo: { sub: 'x', username: 'ann' } }
  world.session = { 'accounts:acme': [told] }
  open({ username: '${username}' }, {}, 'atlassian')
  await says('from username')
  expect(named('Use ${cognito:username}')).toBeUndefined()
})

test('whoever types draws anew only the rules of which something changes: there may be a thousand', async () => {
  const groups = Array.from({ length: 30 }, (_, index) => `team-${index}`)
  world.session = { 'accounts:acme': [session({ 'cognito:username': 'ann', 'cognito:groups': groups })] }
  open({ groups: { rules: groups.map((group) => ({ confluenceGroup: group, when: group })) } })
  await says('Fits: team-29')
  const drawn = drawnFields()
  const field = (name: string) => document.querySelector(`[aria-label="${name}"]`) as HTMLInputElement
  type(document.querySelector('.fields input[type=text]') as HTMLInputElement, 'sub')
  await says('from sub')
  expect(drawn()).toEqual([])
  type(field('Rule 7: Groups in the token, separated by ;'), 'team-6x')
  await says('Does not fit')
  expect(drawn()).toEqual(['Rule 7: Confluence group', 'Rule 7: Groups in the token, separated by ;'])
  await vi.waitFor(() => expect(storedMapping()).toMatchObject({ groups: { rules: { 6: { when: 'team-6x' } } } }))
  type(field('Rule 9: Confluence group'), 'nine')
  await vi.waitFor(() =>
    expect(storedMapping()).toMatchObject({ groups: { rules: { 6: { when: 'team-6x' }, 8: { confluenceGroup: 'nine' } } } }),
  )
})

test('rules, what they do, and who somebody becomes follow another language, and what was typed stays', async () => {
  servesLanguages()
  onTestFinished(async () => {
    vi.unstubAllGlobals()
    await speak('auto')
  })
  open({ groups: { rules: [{ confluenceGroup: 'developers', when: 'dev' }] } })
  await says('Fits: dev')
  const before = document.querySelector('.rule input')
  const labels = () => [...document.querySelectorAll('.rule input')].map((input) => input.getAttribute('aria-label'))
  const settings = {
    ...withMapping({ groups: { rules: [{ confluenceGroup: 'developers', when: 'dev' }] } }),
    appearance: { language: 'de' },
  }
  await browser.storage.local.set({ settings })
  await says('Passt: dev')
  expect(labels()).toEqual(['Regel 1: Gruppen im Token, getrennt durch ;', 'Regel 1: Confluence-Gruppe'])
  expect(document.querySelector('.rule input')).toBe(before)
  for (const words of ['ann wird in Confluence angelegt.', 'Regel 1: dev steht im Token']) expect(seen()).toContain(words)
})

function type(input: HTMLInputElement, text: string): void {
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Gives the labels of all fields that were drawn since it was asked last, each once. */
function drawnFields(): () => readonly string[] {
  const before = options.diffed
  const labels = new Set<string>()
  onTestFinished(() => {
    if (before) options.diffed = before
    else delete options.diffed
  })
  options.diffed = (vnode) => {
    const label = (vnode.props as { 'aria-label'?: string } | null)?.['aria-label']
    if (vnode.type === 'input' && label) labels.add(label)
    before?.(vnode)
  }
  return () => {
    const all = [...labels].sort()
    labels.clear()
    return all
  }
}

test('a rule at the beginning of its line is mended too, and one that asks for more says what the token has', async () => {
  open({ groups: { rules: [{ confluenceGroup: 'developers', when: ' dev ;/staff/ops' }] } })
  await says('“ops” is part of “/staff/ops”')
  await press('Use dev')
  await says('Fits: dev')
  expect(storedMapping()).toMatchObject({ groups: { rules: [{ when: 'dev;/staff/ops' }] } })
})

test('a group of the token for which only a rule without a Confluence group asks is not asked for twice', async () => {
  lookInto.mockResolvedValue({ as: 'admin', directory: { groups: ['confluence-users'], accounts: [] } })
  world.granted = ['https://wiki.acme.com/*']
  open({ groups: { rules: [{ confluenceGroup: 'nowhere', when: 'dev' }] } })
  await press('Ask Confluence')
  await says('Confluence has no such group')
  expect(named('Make a rule for ops')).toBeDefined()
  expect(named('Make a rule for dev')).toBeUndefined()
})

test('what is changed under “What if” is tried and not saved', async () => {
  open()
  await press('What if')
  await vi.waitFor(() => expect(seen()).toContain('cognito:groups One per line'))
  await press('Leave out cognito:username')
  await says('The token has no cognito:username, which is to be the user name.')
  await says('this is not what the token says')
  await press('As in the token')
  await says('is created in Confluence')
  expect(storedMapping()).toEqual(mapping)
})

test('what is still being typed stays in the verdict while something typed before it is saved', async () => {
  open()
  await says('from cognito:username')
  const type = (setting: string, text: string) => {
    const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === setting)
    const input = document.getElementById(label?.htmlFor ?? '') as HTMLInputElement
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    return () => input.dispatchEvent(new Event('change', { bubbles: true }))
  }
  const leave = type('User name', 'email')
  await says('from email')
  // Whoever goes on typing makes no pause, in which it would be saved, on however slow a machine.
  const typing = setInterval(() => type('User name pattern', '^.*?(?=@)'), 50)
  onTestFinished(() => clearInterval(typing))
  await says('cut from email by the pattern')
  leave()
  await vi.waitFor(() => expect(storedMapping()).toMatchObject({ username: 'email' }))
  expect(storedMapping()).not.toHaveProperty('usernamePattern')
  await says('User name saved')
  expect(seen()).toContain('cut from email by the pattern')
})

test('what is saved only after its site was removed elsewhere does not bring the site back', async () => {
  open()
  await vi.waitFor(() => expect(named('Make a rule for dev')).toBeDefined())
  world.local['settings'] = { ...settings, sites: [] }
  await press('Make a rule for dev')
  await vi.waitFor(() => expect(named('Make a rule for dev')).toBeUndefined())
  expect(world.local['settings']).toEqual({ ...settings, sites: [] })
})

test('a value of policy is shown locked', async () => {
  open({}, { sites: [{ baseUrl: site.baseUrl, mapping: { username: 'email' } }] })
  await says('from email')
  const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === 'User name')
  expect((document.getElementById(label?.htmlFor ?? '') as HTMLInputElement).disabled).toBe(true)
})

test('everybody at hand is judged, and the sheet can be printed, copied and saved', async () => {
  open()
  await press('Everybody')
  await says('created as')
  await press('Sheet')
  await says('Login/Create Confluence user account by')
  await says('Other versions: Login/Search Confluence user account by')
  await says('Other versions: Update Existing User Profile, ticked the other way round')
  for (const name of ['Print', 'Save as Markdown', 'Save as JSON']) expect(named(name), name).toBeDefined()
  expect(document.querySelector('.sheet .site')?.textContent).toBe(site.baseUrl)
})

test('what the SSO app’s form has besides is no part of the verdict nor of the sheet, and that is said', async () => {
  const extended = 'Phone, IM, Website, Position, Department, and Location'
  const writeText = vi.fn(async (_: string) => undefined)
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
  open()
  await says('No part of this verdict or its sheet')
  expect(seen()).toContain(extended)
  await press('Sheet')
  await press('Copy the sheet as Markdown')
  expect(writeText.mock.calls.at(-1)?.[0]).toContain(extended)
  render(null, document.body)
  open({}, {}, 'miniorange-saml')
  await says('Users with no IDP Groups')
  expect(seen()).not.toContain('Department')
  render(null, document.body)
  open({}, {}, 'atlassian')
  await says('How Atlassian')
  expect(seen()).not.toContain('No part of this verdict')
})

test('what was seen of an SSO app with Cognito may be otherwise with another provider, and that is said', async () => {
  const words = 'That was seen with Cognito'
  open()
  await says('How miniOrange')
  expect(seen()).not.toContain(words)
  render(null, document.body)
  open({}, { providers: [{ id: 'acme', kind: 'oidc' }] })
  await says(words)
})

test('of the rows of a field each copy button says what it copies', async () => {
  open({ groups: { rules: [{ confluenceGroup: 'writers', when: 'dev;ops' }], defaultGroups: ['staff', 'readers'] } })
  await press('Sheet')
  await vi.waitFor(() => expect(document.querySelector('.sheet .values')).not.toBeNull())
  const names = [...document.querySelectorAll('.sheet .values button')].map((button) => button.getAttribute('aria-label'))
  expect(names).toEqual(['Copy staff', 'Copy readers', 'Copy writers', 'Copy dev;ops'])
})

test('a field of the sheet that is none of the mapping’s leads to where it is set', async () => {
  open()
  await press('Sheet')
  const link = await vi.waitFor(() => document.querySelector<HTMLAnchorElement>('.sheet td a') ?? expect.fail('no link'))
  expect(link.closest('tr')?.textContent).toContain('Allowed Domains')
  expect(link.href).toMatch(/src\/options\/index\.html#providers$/)
})

test('of somebody who was kept no user name is told, and Confluence is not asked for one', async () => {
  const hidden = { 'cognito:username': 'xxx', name: 'Xxx', email: 'xxx@acme.com', 'cognito:groups': ['dev'] }
  shelf.kept = [{ id: '1', label: 'Bob', at: 1, sources: { id: hidden }, redaction: { groups: ['cognito:groups'] }, findings: [] }]
  lookInto.mockResolvedValue({ as: 'admin', directory: { groups: ['dev'], accounts: [] } })
  world.granted = ['https://wiki.acme.com/*']
  open()
  await press('Everybody')
  await says('created; the name is hidden')
  expect([...document.querySelectorAll('.team tbody th')].map(({ textContent }) => textContent)).toEqual([
    'Ann Archer, signed in at acme',
    'Bob, kept',
  ])
  const person = [...document.querySelectorAll('select')].find(({ options }) => [...options].some(({ value }) => value === 'kept:1'))
  Object.assign(person ?? expect.fail('no choice'), { value: 'kept:1' }).dispatchEvent(new Event('change', { bubbles: true }))
  await press('Ask Confluence')
  await vi.waitFor(() => expect(lookInto).toHaveBeenCalledWith(site.baseUrl, []))
})

test('whoever has made a group in Confluence since asks again', async () => {
  const accounts = [{ username: 'ann', exists: false }]
  lookInto.mockResolvedValue({ as: 'admin', directory: { groups: ['ops'], accounts } })
  world.granted = ['https://wiki.acme.com/*']
  open({ groups: { rules: [{ confluenceGroup: 'dev', when: 'dev' }] } })
  await press('Ask Confluence')
  await says('Confluence has no such group: nothing happens.')
  lookInto.mockResolvedValue({ as: 'admin', directory: { groups: ['ops', 'dev'], accounts } })
  await press('Ask again')
  await vi.waitFor(() => expect(seen()).not.toContain('Confluence has no such group'))
})

test('where nothing came by which an account could be looked for, nobody is asked whether there is one', async () => {
  open()
  await says('Assume that')
  render(null, document.body)
  open({ username: '', email: '' })
  await says('Neither a user name nor an e-mail address came.')
  expect(seen()).not.toContain('Assume that')
})

test('groups are added as a list for somebody who has none', async () => {
  open()
  await press('What if')
  const fieldOf = (label: string) => {
    const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(label))
    return document.getElementById(found?.htmlFor ?? '')
  }
  await press('Leave out cognito:groups')
  await vi.waitFor(() => expect(fieldOf('cognito:groups')).toBeNull())
  for (const [name, tag] of [
    ['cognito:groups', 'TEXTAREA'],
    ['nickname', 'INPUT'],
    ['email', 'INPUT'],
  ] as const) {
    Object.assign(fieldOf('Name of the claim') ?? expect.fail('no field'), { value: name }).dispatchEvent(
      new Event('input', { bubbles: true }),
    )
    await press('Add a claim')
    await vi.waitFor(() => expect(fieldOf(name)?.tagName).toBe(tag))
    await vi.waitFor(() => expect(document.activeElement, 'whoever adds a claim goes on to its value').toBe(fieldOf(name)))
  }
  expect((fieldOf('email') as HTMLInputElement).value, 'one that is there is as it was').toBe('ann@acme.example')
})

test('where a value came from is told where it came from anywhere', () => {
  expect(takenInWords({ value: 'ann', how: 'taken', from: 'email' })).toContain('email')
  expect(takenInWords({ value: 'everybody', how: 'taken' })).toBe('no attribute is set')
})

describe('a saved mapping', () => {
  const choose = async (text: string | Uint8Array<ArrayBuffer>) => {
    await press('Sheet')
    const input = await vi.waitFor(() => document.querySelector<HTMLInputElement>('input[type="file"]') ?? expect.fail('no input'))
    Object.defineProperty(input, 'files', { value: [new File([text], 'saved.json')] })
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }

  test('is read in whole', async () => {
    open()
    await choose('{"mapping": {"email": "mail", "groups": {"mode": "on-the-fly"}}}')
    await says('Mapping read from saved.json')
    expect(storedMapping()).toEqual({ ...mapping, email: 'mail', groups: { mode: 'on-the-fly' } })
  })

  test('is read as Windows’ editors save it too, and one that is no text is named', async () => {
    open()
    await choose(new Uint8Array(new Uint16Array([0xfeff, ...Buffer.from('{"mapping": {"email": "mail"}}')]).buffer))
    await says('Mapping read from saved.json')
    expect(storedMapping()).toEqual({ ...mapping, email: 'mail' })
    render(null, document.body)
    open()
    await choose(new Uint8Array([0x7b, 0xff, 0x7d]))
    await says('saved.json is no JSON')
  })

  test('with a bad value is not read at all, and it is said which', async () => {
    open()
    await choose('{"mapping": {"email": "mail", "matchBy": "phone"}}')
    await says('Nothing was taken from saved.json')
    await says('Find the user by')
    expect(storedMapping()).toEqual(mapping)
  })

  test('that is something else is named', async () => {
    open()
    await choose('hello')
    await says('saved.json is no JSON')
  })
})

test('an SSO app of which nothing is known is judged, and says that it is a guess', async () => {
  Object.assign(world, { local: { settings: { ...settings, sites: [{ ...site, ssoApp: 'kantega', mapping }] } } })
  render(<Workbench />, document.body)
  await says('Nobody has looked at how this SSO app maps')
})

test.each([
  ['miniorange', [...profile, ...rules, ...onTheFly]],
  ['atlassian', atlassian],
] as const)('%s: every verdict has words for all that it tells', (app, all) => {
  for (const one of all) {
    const verdict = verdictOf(app, one)
    const refusal = verdict.refusal && refusalInWords(verdict.refusal)
    const words = [
      outcomeInWords(verdict),
      ...(refusal ? [refusal.why, refusal.next] : []),
      ...verdict.cautions.map(cautionInWords),
      ...[verdict.username, verdict.email, verdict.name].map(takenInWords),
      ...verdict.memberships.flatMap((membership) => [changeInWords(membership), becauseInWords(membership.because)]),
      ...verdict.rules.flatMap((rule) => [ruleInWords(rule), ...rule.near.map(nearInWords)]),
    ]
    for (const text of words) expect(text, one.title).toMatch(/^(?!.*undefined).+/s)
  }
})

test('of everybody it is said in which groups they are, and that they are in none; of whoever is not let in nothing of the kind', async () => {
  const groups = { defaultGroups: [], rules: [{ confluenceGroup: 'writers', when: 'dev' }] }
  const people = [
    { sub: '1', 'cognito:username': 'ann' },
    { sub: '2', 'cognito:username': 'bob', 'cognito:groups': ['other'] },
    { sub: '3', 'cognito:groups': ['other'] },
  ]
  world.session = { 'accounts:acme': people.map((claims) => session(claims)) }
  open({ groups })
  await press('Everybody')
  await says('refused')
  const cells = [...document.querySelectorAll('.team tbody tr td:last-child')].map(({ textContent }) => textContent)
  expect(cells).toEqual(['writers', 'In no group.', ''])
})

test('whoever has an account may be in groups that nobody knows, and whoever is new is in none', async () => {
  world.session = { 'accounts:acme': [session({ 'cognito:username': 'ann', 'cognito:groups': ['other'] })] }
  open({ groups: { defaultGroups: [], rules: [{ confluenceGroup: 'writers', when: 'dev' }] } })
  await says('In no group.')
  ;[...document.querySelectorAll<HTMLInputElement>('input[name="assume"]')].at(-1)?.click()
  await says('In no group that can be named.')
  await says('Other groups that they are in stay.')
})
