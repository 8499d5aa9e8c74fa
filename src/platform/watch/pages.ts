import type { WebRequest } from 'webextension-polyfill'
import { doorOf } from '../../login-page/door'
import { readDoors } from '../door-stores'
import { seenIn } from '../front-tab'
import type { JournalEntry } from '../stores'

/** What our content script decided on a login page that has just arrived; undefined where it has gone again or is nobody's door. */
export async function hearPage({ url, tabId, timeStamp }: WebRequest.OnCompletedDetailsType): Promise<JournalEntry | undefined> {
  if (!doorOf(url, await readDoors())) return undefined
  const seen = await seenIn(tabId)
  if (!seen) return undefined
  const { origin, pathname } = new URL(url)
  return { at: timeStamp, tabId, address: `${origin}${pathname}`, ...seen }
}
