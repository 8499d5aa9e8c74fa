import { ProblemError } from '../problem'
import { isNewer } from '../settings/migrations'
import { isBroken, type Resolved, resolve } from '../settings/resolve'
import { browser } from './browser'
import { readPolicy } from './policy'
import { isSameJson } from './same-json'

/** The person's own settings as stored: the settings' JSON form, unread. */
export async function readUserSettings(): Promise<unknown> {
  return (await browser.storage.local.get('settings'))['settings']
}

/**
 * Stores the person's own settings whole. Where what was stored has parts that nobody can read, it is set aside first. Rejects with
 * a ProblemError where a newer Latchkey has written it.
 */
export async function writeUserSettings(settings: object): Promise<void> {
  const stored = await readUserSettings()
  if (isNewer(stored)) throw new ProblemError({ code: 'settings-from-newer' })
  await browser.storage.local.set({ settings, ...(isBroken(stored) && { setAside: withAside(await readSetAside(), stored) }) })
}

const withAside = (aside: readonly unknown[], stored: unknown): readonly unknown[] =>
  aside.some((one) => isSameJson(one, stored)) ? aside : [...aside, stored]

/** Stored settings that could not be read and were overwritten since, the oldest first. */
export async function readSetAside(): Promise<readonly unknown[]> {
  const { setAside } = await browser.storage.local.get('setAside')
  return Array.isArray(setAside) ? setAside : []
}
export const forgetSetAside = () => browser.storage.local.remove('setAside')

/**
 * The settings in force. Read anew each time: policy may arrive late and change at run time. Whoever has something to draw, and draws anew
 * when storage changes, does not wait for policy: `patience` 0.
 */
export async function loadSettings(patience?: number): Promise<Resolved> {
  const stored = browser.storage.local.get(['settings', 'policy'])
  const last = stored.then(({ policy }) => policy ?? {})
  const [{ settings: user }, policy] = await Promise.all([stored, readPolicy(patience, last)])
  return resolve(user, policy)
}
