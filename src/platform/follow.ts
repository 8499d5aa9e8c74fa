import type { WebRequest } from 'webextension-polyfill'
import type { Trail } from '../setup/check/result'
import { browser } from './browser'

const seconds = 1000
/** Longer ways are circles. */
const most = 20
const beginning = 4000 // characters

/**
 * Follows an address without cookies and tells every address on the way: only the browser sees them all, since pages learn where a
 * redirect ended, and of one to an extension's own address not even that. Undefined where nothing answered. Never rejects.
 */
export async function follow(address: string): Promise<Trail | undefined> {
  const addresses = [address]
  const note = ({ url, redirectUrl }: WebRequest.OnBeforeRedirectDetailsType) => {
    if (url === addresses.at(-1) && addresses.length < most) addresses.push(redirectUrl)
  }
  browser.webRequest.onBeforeRedirect.addListener(note, { urls: ['<all_urls>'], types: ['xmlhttprequest'] })
  try {
    const response = await fetch(address, { credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(10 * seconds) })
    await soon(() => addresses.at(-1) === response.url)
    if (addresses.at(-1) !== response.url) addresses.push(response.url)
    return { addresses, status: response.status, text: (await response.text()).slice(0, beginning) }
  } catch {
    await soon(() => addresses.length > 1)
    return addresses.length > 1 ? { addresses, status: 0 } : undefined
  } finally {
    browser.webRequest.onBeforeRedirect.removeListener(note)
  }
}

/** Firefox tells of redirects a moment after it has handed over what is at their end. */
async function soon(isTold: () => boolean): Promise<void> {
  for (let tries = 0; tries < 25 && !isTold(); tries += 1) await new Promise((next) => setTimeout(next, 20))
}
