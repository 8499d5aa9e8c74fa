import type { WebRequest } from 'webextension-polyfill'
import type { PageSeen } from '../session/ports'
import { browser } from './browser'
import { originOf } from './grants'

/**
 * Tells of every page of the sign-in's host that arrives in its window, until the returned function is called. Browsers let us see
 * those of granted hosts alone. `windowOf` gives the window's id, once it is known.
 */
export function watchAuthPages(url: string, windowOf: () => number | undefined, onPage: (page: PageSeen) => void): () => void {
  const filter: WebRequest.RequestFilter = { urls: [originOf(url)], types: ['main_frame'] }
  const { onCompleted, onErrorOccurred } = browser.webRequest
  const tell = async (tabId: number, page: PageSeen) => {
    if (await isInWindow(tabId, windowOf())) onPage(page)
  }
  const completed = ({ tabId, url: at, statusCode }: WebRequest.OnCompletedDetailsType) => void tell(tabId, { url: at, status: statusCode })
  const failed = ({ tabId, url: at, error }: WebRequest.OnErrorOccurredDetailsType) => {
    if (!/abort/i.test(error)) void tell(tabId, { url: at, failed: noSuchHost.test(error) ? 'no-such-host' : 'no-connection' })
  }
  onCompleted.addListener(completed, filter)
  onErrorOccurred.addListener(failed, filter)
  return () => {
    onCompleted.removeListener(completed)
    onErrorOccurred.removeListener(failed)
  }
}

const noSuchHost = /NAME_NOT_RESOLVED|UNKNOWN_HOST/

/** Chrome loads the first page in no tab at all. */
async function isInWindow(tabId: number, window: number | undefined): Promise<boolean> {
  if (tabId === -1) return true
  const tab = await browser.tabs.get(tabId).catch(() => undefined)
  return tab !== undefined && tab.windowId === window
}
