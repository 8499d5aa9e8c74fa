import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Mischief } from '../stand-ins/cognito/mischief'
import { close } from './driver/close'
import { has } from './driver/has'
import { openPopup, type Popup } from './driver/popup'
import { until } from './driver/until'
import { domain, landsOn, openScene, type Scene, signInAtCognito, site, stranger, visit } from './scene'

let scene: Scene
let page: Page
const popups: Popup[] = []
const popup = async () => {
  const opened = await openPopup(scene.driver, page)
  popups.push(opened)
  return opened
}

beforeAll(async () => {
  scene = await openScene()
  await scene.configure({ onLoginPage: 'redirect' })
})
afterAll(() => scene.close())
beforeEach(async () => {
  await scene.signEverybodyOut()
  scene.forget()
  page = await scene.driver.page()
})
afterEach(async () => {
  for (const { page } of popups.splice(0)) await close(page)
  await page.close()
})

/** Somebody who is in Confluence already, and so known to Cognito. */
async function inConfluence(username = 'ann'): Promise<void> {
  await visit(page, `${site}display/DS/Page`)
  await signInAtCognito(page, username)
  await landsOn(page, `${site}display/DS/Page`, username)
  scene.forget()
}

const posted = (path: string) => scene.world.visits.filter((visit) => visit.method === 'POST' && visit.path.startsWith(path)).length

