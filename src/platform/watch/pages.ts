import type { Tabs, WebRequest } from 'webextension-polyfill'
import { doorOf } from '../../login-page/door'
import { browser } from '../browser'
import { readDoors } from '../door-stores'
import { type Seen, seenIn } from '../front-tab'
import type { Noted } from './journal'

/** What our content script decided on a login page that has just arrived; undefined where it has gone again or is nobody's door. */
export async function hearPage({ url, tabId, timeStamp }: WebRequest.OnCompletedDetailsType): Promise<Noted | undefined> {
  if (!doorOf(url, await readDoors())) return undefined
  const seen = await seenOnceThere(tabId, url)
  return seen && { at: timeStamp, tabId, url, ...seen }
}

/** Milliseconds after which a page that has not taken over its tab is not waited for: it was stopped, or the tab is closed. */
const patience = 10_000

/**
 * A response may be complete before its page stands in the tab, and what stands there until then may finish loading meanwhile: it is
 * asked again after each.
 */
function seenOnceThere(tabId: number, url: string): Promise<Seen | undefined> {
  const { onUpdated } = browser.tabs
  return new Promise((resolve) => {
    const end = (seen?: Seen) => {
      onUpdated.removeListener(listener)
      clearTimeout(timer)
      resolve(seen)
    }
    const ask = async () => {
      const seen = await seenIn(tabId, url)
      if (seen) end(seen)
    }
    const listener = (id: number, { status }: Tabs.OnUpdatedChangeInfoType) => {
      if (id === tabId && status === 'complete') void ask()
    }
    const timer = setTimeout(end, patience)
    onUpdated.addListener(listener)
    void ask()
  })
}
