import { subjectOf } from '../claims/subject'
import { readDoors } from '../platform/door-stores'
import { frontTab } from '../platform/front-tab'
import { loadSettings, readJournal, readSession, readSignIns } from '../platform/stores'
import type { Session } from '../session/session'
import type { Shelf } from './bench'

/** Reads what the workbench shows from storage and the browser, without waiting for the background. */
export async function readShelf(): Promise<Shelf> {
  const [resolved, signIns, journal, doors, front] = await Promise.all([
    loadSettings(),
    readSignIns(),
    readJournal(),
    readDoors(),
    frontTab('').catch(() => undefined),
  ])
  const sessions = await Promise.all(resolved.settings.providers.map(({ id }) => readSession(id)))
  const live = sessions.filter((session): session is Session => session !== undefined)
  const ssoApps = Object.fromEntries(doors.flatMap(({ baseUrl, ssoApp }) => (ssoApp ? [[baseUrl, ssoApp]] : [])))
  return { resolved, signIns, journal, sessions: live, subjects: live.map(subjectOf), ssoApps, ...(front && { front }) }
}
