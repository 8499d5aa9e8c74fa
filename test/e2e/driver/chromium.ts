import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, launch, TargetType } from 'puppeteer-core'
import { personAtChromium } from './chromium-person'
import { setChromiumPolicies } from './chromium-policy'
import type { Acts, Core } from './core'
import type { Display } from './display'
import type { BrowserOptions } from './driver'
import { temporaryFolder } from './temporary-folder'
import { patience, until } from './until'
import { viewportOf } from './viewport'

/** Chromium (or Chrome, Edge) with the extension in it, over the DevTools protocol's pipe. */
export async function openChromium(executable: string, options: BrowserOptions): Promise<Core> {
  const id = options.rollOut?.id ?? idOf(options.extension)
  const kept = options.profile && { path: options.profile, remove: () => {} }
  const profile = kept || temporaryFolder('chromium')
  pinToToolbar(profile.path, id)
  const policies = options.rollOut?.policies ?? (options.policy && { '3rdparty': { extensions: { [id]: options.policy } } })
  const dropPolicies = policies ? setChromiumPolicies(executable, policies) : () => {}
  const cleanUp = () => {
    dropPolicies()
    profile.remove()
  }
  try {
    const browser = await launchChromium(executable, profile.path, options)
    if (isBranded(executable) && !options.rollOut) for (const folder of foldersOf(options)) await browser.installExtension(folder)
    // With the web's last page its process would go, and every test begin with another one: as in Firefox, it is kept.
    if (options.lean) await browser.newPage()
    const extensionOrigin = `chrome-extension://${id}`
    // Policy installs it in its own time.
    if (options.rollOut) await browser.waitForTarget((target) => target.url().startsWith(extensionOrigin), { timeout: patience })
    return { kind: 'chromium', browser, extensionId: id, extensionOrigin, cleanUp, ...actsIn(browser, extensionOrigin, options.display) }
  } catch (error) {
    cleanUp()
    throw error
  }
}

/** Chrome and Edge ignore --load-extension. Elsewhere it is the better way: loaded before anything else, the extension finds its policy at once. */
const isBranded = (executable: string) => /google-chrome(?!-for-testing)|Google Chrome(?! for Testing)|Google.Chrome|edge/.test(executable)

/** Also keeps Chromium from fetching what policy installs. */
const calm = '--disable-background-networking'

const lean = [
  '--disable-site-isolation-trials',
  // The last two load pages behind the address bar: two fifths of what a start costs.
  '--disable-features=IsolateOrigins,site-per-process,SpareRendererForSitePerProcess,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  '--renderer-process-limit=1',
]

const foldersOf = ({ extension, beside = [] }: BrowserOptions) => [extension, ...beside]

function launchChromium(executable: string, profile: string, options: BrowserOptions): Promise<Browser> {
  const quiet = ['--no-first-run', ...(options.rollOut ? [] : [calm]), '--disable-component-update', '--disable-sync', '--disable-quic']
  const loopback = [
    `--host-resolver-rules=MAP *.chromiumapp.org ~NOTFOUND, MAP * 127.0.0.1:${options.port}, EXCLUDE localhost`,
    '--ignore-certificate-errors',
  ]
  const folders = foldersOf(options).join()
  const load = [`--disable-extensions-except=${folders}`, `--load-extension=${folders}`]
  return launch({
    executablePath: executable,
    timeout: patience,
    headless: options.headless,
    // installExtension works over a pipe only.
    pipe: true,
    enableExtensions: true,
    // Requests are counted where they arrive: telling the driver of each costs a twentieth of all the time.
    networkEnabled: false,
    issuesEnabled: false,
    ...(options.rollOut && { ignoreDefaultArgs: [calm] }),
    ...(options.downloads && { downloadBehavior: { policy: 'allow', downloadPath: options.downloads } }),
    userDataDir: profile,
    defaultViewport: viewportOf(options),
    args: [
      ...quiet,
      ...(options.lean ? lean : []),
      ...(isBranded(executable) || options.rollOut ? [] : load),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.port === undefined ? [] : loopback),
    ],
    env: options.display ? { ...process.env, DISPLAY: options.display.name } : process.env,
  })
}

