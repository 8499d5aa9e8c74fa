import type { Page } from 'puppeteer-core'
import type { Popup } from './popup'
import { until } from './until'

/** Opens the workbench in Chromium's own side panel, from the popup of a tab, with that tab in front. */
export async function openSidePanel(popup: Popup, tab: Page): Promise<Page> {
  await popup.press('Open workbench beside the page')
  const isPanel = (one: { url(): string }) => one.url().endsWith('/src/workbench/index.html')
  const panel = await until('the panel', async () => (await tab.browser().targets().find(isPanel)?.asPage()) ?? undefined)
  await tab.bringToFront()
  return panel
}
