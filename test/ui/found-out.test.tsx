// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Options } from '../../src/options/Options'
import { Popup } from '../../src/popup/Popup'
import { follow } from '../../src/popup/use-snapshot'
import type { Ending } from '../../src/setup/discover'
import type { Discovery } from '../../src/setup/discovery'
import { reset, world } from './fake-browser'
import { loginPage, settings, site } from './settings'

vi.mock('../../src/platform/browser', () => import('./fake-browser'))

const { ssoApp: _, ...auto } = site
const [loginOptions, getConfig] = ['rest/authconfig/1.0/login-options', 'plugins/servlet/oauth/getconfig']
const at = Date.now()
const choices = [1, 2].map((id) => ({
  name: `Provider ${id}`,
  start: `/confluence/plugins/servlet/external-login/${id}?authDest={destination}`,
}))
const several: Discovery = {
  at,
  asked: [{ path: loginOptions, ending: 'found' }],
  from: loginOptions,
  known: { ssoApp: 'atlassian', choices },
}
const off: Discovery = {
  at,
  asked: [{ path: getConfig, ending: 'found', fromPage: true }],
  from: getConfig,
  known: { ssoApp: 'miniorange', backdoor: null, buttonText: 'Use Acme login', serverRedirects: true },
}

afterEach(() => render(null, document.body))
beforeEach(() => {
  reset()
  world.granted = ['https://wiki.acme.com/*']
})

/** The block about a site that has these settings and of which this was found out. */
async function block(discovery: Discovery | undefined, own: object = auto, managed: object = {}): Promise<Element> {
  Object.assign(world, {
    managed,
    local: { settings: { ...settings, sites: [own] }, discovered: discovery ? { [site.baseUrl]: discovery } : {} },
  })
  render(<Options />, document.body)
  return vi.waitFor(() => {
    const found = document.querySelector('.found')
    if (!found || (discovery && !found.textContent?.includes('Asked'))) throw new Error('not yet')
    return found
  })
}
const facts = (found: Element) =>
  Object.fromEntries(
    [...found.querySelectorAll('.facts > div')].map((row) => [
      row.querySelector('dt')?.textContent,
      row.querySelector('dd')?.textContent?.trim(),
    ]),
  )
const button = (name: string) =>
  [...document.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name)
const stored = () => (world.local['settings'] as { sites: Record<string, unknown>[] }).sites[0]

test('what was found is shown point by point, with the answer that told it', async () => {
  const found = await block(off)
  expect(found.textContent).toContain(`miniOrange OAuth/OpenIDThis Confluence said so itself, asked from its login page: ${getConfig}`)
  expect(facts(found)).toEqual({
    'Start address': '/confluence/plugins/servlet/oauth/auth?return_to={destination} usual for this app',
    'Button text': 'Use Acme login',
    'Emergency way in': 'Switched off on the server',
    'Goes to sign-in by itself': 'Yes',
  })
})

test('what a login page showed is called that, and the rest is not made up', async () => {
  const found = await block({ at, asked: [], from: 'login-page', known: { ssoApp: 'kantega' } })
  expect(found.textContent).toContain('Kantega SSOSeen on its login page.')
  expect(facts(found)).toEqual({
    'Start address': 'Not told',
    'Button text': 'Not told',
    'Emergency way in': 'Not told',
    'Goes to sign-in by itself': 'Not told',
  })
})

test('settings that count in its place are named', async () => {
  const found = await block(off, { ...auto, ssoApp: 'custom', startUrl: '/sso', buttonText: 'Mine', backdoor: { parameter: 'plain' } })
  expect(found.textContent).toContain('Set below, and counts instead: SSO app, Start address, Button text, and Parameter.')
})

test('a site that was never asked says so, and is asked by its button', async () => {
  const found = await block(undefined)
  expect(found.textContent).toContain('has not been asked yet')
  button('Ask again')?.click()
  await vi.waitFor(() => expect(world.asked).toContainEqual({ verb: 'askSite', input: [site.baseUrl] }))
})

