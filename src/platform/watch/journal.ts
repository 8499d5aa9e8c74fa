import { browser } from '../browser'
import { type JournalEntry, readJournal } from '../stores'

const kept = 20

/** Writes a decision down, for the popup. */
export async function note(entry: JournalEntry): Promise<void> {
  await browser.storage.session.set({ journal: [entry, ...(await readJournal())].slice(0, kept) })
}
