import type { Page } from 'puppeteer-core'

/** Closes a page, which the browser may close at the same moment. */
export async function close(page: Page): Promise<void> {
  if (page.isClosed()) return
  await page.close().catch((error: Error) => {
    if (!/No target with given id|no such frame|Target closed|already closed/i.test(error.message)) throw error
  })
}
