import type { Tabs, WebRequest } from 'webextension-polyfill'
import { doorOf } from '../../login-page/door'
import { browser } from '../browser'
import { readDoorsAt } from '../door-stores'
import { seenIn } from '../seen'
import type { Noted } from './journal'

/**
 * What our content script decided on a login page that has just arrived; undefined where it has gone again or is nobody's door. A response
 * may be complete before its page stands in the tab, and what stands there until then may finish loading meanwhile: it is asked again
 * after each.
 */
export async function hearPage({ url, tabId, timeStamp }: WebRequest.OnCompletedDetailsType): Promise<Noted | undefined> {
  if (!doorOf(url, await readDoorsAt(url))) return undefined
  const seen = await soonIn(tabId, ({ status }) => (status === 'complete' ? seenIn(tabId, url) : undefined))
  return seen && { at: timeStamp, tabId, url, ...seen }
}

/** Milliseconds after which a page that has not taken over its tab is not waited for: it was stopped, or the tab is closed. */
const patience = 10_000

/** What is found in a tab, now or after anything that it tells of itself soon. */
export function soonIn<T>(tabId: number, find: (change: Tabs.OnUpdatedChangeInfoType) => Promise<T> | undefined): Promise<T | undefined> {
  const { onUpdated } = browser.tabs
  return new Promise((resolve) => {
    const end = (found?: T) => {
      onUpdated.removeListener(listener)
      clearTimeout(timer)
      resolve(found)
    }
    const listener = async (id: number, change: Tabs.OnUpdatedChangeInfoType) => {
      const found = id === tabId ? await find(change) : undefined
      if (found) end(found)
    }
    const timer = setTimeout(end, patience)
    onUpdated.addListener(listener)
    void listener(tabId, { status: 'complete' })
  })
}
