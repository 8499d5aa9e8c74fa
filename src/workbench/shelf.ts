import { readDoors } from '../platform/door-stores'
import { frontTab } from '../platform/front-tab'
import { readJournal } from '../platform/journal-store'
import { readKept } from '../platform/kept-store'
import { readAccounts, readSignIns } from '../platform/session-stores'
import { loadSettings } from '../platform/stores'
import type { Shelf } from './bench'

/** Reads what the workbench shows from storage and the browser, without waiting for the background. */
export async function readShelf(): Promise<Shelf> {
  const [resolved, signIns, journal, doors, front, kept] = await Promise.all([
    loadSettings(),
    readSignIns(),
    readJournal(),
    readDoors(),
    frontTab('').catch(() => undefined),
    readKept().catch(() => undefined),
  ])
  const accounts = (await Promise.all(resolved.settings.providers.map(({ id }) => readAccounts(id)))).flat()
  const ssoApps = Object.fromEntries(doors.flatMap(({ baseUrl, ssoApp }) => (ssoApp ? [[baseUrl, ssoApp]] : [])))
  return { resolved, signIns, journal, accounts, kept, ssoApps, ...(front && { front }) }
}
