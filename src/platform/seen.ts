import type { Decision } from '../login-page/decision'
import type { LoginPage } from '../login-page/page'
import { browser } from './browser'

/** What our content script saw in a tab, and what it decided. */
export interface Seen {
  readonly decision: Decision
  readonly page?: LoginPage | undefined
}

declare global {
  /** In the isolated world of a login page, which no page can read. */
  var latchkeySeen: Promise<Seen | undefined> | undefined
}

/**
 * What our content script decided in that tab, once it has: its isolated world keeps it, so that no message has to carry it.
 * With an address, fragment aside, only if the tab is there.
 */
export async function seenIn(tabId: number, address?: string): Promise<Seen | undefined> {
  const [answer] = await browser.scripting
    .executeScript({ target: { tabId }, func: askPage, args: [withoutFragment(address)] })
    .catch(() => [])
  return (answer?.result as Seen | null | undefined) ?? undefined
}

const askPage = (address: string | null) =>
  address === null || address === location.href.replace(/#.*/, '') ? globalThis.latchkeySeen : undefined

/** Arguments of injected functions are JSON, which knows no undefined. */
const withoutFragment = (address: string | undefined): string | null => address?.replace(/#.*/, '') ?? null
