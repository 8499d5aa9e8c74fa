import { ssoAppsAt } from '../login-page/door'
import { readDoors } from '../platform/door-stores'
import { readKept } from '../platform/kept-store'
import { readSessionMoment } from '../platform/session-moment'
import { loadSettings } from '../platform/settings-store'
import { frontTab } from '../platform/tabs'
import type { Shelf } from './bench'

/** Reads what the workbench shows from storage and the browser, without waiting for the background. */
export async function readShelf(): Promise<Shelf> {
  const [resolved, session, doors, front, kept] = await Promise.all([
    loadSettings(),
    readSessionMoment(),
    readDoors(),
    frontTab('').catch(() => undefined),
    readKept().catch(() => undefined),
  ])
  const accounts = resolved.settings.providers.flatMap(({ id }) => session.accounts[id] ?? [])
  return { resolved, ...session, accounts, kept, ssoApps: ssoAppsAt(doors), ...(front && { front }) }
}
