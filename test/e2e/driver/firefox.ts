import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, launch } from 'puppeteer-core'
import type { Acts, Core } from './core'
import type { BrowserOptions } from './driver'
import { useStartupCache } from './firefox-cache'
import { contextOf, openParent } from './firefox-parent'
import { personAtFirefox } from './firefox-person'
import { temporaryFolder } from './temporary-folder'
import { patience } from './until'
import { viewportOf } from './viewport'

/** Firefox with the extension installed for this run, over WebDriver BiDi with access to its own parent process. */
export async function openFirefox(executable: string, options: BrowserOptions): Promise<Core> {
  const id = options.rollOut?.id ?? geckoIdOf(options.extension)
  const uuid = randomUUID()
  const folder = temporaryFolder('firefox')
  const policyFile = join(folder.path, 'policies.json')
  const profile = options.profile ?? freshProfile(folder.path)
  const policies = options.rollOut?.policies ?? (options.policy ? { '3rdparty': { Extensions: { [id]: options.policy } } } : {})
  writeFileSync(policyFile, JSON.stringify({ policies }))
  try {
    const browser = await launchFirefox(
      executable,
      { ...options, profile },
      {
        'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
        'browser.policies.alternatePath': policyFile,
      },
    )
    for (const folder of [...(options.rollOut ? [] : [options.extension]), ...(options.beside ?? [])])
      await browser.installExtension(folder)
    return {
      kind: 'firefox',
      browser,
      extensionId: id,
      extensionOrigin: `moz-extension://${uuid}`,
      cleanUp: folder.remove,
      ...(await actsIn(browser, id)),
    }
  } catch (error) {
    folder.remove()
    throw error
  }
}

/**
 * Firefox heeds a policy file of one process only where nothing can leave the machine; with the stand-ins that is what we
 * want anyway, and it also stills Firefox's own calls home.
 */
const automation = {
  env: { MOZ_DISABLE_NONLOCAL_CONNECTIONS: '1' },
  prefs: { 'security.turn_off_all_security_so_that_viruses_can_take_over_this_computer': true },
}

function freshProfile(folder: string): string {
  const profile = join(folder, 'profile')
  mkdirSync(profile)
  useStartupCache(profile)
  return profile
}

function launchFirefox(
  executable: string,
  options: BrowserOptions & { readonly profile: string },
  prefs: Record<string, unknown>,
): Promise<Browser> {
  const loopback = { 'network.dns.forceResolve': '127.0.0.1', 'network.socket.forcePort': `443=${options.port}`, ...automation.prefs }
  const alone = options.port !== undefined
  return launch({
    browser: 'firefox',
    executablePath: executable,
    timeout: patience,
    headless: options.headless,
    acceptInsecureCerts: alone,
    // As in Chromium.
    networkEnabled: false,
    args: ['--remote-allow-system-access'],
    userDataDir: options.profile,
    defaultViewport: viewportOf(options),
    extraPrefsFirefox: { ...prefs, ...likeChromium, ...(options.lean && lean), ...savingTo(options.downloads), ...(alone ? loopback : {}) },
    env: { ...process.env, ...(alone ? automation.env : {}), ...(options.display ? { DISPLAY: options.display.name } : {}) },
  })
}

const savingTo = (folder: string | undefined) => (folder ? { 'browser.download.folderList': 2, 'browser.download.dir': folder } : {})

/** Scrollbars that take no room, as it has none when headless: pictures are as wide as asked. */
const likeChromium = { 'ui.useOverlayScrollbars': 1 }

const lean = {
  // Kept for the next tab when the last one closes.
  'dom.ipc.keepProcessesAlive.web': 1,
  'dom.ipc.keepProcessesAlive.extension': 1,
  'fission.autostart': false,
  'dom.ipc.processCount': 1,
  'dom.ipc.processPrelaunch.enabled': false,
  // Nobody watches: of sixty frames a second each is drawn by a processor that the next test could have.
  'layout.frame_rate': 20,
}

async function actsIn(browser: Browser, id: string): Promise<Acts> {
  const parent = await openParent(browser)
  return {
    visit: (page, address) => parent.navigate(page, address),
    rulesAt: async (addresses) => JSON.parse(await parent.run<string>(matchedRules, id, JSON.stringify(addresses))),
    killWorker: async () => void (await parent.run(terminateBackground, id)),
    lookForUpdate: async (desk) => {
      // Of pages that an update closes the driver is not told.
      await desk.putAway()
      await parent.run(takeUpdate, id)
    },
    isAwake: async () => (await parent.run(backgroundState, id)) !== 'stopped',
    tabIdOf: (page) => parent.run(tabId, contextOf(page)),
    person: personAtFirefox(parent),
    prefer: async (page, wish) => void (await parent.run(setWish, contextOf(page), wish ?? '')),
  }
}

function geckoIdOf(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } }
  }
  const id = manifest.browser_specific_settings?.gecko?.id
  if (!id) throw new Error(`${extension}/manifest.json names no browser_specific_settings.gecko.id`)
  return id
}

/* The following run in Firefox's parent process, as source text: they may use nothing from around them. */

const terminateBackground = `async (id) => {
  const { extension } = WebExtensionPolicy.getByID(id)
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
  if (extension.backgroundState !== 'stopped') throw new Error('The background is ' + extension.backgroundState)
}`

const takeUpdate = `async (id) => {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
  const addon = await AddonManager.getAddonByID(id)
  const install = await new Promise((resolve, reject) => addon.findUpdates({
    onUpdateAvailable: (_, install) => resolve(install),
    onNoUpdateAvailable: () => reject(new Error('Firefox finds no update')),
    onUpdateFinished: (_, status) => status < 0 && reject(new Error('Firefox could not look for updates: ' + status)),
  }, AddonManager.UPDATE_WHEN_USER_REQUESTED))
  await install.install()
}`

const matchedRules = `(id, addresses) => {
  const { ExtensionDNR } = ChromeUtils.importESModule('resource://gre/modules/ExtensionDNR.sys.mjs')
  const { extension } = WebExtensionPolicy.getByID(id)
  return JSON.stringify(JSON.parse(addresses).map((address) => {
    const request = { requestURI: Services.io.newURI(address), type: 'main_frame', method: 'get', tabId: -1 }
    return ExtensionDNR.getMatchedRulesForRequest(request, extension)[0]?.rule.id ?? null
  }))
}`

const backgroundState = `(id) => WebExtensionPolicy.getByID(id).extension.backgroundState`

const tabId = `(context) => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs')
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
  const shown = NavigableManager.getBrowserById(context)
  const tab = shown.ownerDocument.defaultView.gBrowser.getTabForBrowser(shown)
  return ExtensionParent.apiManager.global.tabTracker.getId(tab)
}`

const setWish = `(context, wish) => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs')
  const hasScheme = wish === 'light' || wish === 'dark'
  NavigableManager.getBrowsingContextById(context).prefersColorSchemeOverride = hasScheme ? wish : 'none'
  Services.prefs.setIntPref('ui.prefersReducedMotion', wish === 'less motion' ? 1 : 0)
}`
