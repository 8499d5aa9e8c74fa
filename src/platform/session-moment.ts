import { browser } from './browser'
import { journalIn } from './journal-store'
import { accountsIn, signInsIn } from './session-stores'

/** Everybody who signed in and every attempt, by provider, and the latest decisions: as they are at one moment, in one read. */
export async function readSessionMoment() {
  const all = await browser.storage.session.get()
  return { accounts: accountsIn(all), signIns: signInsIn(all), journal: journalIn(all) }
}
