import type { WebRequest } from 'webextension-polyfill'
import { browser } from '../browser'
import { type Guard, keep, readKeeping } from './keeping'

const seconds = 1000

/**
 * A chain of redirects that ends before the loop guard's rule is in force ends in the browser's own error page. The guard is in
 * force by now, so the login page that it was set for is opened instead. A chain is one request, and comes to its end at once: whatever
 * ends later was left or stopped by a person.
 */
export async function seeFailure({ tabId, requestId, timeStamp }: WebRequest.OnErrorOccurredDetailsType): Promise<void> {
  const setOff = await takeSetOff(tabId, requestId)
  if (setOff && timeStamp - setOff.at < seconds) await browser.tabs.update(tabId, { url: setOff.url })
}

/** Sees the answer of a login page: one that is there, and does not lead on, ends its chain. */
export async function seeArrived({ tabId, requestId, statusCode }: WebRequest.OnHeadersReceivedDetailsType): Promise<void> {
  if (statusCode < 300 || statusCode >= 400) await takeSetOff(tabId, requestId)
}

/** The login page to which that request came back, which is forgotten. */
async function takeSetOff(tabId: number, requestId: string): Promise<Guard['setOff']> {
  const { arrivals, guards } = await readKeeping()
  const guard = guards.find((one) => one.tabId === tabId && one.setOff?.requestId === requestId)
  if (!guard) return undefined
  const { setOff, ...rest } = guard
  await keep({ arrivals, guards: guards.map((one) => (one === guard ? rest : one)) })
  return setOff
}
