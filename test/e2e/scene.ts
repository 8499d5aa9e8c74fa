import type { Page } from 'puppeteer-core'
import type { DeclarativeNetRequest } from 'webextension-polyfill'
import { loggedOutAddress } from '../../src/session/after-logout'
import { signedOutAddress } from '../../src/session/sign-out'
import { type CognitoStandIn, cognitoStandIn } from '../stand-ins/cognito'
import { type ConfluenceStandIn, confluenceStandIn } from '../stand-ins/confluence'
import { linkedApps } from '../stand-ins/confluence/linked/apps'
import type { ConfluenceOptions } from '../stand-ins/confluence/settings'
import { demoPassword } from '../stand-ins/people'
import { startWorld, type World } from '../stand-ins/world'
import { browserKind } from './driver/browser-kind'
import type { BrowserOptions, Driver } from './driver/driver'
import { openBrowser } from './driver/open-browser'
import { doorsIn, storedDoors } from './driver/stored-doors'
import { until } from './driver/until'

/** Folder of the build that everybody gets. */
export const asShipped = browserKind === 'firefox' ? 'dist/firefox' : 'dist/chrome'

export const site = 'https://wiki.acme.example/confluence/'
export const domain = 'acme.auth.eu-west-1.amazoncognito.com'
export const stranger = 'https://wiki.stranger.example/confluence/'

const callbacks = [
  'https://ihlhkijmjaemjamilopcpkakagpcphao.chromiumapp.org/',
  'https://bae1b49efb3234f3878b25c10c1f5eced9e067f6.extensions.allizom.org/',
]

/** Hosts on which the extension under test may act. Another wiki stands beside them, on which it may not. */
export const grantedHosts: readonly string[] = [
  'https://wiki.acme.example/*',
  `https://${domain}/*`,
  ...callbacks.map((address) => `${address}*`),
]

/** A browser with Latchkey in it, a wiki, a user pool, and a wiki that is nobody's business. */
export interface Scene {
  readonly world: World
  readonly cognito: CognitoStandIn
  readonly confluence: ConfluenceStandIn
  readonly driver: Driver
  /** Stores settings as the options page does: one site with these values, and the pool. Waits until they are in force. */
  configure(siteValues?: object, providerValues?: object): Promise<void>
  /** Paths that the wiki was asked for since the last call of `forget`, documents only. */
  asked(): readonly string[]
  forget(): void
  /** Ten minutes pass: whatever Latchkey kept for a tab or held off has run out. */
  later(): Promise<void>
  /**
   * Waits until the background has done what all requests so far ask of it. A browser tells of requests when it likes, and a page may
   * long be there by then.
   */
  catchUp(): Promise<void>
  /** Ends every session: the wiki's, Cognito's and Latchkey's own. */
  signEverybodyOut(): Promise<void>
  close(): Promise<void>
}

/** Opens a scene. `browser` overrides how the browser is opened. */
export async function openScene(wiki: Partial<ConfluenceOptions> = {}, browser: Partial<BrowserOptions> = {}): Promise<Scene> {
  const redirects = [
    ...['oauth', 'oidc'].map((kind) => `${site}plugins/servlet/${kind}/callback`),
    ...Object.values(linkedApps).map(({ path }) => `${site}${path.slice(1)}`),
  ]
  const logoutUris = [...callbacks.map(signedOutAddress), loggedOutAddress(site)]
  const cognito = cognitoStandIn({ publicRedirectUris: callbacks, confidentialRedirectUris: redirects, logoutUris })
  let confluence: ConfluenceStandIn | undefined
  const world = await startWorld((fetch) => {
    confluence = confluenceStandIn({ ...wiki, fetch })
    return [cognito, confluence, confluenceStandIn({ host: new URL(stranger).hostname, fetch })]
  })
  const driver = await openBrowser({
    kind: browserKind,
    extension: `dist/demo-${browserKind}`,
    port: world.port,
    headless: true,
    lean: true,
    ...browser,
  })
  if (!confluence) throw new Error('no wiki was built')
  const host = new URL(site).hostname
  return {
    world,
    cognito,
    confluence,
    driver,
    configure: (siteValues = {}, providerValues = {}) => configure(driver, cognito, siteValues, providerValues),
    asked: () => world.visits.flatMap((visit) => (visit.host === host && isDocument(visit.path) ? [`${visit.method} ${visit.path}`] : [])),
    forget: () => void world.visits.splice(0),
    later: () => later(driver),
    catchUp: () => catchUp(driver),
    signEverybodyOut: async () => {
      await catchUp(driver)
      confluence?.endSessions()
      cognito.expireSessions()
      await driver.inExtension((browser) => browser.storage.session.clear())
    },
    close: () => driver.close().finally(world.close),
  }
}

/** What Latchkey itself asks of a wiki, and what browsers add, is no visit. */
const isDocument = (path: string): boolean => !/favicon|getconfig|login-options/.test(path)

