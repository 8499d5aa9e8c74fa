import type { JSHandle, Page } from 'puppeteer-core'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import type { Core } from './core'
import { until } from './until'

/** The tab from which the driver reaches the extension's API. */
export interface Desk {
  page(): Promise<Page>
  /** Runs `act` there. Arguments and answer are JSON. */
  run<A extends readonly unknown[], T>(act: (browser: ExtensionApi, ...args: A) => T | Promise<T>, ...args: A): Promise<T>
  putAway(): Promise<void>
}

/** The tab, and in it the extension API, whose name differs between browsers. */
interface Opened {
  readonly page: Page
  readonly api: JSHandle<ExtensionApi>
}

/** A desk on the extension's manifest.json: a page with the extension's API and none of its code. It starts on `first`, when first needed. */
export function openDesk(core: Core, newPage: () => Promise<Page>, first: Page | undefined): Desk {
  const address = `${core.extensionOrigin}/manifest.json`
  let spare = first
  let current: Promise<Opened> | undefined
  const open = async (): Promise<Opened> => {
    const page = spare && !spare.isClosed() ? spare : await newPage()
    spare = undefined
    await core.visit(page, address)
    await until('the extension to answer', () => page.evaluate(isThere, address))
    return { page, api: (await page.evaluateHandle(extensionApi)) as JSHandle<ExtensionApi> }
  }
  const opened = async () => {
    if (!current || (await current).page.isClosed()) current = open()
    // What an update closes as it opens is opened anew by whoever asks again.
    current.catch(() => {
      current = undefined
    })
    return current
  }
  return {
    page: async () => (await opened()).page,
    run: async <A extends readonly unknown[], T>(act: (browser: ExtensionApi, ...args: A) => T | Promise<T>, ...args: A) => {
      const { page, api } = await opened()
      return (await page.evaluate(act as (...all: unknown[]) => T, api, ...args)) as T
    },
    putAway: async () => {
      const page = current ? (await current).page : spare
      current = undefined
      spare = undefined
      if (page && !page.isClosed()) await page.close()
    },
  }
}

const isThere = (address: string) => location.href === address && document.readyState === 'complete'

const extensionApi = () => Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
