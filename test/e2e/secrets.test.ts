import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConsoleMessage, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { close } from './driver/close'
import { openPopup } from './driver/popup'
import { until } from './driver/until'
import { landsOn, openScene, type Scene, signInAtCognito, site, stranger, visit } from './scene'
import { type Secrets, tapOther, tapPool } from './wiretap'

const page = `${site}display/DS/Page`
let scene: Scene
let wiki: Page
let other: Page
const secrets: Secrets = new Map()
/** What came to the ears of other hosts, and what the consoles say. */
const heard: string[] = []
const said: string[] = []
const listen = (page: Pick<Page, 'on'>) => page.on('console', (message: ConsoleMessage) => void said.push(message.text()))

beforeAll(async () => {
  scene = await openScene()
  await scene.configure({ onLoginPage: 'redirect' })
  const callback = await scene.driver.inExtension((browser) => browser.identity.getRedirectURL())
  tapPool(scene.cognito, callback, secrets)
  tapOther(scene.confluence, heard)
  wiki = await scene.driver.page()
  other = await scene.driver.page()
  for (const page of [wiki, other]) listen(page)
  await listenToWorker()
  for (const page of [wiki, other]) await visit(page, stranger)
})
afterAll(() => scene.close())

/** Chromium lets us hear the worker itself; Firefox shows its background to nobody. */
async function listenToWorker(): Promise<void> {
  const target = wiki
    .browser()
    .targets()
    .find((one) => one.type() === 'service_worker')
  const worker = await target?.worker()
  worker?.on('console', (message) => void said.push(message.text()))
}

/** Everything that a page, a content script, another host, the console or the disk can show. */
async function places(): Promise<Readonly<Record<string, string>>> {
  const stored = (['local', 'sync'] as const).map(async (area) => [`storage.${area}`, JSON.stringify(await scene.driver.storageGet(area))])
  const shown = [wiki, other].map(async (page) => [`what ${new URL(page.url()).host} holds`, await page.evaluate(everythingIn)])
  return {
    ...(Object.fromEntries(await Promise.all([...stored, ...shown])) as Record<string, string>),
    'requests to other hosts': heard.join('\n'),
    'addresses, the pool’s included': scene.world.visits.map(({ host, path }) => `${host}${path}`).join('\n'),
    'addresses of tabs': (await addresses()).join('\n'),
    'the consoles': said.join('\n'),
  }
}

/** As the browser has them: what drives Firefox loses sight of a tab that goes to a page of ours. */
const addresses = (): Promise<readonly string[]> =>
  scene.driver.inExtension(async (browser) => (await browser.tabs.query({})).map(({ url }) => url ?? ''))

/** Runs in the page. */
const everythingIn = () =>
  [
    document.documentElement.outerHTML,
    document.cookie,
    location.href,
    name,
    ...[localStorage, sessionStorage].map((one) => JSON.stringify(one)),
  ].join('\n')

/** Where which secret can be seen. */
async function leaks(): Promise<readonly string[]> {
  expect([...new Set([...secrets.keys()].map((name) => name.replace(/ .*/, '')))].sort()).toEqual(kinds)
  for (const [name, value] of secrets) expect(value.length, name).toBeGreaterThan(8)
  const found = Object.entries(await places())
  return found.flatMap(([place, text]) => [...secrets].flatMap(([name, value]) => (text.includes(value) ? [`${name} in ${place}`] : [])))
}
const kinds = ['access_token', 'code', 'id_token', 'refresh_token', 'verifier']

