import { browser } from './browser'

/** The tab that a popup speaks of. `url` is known where the tab was opened to us, by a click or by a granted host. */
export interface FrontTab {
  readonly id: number
  readonly url?: string
}

/** The tab in front; a popup that was popped out into a window of its own keeps to the tab named in its address, `?tab=12`. */
export async function frontTab(search: string): Promise<FrontTab | undefined> {
  const named = new URLSearchParams(search).get('tab')
  const tab = named === null ? (await browser.tabs.query({ active: true, currentWindow: true }))[0] : await browser.tabs.get(Number(named))
  const { id, url } = tab ?? {}
  return id === undefined ? undefined : { id, ...(url !== undefined && { url }) }
}

/** Brings a tab to the front, and its window. */
export async function showTab(tabId: number): Promise<void> {
  const { windowId } = await browser.tabs.update(tabId, { active: true })
  if (windowId !== undefined) await showWindow(windowId)
}

/** Brings a window to the front. */
export const showWindow = async (id: number): Promise<void> => void (await browser.windows.update(id, { focused: true }))

/** Sends the tab to an address. */
export const sendTab = async (tabId: number, url: string): Promise<void> => void (await browser.tabs.update(tabId, { url }))

/** Whose cookies a tab has, which Chromium tells of private windows alone; "" of one that has gone meanwhile, for it may have been any. */
export async function cookieStoreOf(tabId: number): Promise<string> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined)
  return tab ? (tab.cookieStoreId ?? (tab.incognito ? 'private' : 'ordinary')) : ''
}

/** Moves the popup into a window of its own, which stays open when the person clicks elsewhere. */
export const popOut = async (tabId: number): Promise<void> =>
  void (await browser.windows.create({
    type: 'popup',
    width: 460,
    height: 680,
    url: browser.runtime.getURL(`src/popup/index.html?tab=${tabId}`),
  }))

/** Calls back when another tab comes to the front, or the tab in front shows another page, until the returned function is called. */
export function watchFront(changed: () => void): () => void {
  const moved = (_: number, { url }: { url?: string }) => url !== undefined && changed()
  browser.tabs.onActivated.addListener(changed)
  browser.tabs.onUpdated.addListener(moved)
  return () => {
    browser.tabs.onActivated.removeListener(changed)
    browser.tabs.onUpdated.removeListener(moved)
  }
}
