import { messageOf, type Problem, ProblemError } from '../problem'
import { patience } from '../session/get-json'
import { inTime } from '../session/in-time'
import type { Showing } from '../session/ports'
import { watchAuthPages } from './auth-pages'
import { browser } from './browser'
import { redirectAddress } from './redirect-address'

interface Shown extends Showing {
  /** Hears the window's id, once there is one: Chrome shows none before a page has loaded. */
  onWindow(id: number): void
}

/** Shows a sign-in page and resolves to the address that ended it. Rejects with a ProblemError. */
export async function openAuthWindow(url: string, { interactive, onPage, onWindow, ready }: Shown): Promise<string> {
  let window: number | undefined
  // Browsers do not say which window is theirs; it is the first of its kind that opens now, and by no page.
  const opened = async ({ id, type }: { id?: number | undefined; type?: string | undefined }) => {
    if (type !== 'popup' || id === undefined || (await isPages(id)) || window !== undefined) return
    window = id
    onWindow(id)
  }
  if (interactive) browser.windows.onCreated.addListener(opened)
  const unwatch = watchAuthPages(url, () => window, onPage)
  try {
    if (!interactive) return await unseen(url)
    return await (opensBlindly ? quietlyFirst(url, ready) : browser.identity.launchWebAuthFlow({ url, interactive }))
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw new ProblemError(problemOf(messageOf(error), new URL(url), { interactive, wasShown: window !== undefined }), { cause: error })
  } finally {
    browser.windows.onCreated.removeListener(opened)
    unwatch()
  }
}

const isPages = async (windowId: number): Promise<boolean> =>
  (await browser.tabs.query({ windowId })).some(({ openerTabId }) => openerTabId)

/** Firefox opens its window for an error page as well. Chrome loads the page first and opens none for an answer from 400 on. */
const opensBlindly = browser.runtime.getURL('').startsWith('moz-extension:')

/** Nobody waits for their turn behind a page that never comes. Chrome ends it when it is told to; Firefox refuses to be told. */
const unseen = (url: string): Promise<string> => inTime(browser.identity.launchWebAuthFlow({ url, ...hidden }))
const hidden = { interactive: false, ...(!opensBlindly && { timeoutMsForNonInteractive: patience * 1000 }) }

async function quietlyFirst(url: string, ready: Showing['ready']): Promise<string> {
  const known = ready?.() // meanwhile
  known?.catch(() => undefined) // told only to whoever would be shown the page
  try {
    return await unseen(url)
  } catch (error) {
    if (!needsPerson.test(messageOf(error))) throw error
  }
  await known
  return browser.identity.launchWebAuthFlow({ url, interactive: true })
}

const needsPerson = /user interaction|timed out/i

/** Closes the window of a sign-in that nobody wants any more, if it is still there. */
export async function closeAuthWindow(id: number): Promise<void> {
  const window = await browser.windows.get(id, { populate: true }).catch(() => undefined)
  const isOurs = window?.tabs?.some(({ url }) => url?.startsWith(browser.runtime.getURL('')))
  if (!isOurs) await browser.windows.remove(id).catch(() => undefined)
}

/**
 * What the browsers' texts mean; neither gives codes.
 * @see https://developer.chrome.com/docs/extensions/reference/api/identity#method-launchWebAuthFlow
 */
function problemOf(message: string, url: URL, { interactive, wasShown }: { interactive: boolean; wasShown: boolean }): Problem {
  if (/only one web auth flow/i.test(message)) return { code: 'sign-in-busy' }
  if (/incognito/i.test(message)) return { code: 'private-window' }
  if (!interactive) {
    if (/timed out/i.test(message)) return { code: 'provider-unreachable', address: url.origin }
    if (/user interaction|could not be loaded/i.test(message)) return { code: 'login-required' }
  }
  if (/did not approve|cancelled or denied/i.test(message)) return { code: 'sign-in-cancelled' }
  if (/could not be loaded|invalid request|timed out|context has been shut down/i.test(message)) {
    const { host: domain, searchParams } = url
    if (wasShown) return { code: 'sign-in-broke-off', domain }
    return { code: 'sign-in-page-failed', domain, callback: redirectAddress(), clientId: searchParams.get('client_id') ?? '' }
  }
  return { code: 'unexpected', message }
}
