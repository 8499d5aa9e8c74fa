import type { Page } from 'puppeteer-core'
import type { Core } from './core'
import { until } from './until'

/** The tab from which the driver reaches the extension's API. */
export interface Desk {
  page(): Promise<Page>
  putAway(): Promise<void>
}

/** A desk on the extension's manifest.json: a page with the extension's API and none of its code. It starts on `first`, when first needed. */
export function openDesk(core: Core, newPage: () => Promise<Page>, first: Page | undefined): Desk {
  const address = `${core.extensionOrigin}/manifest.json`
  let spare = first
  let current: Promise<Page> | undefined
  const open = async () => {
    const page = spare && !spare.isClosed() ? spare : await newPage()
    spare = undefined
    await core.visit(page, address)
    await until('the extension to answer', () => page.evaluate(isThere, address))
    return page
  }
  return {
    page: async () => {
      if (!current || (await current).isClosed()) current = open()
      return current
    },
    putAway: async () => {
      const page = current ? await current : spare
      current = undefined
      spare = undefined
      if (page && !page.isClosed()) await page.close()
    },
  }
}

const isThere = (address: string) => location.href === address && document.readyState === 'complete'
