import { hosts } from '../../hosts'
import { browser } from '../browser'
import { keep, readKeeping } from './keeping'

/** Whether a login that answers with this redirect has succeeded: a failed one leads to another login page. */
export function isLoggedIn(redirectUrl: string): boolean {
  const { pathname } = new URL(redirectUrl)
  return !pathname.includes('/plugins/servlet/') && !hosts.some(({ doorPaths }) => doorPaths.some((path) => pathname.endsWith(`/${path}`)))
}

/** Somebody has logged in: the plain form, once asked for in this tab, is asked for no more. */
export async function endBackdoor(tabId: number): Promise<void> {
  const { arrivals, guards } = await readKeeping()
  const others = guards.filter((guard) => guard.tabId !== tabId || guard.because !== 'backdoor-earlier')
  if (others.length === guards.length) return
  await keep({ arrivals, guards: others })
  // Whichever page of the site is there by now: they share one store in this tab.
  await browser.scripting.executeScript({ target: { tabId }, func: forgetBackdoor }).catch(() => undefined)
}

const forgetBackdoor = () => sessionStorage.removeItem('latchkey.backdoor')