/** The PKCE verifier exists between the request and its answer alone. */
async function noteVerifier(): Promise<void> {
  const pending = JSON.stringify(await scene.driver.storageGet('session'))
  const [, verifier] = /code_verifier[\\":]+([\w.~-]{43,128})/.exec(pending) ?? []
  if (verifier) secrets.set(`verifier ${secrets.size}`, verifier)
}

test('no token, code or verifier of a sign-in can be seen anywhere but in storage.session', async () => {
  const popup = await openPopup(scene.driver, wiki)
  listen(popup.page)
  await popup.signIn()
  const window = await scene.driver.authWindow()
  await noteVerifier()
  await signInAtCognito(window)
  await popup.claims()
  await visit(wiki, page)
  await landsOn(wiki, page, 'ann')
  const [idToken = ''] = [...secrets].flatMap(([name, value]) => (name.startsWith('id_token') ? [value] : []))
  expect(JSON.stringify(await scene.driver.storageGet('session')), 'the search would find it').toContain(idToken)
  await wiki.evaluate(() => console.log('The search would hear it.'))
  await until('the console to be heard', async () => said.includes('The search would hear it.'))
  expect(heard, 'other hosts are listened to').not.toEqual([])
  expect(await leaks()).toEqual([])
  await popup.page.close()
})

test('nor of a sign-in in an ordinary tab, whose address carries the code', async () => {
  scene.cognito.expireSessions()
  await scene.driver.inExtension((browser) => browser.storage.session.clear())
  const before = secrets.size
  const popup = await openPopup(scene.driver, wiki)
  listen(popup.page)
  await popup.signIn()
  await (await scene.driver.authWindow()).close()
  await popup.press('Sign in in a tab')
  const tab = await scene.driver.authWindow()
  listen(tab)
  await noteVerifier()
  await signInAtCognito(tab)
  await popup.claims()
  expect(secrets.size).toBeGreaterThan(before)
  await until('the tab to be sent away', async () => !(await addresses()).some((address) => address.includes('code=')))
  expect(await leaks()).toEqual([])
  for (const page of [popup.page, tab]) await close(page)
})

test('nor by a content script, which shares its process with a page', async () => {
  const tabId = await scene.driver.tabIdOf(wiki)
  const read = await scene.driver.inExtension(async (browser, id) => {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId: id },
      func: async () => {
        const { storage, runtime } = (globalThis as unknown as { chrome: typeof browser }).chrome
        const told = (error: unknown) => `refused: ${String(error)}`
        const all = async () => JSON.stringify(await storage.session.get())
        const asked = async () => JSON.stringify(await runtime.sendMessage({ verb: 'signOut', input: ['acme'] }))
        return Promise.all([all().catch(told), asked().catch(told)])
      },
    })
    return answer?.result as readonly string[]
  }, tabId)
  expect([...secrets].filter(([, value]) => read.join().includes(value))).toEqual([])
  expect(read[0]).toMatch(/refused|undefined/)
  expect(JSON.stringify(await scene.driver.storageGet('session')), 'nobody was signed out by it').toContain('accessToken')
})

test('nor in the files of which Latchkey is built', () => {
  const folder = new URL(`../../dist/demo-${scene.driver.kind}/`, import.meta.url)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(20)
  const known = [...secrets.values(), ...scene.cognito.pool.clients.flatMap(({ secret = [] }) => secret)]
  const found = files.filter(({ parentPath, name }) => {
    const text = readFileSync(join(parentPath, name), 'utf8')
    return known.some((value) => text.includes(value)) || /eyJ[\w-]{20,}/.test(text)
  })
  expect(found.map(({ name }) => name)).toEqual([])
})

test('nor of a sign-in whose token is refused', async () => {
  const clientId = scene.cognito.pool.clients.find(({ secret }) => !secret)?.id ?? ''
  await scene.driver.inExtension((browser) => browser.storage.session.clear())
  const before = secrets.size
  const undo = scene.cognito.mischief.spoilIdTokens({ clientId, payload: { aud: 'somebodyelse' } })
  const popup = await openPopup(scene.driver, wiki)
  listen(popup.page)
  await popup.signIn()
  await popup.problem()
  undo()
  expect(secrets.size).toBeGreaterThan(before)
  expect(await leaks()).toEqual([])
  await popup.tryAgain()
  await popup.person() // the refused token's claims are in a table as well
  expect(await leaks()).toEqual([])
  await popup.page.close()
})

test('nor of a session that is renewed', async () => {
  const before = secrets.size
  await scene.driver.inExtension(async (browser) => {
    const stored = (await browser.storage.session.get('accounts:acme')) as { 'accounts:acme': object[] }
    const due = stored['accounts:acme'].map((account) => ({ ...account, expiresAt: Math.floor(Date.now() / 1000) + 30 }))
    await browser.storage.session.set({ 'accounts:acme': due })
    browser.alarms.create('expiry:acme', { when: Date.now() })
  })
  await until('the renewal', async () => {
    const [, idToken = ''] = [...secrets].findLast(([name]) => name.startsWith('id_token')) ?? []
    return secrets.size > before && JSON.stringify(await scene.driver.storageGet('session')).includes(idToken)
  })
  expect(await leaks()).toEqual([])
})

test('nor anything at all after the sign-out', async () => {
  const popup = await openPopup(scene.driver, wiki)
  await popup.signOut()
  expect(await leaks()).toEqual([])
  const left = JSON.stringify(await scene.driver.storageGet('session'))
  expect([...secrets].filter(([, value]) => left.includes(value))).toEqual([])
  await popup.page.close()
})
