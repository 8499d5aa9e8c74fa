import type { WebRequest } from 'webextension-polyfill'
import { browser } from '../browser'
import { keep, readKeeping } from './keeping'

/**
 * A chain of redirects that ends before the loop guard's rule is in force ends in the browser's own error page. The guard is in
 * force by now, so the login page that it was set for is opened instead. A chain is one request.
 */
export async function seeFailure({ tabId, requestId }: WebRequest.OnErrorOccurredDetailsType): Promise<void> {
  const { arrivals, guards } = await readKeeping()
  const guard = guards.find((one) => one.tabId === tabId && one.setOff?.requestId === requestId)
  if (!guard?.setOff) return
  const { setOff, ...rest } = guard
  await keep({ arrivals, guards: guards.map((one) => (one === guard ? rest : one)) })
  await browser.tabs.update(tabId, { url: setOff.url })
}
