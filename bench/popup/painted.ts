import type { Page } from 'puppeteer-core'
import { until } from '../../test/e2e/driver/until'

/**
 * Opens an address in a tab of its own and gives the milliseconds from its navigation until something that fits the selector has been painted,
 * by the page's own clock.
 */
export async function paintedIn(page: Page, address: string, selector: string): Promise<number> {
  await page.evaluateOnNewDocument(watchPaint, selector)
  await page.goto(address)
  return until(`${selector} to be painted`, async () => page.evaluate(() => Reflect.get(globalThis, 'benchPainted') as number | undefined))
}

/** A task that follows a frame's callbacks comes after its painting. */
const watchPaint = (selector: string) => {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => Reflect.set(globalThis, 'benchPainted', performance.now())
      port2.postMessage(undefined)
    })
  })
  observer.observe(document, { childList: true, subtree: true })
}
