import type { Scripting } from 'webextension-polyfill'
import { pagePaths } from '../hosts/paths'
import type { Door } from '../login-page/door'
import { browser } from './browser'
import { patternOf } from './grants'

/** Files of what runs in login pages, as they are built. */
export interface DoorScripts {
  readonly door: string
  /** Loaded before the other, where there may be a countdown. */
  readonly countdown: string
}

/** Brings what runs in login pages into step with the sites on which it may run. */
export async function syncScripts(doors: readonly Door[], files: DoorScripts): Promise<void> {
  const wanted = [
    script(
      'door',
      [files.door],
      doors.filter(({ delaySeconds }) => !delaySeconds),
    ),
    script(
      'door-countdown',
      [files.countdown, files.door],
      doors.filter(({ delaySeconds }) => delaySeconds),
    ),
  ].filter(({ matches }) => matches.length > 0)
  const { registerContentScripts, updateContentScripts, unregisterContentScripts, getRegisteredContentScripts } = browser.scripting
  const present = (await getRegisteredContentScripts()).map(({ id }) => id)
  const [old, fresh] = [wanted.filter(({ id }) => present.includes(id)), wanted.filter(({ id }) => !present.includes(id))]
  const gone = present.filter((id) => !wanted.some((one) => one.id === id))
  // In place: between taking one out and putting it back a login page could load without it.
  if (old.length) await updateContentScripts(old)
  if (fresh.length) await registerContentScripts(fresh)
  if (gone.length) await unregisterContentScripts({ ids: gone })
}

/** Only the pages by which people come in or go out are ours; on all others of the site there is not a byte of us, unless anonymous visitors are to be signed in. */
function script(id: string, js: string[], doors: readonly Door[]): Scripting.RegisteredContentScript & { matches: string[] } {
  const matches = doors.flatMap(({ baseUrl, anonymous }) =>
    (anonymous === 'sign-in' ? [''] : pagePaths).map((path) => `${patternOf(baseUrl)}${path}*`),
  )
  return { id, js, css: ['door.css'], matches, runAt: 'document_start', persistAcrossSessions: true }
}
