import type { Told } from '../../login-page/decision'
import type { LoginPage } from '../../login-page/page'
import { browser } from '../browser'
import { type JournalEntry, readJournal } from '../journal-store'

const kept = 20

/** A decision as it was taken, on the page at `url`. */
export interface Noted {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly tabId: number
  readonly url: string
  readonly decision: Told
  readonly page?: LoginPage | undefined
}

/** Writes a decision down, for the popup: what was seen and done, without the secrets that addresses can hold. */
export async function note(noted: Noted): Promise<void> {
  await browser.storage.session.set({ journal: [entryOf(noted), ...(await readJournal())].slice(0, kept) })
}

function entryOf({ at, tabId, url, decision: { act, because }, page }: Noted): JournalEntry {
  const { origin, pathname } = new URL(url)
  const address = `${origin}${pathname.replace(/;.*/, '')}`
  return { at, tabId, address, decision: { act, because }, ...(page && { page: withoutLink(page) }) }
}

const withoutLink = ({ startLink: _, ...seen }: LoginPage) => seen
