import type { Page } from 'puppeteer-core'
import type { Core } from './core'
import { openDesk } from './desk'
import type { Driver } from './driver'
import { picture } from './picture'
import { patience, until } from './until'

/** The driver that tests see, over what a browser can do. */
export async function makeDriver(core: Core): Promise<Driver> {
  const { browser, extensionOrigin } = core
  const ours = new Set<Page>(await browser.pages())
  const newPage = async () => {
    const page = await browser.newPage()
    page.setDefaultTimeout(patience)
    ours.add(page)
    return page
  }
  const desk = openDesk(core, newPage, [...ours][0])
  const closed = goneOf(core)
  return {
    kind: core.kind,
    extensionId: core.extensionId,
    extensionOrigin,
    closed,
    page: newPage,
    extensionPage: async (path) => {
      const page = await newPage()
      await core.visit(page, `${extensionOrigin}/${path}`)
      await until(`${path} to show text`, () => page.evaluate(showsText, extensionOrigin))
      return page
    },
    inExtension: desk.run,
    storageSet: (area, values) => desk.run((api, name, wanted) => api.storage[name].set(wanted), area, values),
    storageGet: (area) => desk.run((api, name) => api.storage[name].get(), area),
    tabIdOf: async (page) => {
      await page.bringToFront()
      return core.tabIdOf(page, await desk.page())
    },
    rulesAt: (addresses) => core.rulesAt(addresses, desk.page),
    killWorker: () => core.killWorker(desk.page),
    update: async (folder) => {
      await desk.putAway()
      await browser.installExtension(folder)
    },
    takeUpdate: async () => {
      const version = () => desk.run((api) => api.runtime.getManifest().version)
      const before = await version()
      // The extension's pages close: with the last tab the browser would.
      const other = await newPage()
      await core.lookForUpdate(desk)
      await until('another version', async () => (await version()) !== before)
      await other.close()
    },
    isAwake: core.isAwake,
    authWindow: async () => {
      const isNew = (page: Page) => !ours.has(page) && /^https?:/.test(page.url())
      const page = await until('a sign-in window', async () => (await browser.pages()).find(isNew))
      ours.add(page)
      return page
    },
    prefer: core.prefer,
    person: core.person,
    screenshot: (page, file, wanted = {}) => picture(core, page, { file, ...wanted }),
    putAwayDesk: desk.putAway,
    close: async () => {
      await browser.close()
      await closed
    },
  }
}

/** Resolves when the browser's process is gone and cleaned up after; also when this process leaves first. */
function goneOf({ browser, cleanUp }: Core): Promise<void> {
  process.once('exit', cleanUp)
  return new Promise((resolve) => {
    browser.process()?.once('exit', () => {
      process.removeListener('exit', cleanUp)
      cleanUp()
      resolve()
    })
  })
}

const showsText = (origin: string) =>
  location.href.startsWith(origin) && document.readyState === 'complete' && document.body.textContent.trim() !== ''
