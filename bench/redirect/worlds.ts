import type { Page } from 'puppeteer-core'

/** Counts the isolated worlds that an extension makes in a page. Chromium only. */
export async function countWorlds(page: Page, extensionOrigin: string): Promise<() => number> {
  const devTools = await page.createCDPSession()
  let worlds = 0
  devTools.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith(extensionOrigin)) worlds += 1
  })
  await devTools.send('Runtime.enable')
  return () => worlds
}