describe('somebody who is in Confluence already', () => {
  test('sees their verified claims without another password, by PKCE', async () => {
    await inConfluence()
    const opened = await popup()
    await opened.signIn()
    expect(await opened.claims()).toEqual(
      expect.arrayContaining([
        { name: 'email', value: 'ann@acme.example' },
        { name: 'cognito:username', value: 'ann' },
      ]),
    )
    expect(await opened.person()).toContain('Ann Archer')
    expect(await opened.checks()).toMatch(/^(\d+) of \1 checks passed$/)
    expect(posted('/login'), 'no password is typed').toBe(0)
    expect(posted('/oauth2/token')).toBe(1)
    const asked = scene.world.visits.find(({ host, path }) => host === domain && path.startsWith('/oauth2/authorize?'))
    const parameters = new URLSearchParams(asked?.path.split('?')[1])
    expect(parameters.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge']) expect(parameters.get(name), name).toMatch(/^.{16,}$/)
  })

  test('finds them still there when the popup opens again, and gone from a wiki page’s reach', async () => {
    await inConfluence()
    const first = await popup()
    await first.signIn()
    await first.claims()
    await first.page.close()
    expect((await (await popup()).claims()).length).toBeGreaterThan(10)
    const local = JSON.stringify(await scene.driver.storageGet('local'))
    expect(local).not.toMatch(/eyJ|ann@acme/)
  })

  test('signs out: the tokens are gone, the refresh token is revoked, and Cognito asks for a password again', async () => {
    await inConfluence()
    const opened = await popup()
    await opened.signIn()
    await opened.claims()
    scene.forget()
    await opened.signOut()
    expect(JSON.stringify(await scene.driver.storageGet('session'))).not.toMatch(/eyJ/)
    // Both go out side by side, and nobody waits for them to say who is signed in.
    await until('the end of Cognito’s session', async () => scene.world.visits.some(({ path }) => path.startsWith('/logout?')))
    await until('the refresh token to be revoked', async () => posted('/oauth2/revoke') > 0)
    expect(posted('/oauth2/revoke')).toBe(1)
    await opened.signIn()
    const window = await scene.driver.authWindow()
    await signInAtCognito(window, 'uma')
    expect(await opened.person()).toContain('Uma Unger')
  })
})

describe('somebody whom Cognito does not know yet', () => {
  test('signs in in the window that opens', async () => {
    await visit(page, stranger)
    const opened = await popup()
    await opened.signIn()
    await signInAtCognito(await scene.driver.authWindow())
    expect(await opened.person()).toContain('Ann Archer')
  })

  test('closes the window, is told so, and can try again', async () => {
    await visit(page, stranger)
    const opened = await popup()
    await opened.signIn()
    await (await scene.driver.authWindow()).close()
    expect(await opened.problem()).toContain('The sign-in window was closed')
    await opened.tryAgain()
    await signInAtCognito(await scene.driver.authWindow())
    expect(await opened.person()).toContain('Ann Archer')
  })
})

describe('a sign-in page that the browser’s window does not show', () => {
  test('is shown in a tab, whose answer is heard although nobody serves its address and the background has slept', async () => {
    await visit(page, stranger)
    const opened = await popup()
    await opened.signIn()
    await (await scene.driver.authWindow()).close()
    await opened.problem()
    await opened.press('Sign in in a tab')
    const tab = await scene.driver.authWindow()
    await until('the popup to wait for it', () => has(opened.page, '.running .actions'))
    await scene.driver.killWorker()
    await signInAtCognito(tab)
    expect(await opened.person()).toContain('Ann Archer')
    expect(posted('/oauth2/token')).toBe(1)
    // Who is signed in may be there before a page of the answer's address, which is on its way as well, has given way to ours.
    await until('the popup in the place of the sign-in page, and the code in no address', async () => {
      const addresses = await scene.driver.inExtension(async (browser) => (await browser.tabs.query({})).map(({ url = '' }) => url))
      const popups = addresses.filter((url) => /popup\/index\.html\?tab=\d+$/.test(url))
      return popups.length === 2 && !addresses.some((url) => url.includes('code='))
    })
    const left = Object.keys(await scene.driver.storageGet('session')).filter((key) => key.startsWith('oidc.'))
    expect(left).toEqual([])
    await close(tab)
  })

  test('that is closed again is told, and can be opened anew', async () => {
    await visit(page, stranger)
    const opened = await popup()
    await opened.signIn()
    await (await scene.driver.authWindow()).close()
    await opened.press('Sign in in a tab')
    await (await scene.driver.authWindow()).close()
    expect(await opened.problem()).toContain('The sign-in window was closed')
    await opened.press('Sign in in a tab')
    await scene.driver.authWindow()
    await opened.press('Cancel')
    await until('the way in', () => has(opened.page, '.card .wide'))
    // The way in is there before the tab is gone, and what was pending goes with that.
    await until('nothing half-written', async () => {
      const keys = Object.keys(await scene.driver.storageGet('session'))
      return !keys.some((key) => /^(oidc|sign-in)/.test(key))
    })
  })

  test('because Cognito knows no such callback, is named before any window opens, with what to copy', async () => {
    const latchkeys = scene.cognito.pool.clients.find(({ secret }) => !secret)
    const uris = latchkeys?.redirectUris.splice(0) ?? []
    await visit(page, stranger)
    const opened = await popup()
    await opened.signIn()
    expect(await opened.problem()).toContain('Cognito does not know this callback URL')
    const callback = await scene.driver.inExtension((browser) => browser.identity.getRedirectURL())
    expect(await opened.page.$$eval('.clipping code', (codes) => codes.map((code) => code.textContent))).toContain(callback)
    latchkeys?.redirectUris.push(...uris)
  })

  test('because it fails in mid-sign-in, is said while its window is open, or why it closed', async () => {
    await visit(page, stranger)
    const opened = await popup()
    await opened.signIn()
    const window = await scene.driver.authWindow()
    await until('the form', () => has(window, 'input[name="password"]'))
    const undo = scene.cognito.mischief.fault('login', { status: 400, body: 'Something went wrong' }, Number.POSITIVE_INFINITY)
    try {
      await signInAtCognito(window)
      await until('it to be said', async () =>
        (await opened.page.$eval('main', (main) => main.textContent)).includes('The sign-in page broke off'),
      )
    } finally {
      undo()
    }
    await opened.press('Sign in in a tab')
    const tab = await scene.driver.authWindow()
    await signInAtCognito(tab)
    expect(await opened.person()).toContain('Ann Archer')
    await close(tab)
  })
})

describe('several people', () => {
  test('signing in at once in two windows are one sign-in, and both see it', async () => {
    await inConfluence()
    const [one, two] = [await popup(), await popup()]
    const hold = scene.cognito.mischief.hold('discovery')
    await scene.driver.killWorker()
    await one.press('Show my claims')
    await hold.arrived
    await scene.driver.inExtension(async (browser) => {
      void browser.runtime.sendMessage({ verb: 'signIn', input: ['acme', 'in-a-window'] })
      // Orders arrive one after the other: once this one is answered, the other has been heard.
      await browser.runtime.sendMessage({ verb: 'settle', input: [] })
    })
    hold.release()
    expect(await one.person()).toContain('Ann Archer')
    expect(await two.person()).toContain('Ann Archer')
    expect(posted('/oauth2/token')).toBe(1)
  })

  test('are kept apart: another account signs in beside the first, and either can be put in front', async () => {
    await inConfluence()
    const opened = await popup()
    await opened.signIn()
    await opened.claims()
    await opened.press('Use another account')
    await signInAtCognito(await scene.driver.authWindow(), 'uma')
    await until('Uma in front', async () => (await opened.person()).includes('Uma Unger'))
    await opened.press('Ann Archer')
    await until('Ann in front', async () => (await opened.person()).includes('Ann Archer'))
    await opened.press('Sign out')
    await until('Uma in front', async () => (await opened.person()).includes('Uma Unger'))
    // Nobody waits for it.
    await until('the revocation', async () => posted('/oauth2/revoke') === 1)
  })
})

describe('an ID token', () => {
  test.each<[string, Parameters<Mischief['spoilIdTokens']>[0], string]>([
    ['signed by a stranger', { signature: 'stranger' }, 'Signature'],
    ['of another issuer', { payload: { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other' } }, 'Issuer'],
    ['for another client', { payload: { aud: 'somebodyelse' } }, 'Audience'],
    ['of another sign-in', { payload: { nonce: 'replayed' } }, 'Nonce'],
    ['that has expired', { payload: { exp: Math.floor(Date.now() / 1000) - 3600 } }, 'Expiry'],
  ])('%s is refused, in its own words, and its claims are called unverified', async (_, spoiling, check) => {
    await inConfluence()
    const latchkeys = scene.cognito.pool.clients.find(({ secret }) => !secret)?.id ?? ''
    const undo = scene.cognito.mischief.spoilIdTokens({ ...spoiling, clientId: latchkeys })
    const opened = await popup()
    await opened.signIn()
    expect(await opened.problem()).toContain(`It did not pass: ${check}. Nothing in it is believed.`)
    undo()
    expect(await opened.page.$('.signed-in')).toBeNull()
    expect(await opened.page.$eval('.unverified .badge', (badge) => badge.textContent)).toBe('Unverified')
    await opened.page.waitForSelector('.checks tr')
    expect(await opened.page.$$eval('.checks tr.failed th', (cells) => cells.map(({ abbr }) => abbr as string))).toEqual([check])
    await opened.tryAgain()
    expect(await opened.person()).toContain('Ann Archer')
  })
})

const leftForTheBackdoor =
  'Left the page as it is. The address carries the backdoor parameter oauth_sso=false, which asks for the plain login form.'

/** Chromium and Firefox show no more of a popup at a time than 600 pixels of its height; Latchkey's is 400 wide. */
const atMost = { width: 400, height: 600 }

describe('the popup', () => {
  test('says why Latchkey did what it did on the tab in front, before and after', async () => {
    await inConfluence()
    const inside = await popup()
    // The decision may still have to be written down when the page that it led to is there.
    await until('what was decided before', async () =>
      /Went straight to sign-in\. The settings say to go to sign-in at once\.$/.test(await inside.decision()),
    )
    scene.confluence.endSessions()
    await visit(page, `${site}login.action?os_destination=%2Fdisplay%2FDS%2FPage&oauth_sso=false`)
    const onTheForm = await popup()
    // Until the page has answered, the same stands there as what came last on this tab.
    await until('what was decided on this page', async () => (await onTheForm.decision()) === leftForTheBackdoor)
    expect(await (await popup()).evidence()).toMatch(/^Recognised as a login page, by: .*login\.action/)
    await visit(page, stranger)
    expect(await (await popup()).pageCard()).toContain('Latchkey does nothing on it.')
  })

  test('has the emergency way in, which leads to the plain form', async () => {
    await visit(page, `${site}display/DS/Page`)
    await until('the sign-in page', async () => new URL(page.url()).host === domain)
    await visit(page, `${site}login.action?os_destination=%2Fdisplay%2FDS%2FPage&oauth_sso=false`)
    const address = await (await popup()).emergency()
    await visit(page, address)
    await until('the plain form', () => has(page, 'input[type="password"]'))
    expect(new URL(page.url()).pathname).toBe('/confluence/login.action')
  })

  test('logs in with one click, back to the page in front', async () => {
    await inConfluence()
    scene.confluence.endSessions()
    await visit(page, `${site}login.action?os_destination=%2Fdisplay%2FDS%2FPage&oauth_sso=false`)
    await (await popup()).logIn()
    await landsOn(page, `${site}display/DS/Page`, 'ann')
  })

  test('shows the claims in a table whose row headers are their names', async () => {
    await inConfluence()
    const opened = await popup()
    await opened.signIn()
    const claims = await opened.claims()
    const headers = await opened.page.$$eval('.claims tbody th[scope="row"] code', (cells) => cells.map((cell) => cell.textContent))
    expect(headers).toEqual(claims.map(({ name }) => name))
    expect(headers).toContain('cognito:groups')
  })

  test('shows who it is, and the first claims, without being scrolled', async () => {
    await inConfluence()
    const opened = await popup()
    await opened.signIn()
    await opened.claims()
    await opened.page.setViewport(atMost)
    const lowest = await opened.page.$$eval('.claims tbody tr', (rows) => rows.map((row) => row.getBoundingClientRect().bottom))
    expect(lowest[2]).toBeLessThanOrEqual(atMost.height)
    await opened.page.close()
    const { settings } = (await scene.driver.storageGet('local')) as { settings: object }
    for (const language of ['de', 'fr', 'es']) {
      await scene.driver.storageSet('local', { settings: { ...settings, appearance: { language } } })
      const other = await popup()
      await until(language, () => other.page.evaluate((tag) => document.documentElement.lang === tag, language))
      await other.claims()
      await other.page.setViewport(atMost)
      const bottoms = await other.page.$$eval('.claims tbody tr', (rows) => rows.map((row) => row.getBoundingClientRect().bottom))
      expect(bottoms[1], language).toBeLessThanOrEqual(atMost.height)
      await other.page.close()
    }
    await scene.driver.storageSet('local', { settings })
  })
})