function actsIn(browser: Browser, origin: string, screen: Display | undefined): Acts {
  const workerIn = () => browser.targets().find((target) => target.type() === TargetType.SERVICE_WORKER && target.url().startsWith(origin))
  return {
    visit: (page, address) => page.goto(address, { waitUntil: 'load' }),
    rulesAt: async (addresses, desk) => (await desk()).evaluate(matchedRules, addresses),
    killWorker: async (desk) => {
      // Of one that has only just started puppeteer may not know yet; the next may start at once.
      const worker = workerIn()
      let hasStopped = false
      const devTools = await (await desk()).createCDPSession()
      devTools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        hasStopped ||= versions.some(({ scriptURL, runningStatus }) => scriptURL.startsWith(origin) && runningStatus === 'stopped')
      })
      await devTools.send('ServiceWorker.enable')
      await devTools.send('ServiceWorker.stopAllWorkers')
      await until('the service worker to be gone', async () => hasStopped && !(worker && browser.targets().includes(worker)))
      await devTools.detach()
    },
    lookForUpdate: async (desk) => {
      const status = await (await desk.page()).evaluate(takeUpdate)
      if (status !== 'update_available') throw new Error(`Chromium looked for an update: ${status}`)
    },
    isAwake: async () => workerIn() !== undefined,
    tabIdOf: async (page, desk) => {
      const devTools = await page.createCDPSession()
      const { windowId } = await devTools.send('Browser.getWindowForTarget')
      await devTools.detach()
      return until('the tab to be in front', () => desk.evaluate(activeTab, windowId))
    },
    person: personAtChromium(screen),
    prefer: (page, wish) => page.emulateMediaFeatures(wish ? [features[wish]] : []),
  }
}

const features = {
  light: { name: 'prefers-color-scheme', value: 'light' },
  dark: { name: 'prefers-color-scheme', value: 'dark' },
  'less motion': { name: 'prefers-reduced-motion', value: 'reduce' },
} as const

/** @see https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#method-testMatchOutcome */
async function matchedRules(addresses: readonly string[]): Promise<(number | null)[]> {
  const { declarativeNetRequest } = Reflect.get(globalThis, 'chrome') as {
    declarativeNetRequest: { testMatchOutcome(request: object): Promise<{ matchedRules: { ruleId: number }[] }> }
  }
  const asked = addresses.map((url) => declarativeNetRequest.testMatchOutcome({ url, type: 'main_frame', method: 'get' }))
  return (await Promise.all(asked)).map(({ matchedRules: [rule] }) => rule?.ruleId ?? null)
}

/**
 * By itself Chromium takes an update once the extension has nothing to do, or when it is started anew: that is not waited for.
 * @see https://developer.chrome.com/docs/extensions/reference/api/runtime#event-onUpdateAvailable
 */
const takeUpdate = async (): Promise<string> => {
  type Event = { addListener(listener: () => void): void }
  const { runtime } = Reflect.get(globalThis, 'chrome') as {
    runtime: { onUpdateAvailable: Event; requestUpdateCheck(): Promise<{ status: string }>; reload(): void }
  }
  const isThere = new Promise<void>((there) => runtime.onUpdateAvailable.addListener(there))
  const { status } = await runtime.requestUpdateCheck()
  if (status === 'update_available') void isThere.then(() => runtime.reload())
  return status
}

/** DevTools' window ids are the extension API's. */
const activeTab = async (windowId: number): Promise<number | undefined> => {
  const chrome = Reflect.get(globalThis, 'chrome') as { tabs: { query(filter: object): Promise<{ id: number }[]> } }
  return (await chrome.tabs.query({ active: true, windowId }))[0]?.id
}

/** The id that Chromium derives from the manifest's public key: 32 letters from a to p. @see https://developer.chrome.com/docs/extensions/reference/manifest/key */
function idOf(extension: string): string {
  const { key } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as { key?: string }
  if (!key) throw new Error(`${extension}/manifest.json has no "key": its id in Chromium would depend on the folder`)
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32)
  return digest.replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)))
}

/** A fresh profile hides new extensions behind the puzzle piece, where a newcomer would not look. */
function pinToToolbar(profile: string, id: string): void {
  mkdirSync(join(profile, 'Default'), { recursive: true })
  const preferences = { extensions: { pinned_extensions: [id] }, browser: { has_seen_welcome_page: true } }
  try {
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