test.each<[Ending, string]>([
  ['another-app', 'not as this SSO app does'],
  ['switched-off', 'switched off or not set up'],
  ['forbidden', 'Refused (403).'],
  ['not-there', 'no such page (404)'],
  ['html', 'a web page in place of data'],
  ['not-json', 'cannot read'],
  ['empty', 'without a valid licence'],
  ['too-large', 'more than 1 MiB'],
  ['too-slow', 'ten seconds'],
  ['no-connection', 'offline'],
  ['led-elsewhere', 'redirect'],
])('nothing found because of %s is a sentence with a next step', async (ending, words) => {
  const found = await block({ at, asked: [{ path: getConfig, ending }] })
  expect(found.textContent).toContain(words)
  expect(found.textContent).toContain('choose “Another”, and say under “Start address”')
  expect(found.querySelector('a')?.getAttribute('href')).toBe(`${site.baseUrl}login.action`)
})

test('a site that may not be asked yet leads to nothing but the browser’s question', async () => {
  const found = await block({ at, asked: [{ path: getConfig, ending: 'not-granted' }] })
  expect(found.textContent).toContain('the browser has not allowed it')
  expect(found.querySelector('a')).toBeNull()
})

describe('several identity providers', () => {
  test('stand there to choose from, and the choice can be taken back', async () => {
    const found = await block(several)
    expect(found.textContent).toContain('nobody is sent to any unasked')
    expect(facts(found)).not.toHaveProperty('Start address')
    button('Choose Provider 2')?.click()
    await vi.waitFor(() => expect(stored()).toMatchObject({ startUrl: choices[1]?.start }))
    await vi.waitFor(() => expect(found.textContent).toContain('Provider 2Chosen'))
    expect(found.textContent).not.toContain('counts instead')
    button('Let people choose')?.click()
    await vi.waitFor(() => expect(stored()).not.toHaveProperty('startUrl'))
  })

  test('are not to be chosen from where policy has chosen', async () => {
    await block(several, auto, { sites: [{ baseUrl: site.baseUrl, startUrl: choices[0]?.start }] })
    expect(button('Choose Provider 2')?.disabled).toBe(true)
    expect(button('Let people choose')).toBeUndefined()
  })
})

describe('the emergency way in', () => {
  const curl = `curl -u ADMIN -X POST '${site.baseUrl}plugins/servlet/oauth/enablebackdoorurl'`

  test('that the server has switched off is called that, with what to do', async () => {
    const found = await block(off)
    expect(found.querySelector('.notice.warning')?.textContent).toContain('The server has switched its emergency way in off')
    expect(found.querySelector('.rescue-how code')?.textContent).toBe(curl)
  })

  test('of which the server says nothing is called uncertain', async () => {
    const found = await block({ ...several, known: { ssoApp: 'atlassian', formHidden: true } })
    expect(found.textContent).toContain('does not say whether the emergency way in opens one')
    expect(found.querySelector('.rescue-how code')?.textContent).toContain(`'${site.baseUrl}rest/authconfig/1.0/sso'`)
  })

  test.each([
    ['off', off, true],
    ['on', { ...off, known: { ...off.known, backdoor: 'plain=yes' } }, false],
  ])('that is %s on the server has the same words in the popup', async (_, discovery, isSaid) => {
    const door = { baseUrl: site.baseUrl, ssoApp: 'miniorange', bypass: [], backdoor: 'oauth_sso=false' }
    Object.assign(world, {
      local: { settings, [new URL(site.baseUrl).origin]: [door], discovered: { [site.baseUrl]: discovery } },
      tab: loginPage,
    })
    render(<Popup following={follow('')} isWindow={false} />, document.body)
    await vi.waitFor(() => expect(document.querySelector('.emergency a')).not.toBeNull())
    // Its words are loaded where they are needed.
    await vi.dynamicImportSettled()
    expect(document.body.textContent?.includes('The server has switched its emergency way in off')).toBe(isSaid)
    expect(document.body.textContent?.includes(curl)).toBe(isSaid)
  })
})
