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

/** A response may be complete before its page stands in the tab; what stands there until then is another page. */
async function seenOnceThere(tabId: number, url: string): Promise<Seen | undefined> {
  const { onUpdated } = browser.tabs
  let loaded = (_: 'loaded') => {}
  const load = new Promise<'loaded'>((resolve) => {
    loaded = resolve
  })
  const listener = (id: number, { status }: Tabs.OnUpdatedChangeInfoType) => {
    if (id === tabId && status === 'complete') loaded('loaded')
  }
  onUpdated.addListener(listener)
  try {
    return (await seenIn(tabId, url)) ?? (await load.then(() => seenIn(tabId, url)))
  } finally {
    onUpdated.removeListener(listener)
  }
}
