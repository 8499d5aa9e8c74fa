import { ownAddress } from '../hosts/confluence'
import type { ReturnedPage } from '../login-page/causes'
import { browser } from './browser'

/** Looks at the login page in a tab to which SSO led back; where we may not, it tells nothing. */
export async function lookAtReturned(tabId: number): Promise<ReturnedPage> {
  const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: look, args: [ownAddress] }).catch(() => [])
  return (answer?.result as ReturnedPage | undefined) ?? {}
}

/** Runs in the page. */
const look = (selector: string): ReturnedPage => ({
  hasCookies: navigator.cookieEnabled,
  ownAddress: document.querySelector(selector)?.getAttribute('content') ?? null,
})