async function configure(driver: Driver, { pool }: CognitoStandIn, siteValues: object, providerValues: object): Promise<void> {
  const { region, userPoolId, domainHost, clients } = pool
  const provider = {
    id: 'acme',
    region,
    userPoolId,
    domain: domainHost,
    clientId: clients.find(({ secret }) => !secret)?.id,
    ...providerValues,
  }
  // An empty list first: what was discovered of the wiki before may no longer be true of it.
  await driver.storageSet('local', { discovered: {}, settings: { version: 1, sites: [] } })
  await until('no site to be in force', async () => (await storedDoors(driver))?.length === 0)
  await driver.storageSet('local', {
    settings: { version: 1, sites: [{ baseUrl: site, name: 'Acme wiki', ...siteValues }], providers: [provider] },
  })
  await until('the settings to be in force', async () => {
    const local = await driver.storageGet('local')
    const { discovered } = local as { discovered?: Record<string, { known?: object }> }
    const door: Record<string, unknown> = { ...doorsIn(local)?.[0] }
    const wanted = { onLoginPage: 'offer', delaySeconds: 0, ...siteValues }
    const isKnown = 'ssoApp' in siteValues || Object.values(discovered ?? {}).some(({ known }) => known)
    return (
      isKnown && door['ssoApp'] !== undefined && Object.entries(wanted).every(([name, value]) => !(name in door) || door[name] === value)
    )
  })
  // Last of all: a logout in the test before may have been heard of only now.
  await driver.storageSet('local', { standBacks: {} })
  await until('no pause to be left', async () => !(await isHeldOff(driver)))
}

/** Whether any site is left alone in all tabs, as after a logout. */
export const isHeldOff = (driver: Driver): Promise<boolean> =>
  driver.inExtension(async (browser) =>
    (await browser.declarativeNetRequest.getSessionRules()).some(({ action, condition }) => action.type === 'allow' && !condition.tabIds),
  )

/** The session rules of a page's tab. */
export async function rulesOfTab(driver: Driver, page: Page): Promise<readonly DeclarativeNetRequest.Rule[]> {
  const tabId = await driver.tabIdOf(page)
  return driver.inExtension(
    async (browser, id) =>
      (await browser.declarativeNetRequest.getSessionRules()).filter(({ condition }) => condition.tabIds?.includes(id)),
    tabId,
  )
}

/**
 * Waits until the background has kept the anchor that a page's tab is to end on. Forms lose anchors: whoever signs in by one before that ends
 * without. Nobody types as fast as a background wakes up; the driver may.
 */
export async function anchorIsKept(driver: Driver, page: Page): Promise<void> {
  await until('the anchor to be kept', async () =>
    (await rulesOfTab(driver, page)).some(({ action }) => action.redirect?.transform?.fragment),
  )
}

/** The background does one thing after the other, and the pause that is asked for here comes last. */
async function catchUp(driver: Driver): Promise<void> {
  const nowhere = 'https://nowhere.invalid/'
  const isPaused = () =>
    driver.inExtension(
      async (browser, baseUrl) =>
        (await browser.declarativeNetRequest.getSessionRules()).some(({ condition }) => condition.urlFilter?.includes(baseUrl)),
      nowhere,
    )
  const pause = (pauses: object) => driver.storageSet('local', { standBacks: pauses })
  await until('the background to catch up', async () => {
    await pause({ [nowhere]: { until: Date.now() + 60_000, because: 'held-off' } })
    return isPaused()
  })
  await pause({})
  await until('the pause to end', async () => !(await isPaused()))
}

async function later(driver: Driver): Promise<void> {
  await catchUp(driver)
  await driver.inExtension(async (browser) => {
    type Ending = { readonly until: number }
    const over = <E extends Ending>(ending: E): E => ({ ...ending, until: 0 })
    const { keeping } = (await browser.storage.session.get('keeping')) as { keeping?: Record<string, Ending[]> }
    const ended = Object.fromEntries(Object.entries(keeping ?? {}).map(([kind, kept]) => [kind, kept.map(over)]))
    await browser.storage.session.set({ keeping: ended })
    browser.alarms.create('keeping', { when: Date.now() })
  })
  await until('what was kept to end', () =>
    driver.inExtension(async (browser) => (await browser.declarativeNetRequest.getSessionRules()).length === 0),
  )
}

/** Goes to an address as a person would, and waits for the page that stands at the end of all redirects, or until Latchkey sends the tab elsewhere. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'domcontentloaded' }).catch((error: Error) => {
    if (!/NS_BINDING_ABORTED|net::ERR_ABORTED|interrupted an unfinished navigation/.test(error.message)) throw error
  })
}

/** Where the page is, fragment included. */
export const whereIs = (page: Page): Promise<string> => page.evaluate(() => location.href)

/** Waits for Cognito's sign-in page and signs in there with the form. */
export async function signInAtCognito(page: Page, username = 'ann', password = demoPassword): Promise<void> {
  await until('the sign-in page', async () => new URL(page.url()).host === domain && (await page.$('input[name="password"]')) !== null)
  // Not key by key: what Cognito's page does with keys is not ours to test.
  await page.$eval('input[name="username"]', fill, username)
  await page.$eval('input[name="password"]', fill, password)
  await page.focus('input[name="password"]')
  // Chromium may close a sign-in window before the key is up again; whether it signed in is seen by what comes of it.
  await page.keyboard.press('Enter').catch((error: Error) => {
    if (!error.message.includes('Target closed')) throw error
  })
}

const fill = (field: Element, value: string) => void Object.assign(field, { value })

/** Waits until the page is at this address, fragment included, as this person. */
export async function landsOn(page: Page, address: string, username: string): Promise<void> {
  await until(`${username} on ${address}`, async () => {
    const { user, href } = await page.evaluate(whoIsWhere)
    return user === username && href === address
  })
}

const whoIsWhere = () => ({
  user: document.querySelector<HTMLMetaElement>('meta[name="ajs-remote-user"]')?.content,
  href: location.href,
})
