import type { Told } from '../login-page/decision'
import type { LoginPage } from '../login-page/page'
import { browser } from './browser'
import { isJournalEntry, listOf } from './stored-shapes'

/** A decision that was taken on a tab, as the popup tells it. Nothing in it is secret: no query, no session, no destination. */
export interface JournalEntry {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly tabId: number
  readonly address: string
  readonly decision: Told
  /** What the page was taken for, and by which marks. */
  readonly page?: Omit<LoginPage, 'startLink'>
}

/** The latest decisions of this browser session, newest first. */
export const readJournal = async () => journalIn(await browser.storage.session.get('journal'))

/** The same of what was read of `storage.session`. */
export const journalIn = ({ journal }: { readonly journal?: unknown }): readonly JournalEntry[] => listOf(journal, isJournalEntry)
