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

/** What is stored before and after a change. */
export interface Stored {
  readonly before: unknown
  readonly after: object
}

/**
 * Changes the person's own settings; resolves to nothing where `edit` leaves them as they are. One page at a time: what another saves
 * between reading and writing would be lost. Where what was stored has parts that nobody can read, it is set aside. Rejects with a
 * ProblemError where a newer Latchkey has written it.
 */
export const changeUserSettings = (edit: (stored: unknown) => object | undefined): Promise<Stored | undefined> =>
  navigator.locks.request('settings', async () => {
    const before = await readUserSettings()
    const after = edit(before)
    if (!after) return undefined
    if (isNewer(before)) throw new ProblemError({ code: 'settings-from-newer' })
    await browser.storage.local.set({ settings: after, ...(isBroken(before) && { setAside: withAside(await readSetAside(), before) }) })
    return { before, after }
  })

const withAside = (aside: readonly unknown[], stored: unknown): readonly unknown[] =>
  aside.some((one) => isSameJson(one, stored)) ? aside : [...aside, stored]

/** Stored settings that could not be read and were overwritten since, the oldest first. */
export async function readSetAside(): Promise<readonly unknown[]> {
  const { setAside } = await browser.storage.local.get('setAside')
  return Array.isArray(setAside) ? setAside : []
}

/** Drops what was shown of it, and nothing that another page has set aside since. */
export const forgetSetAside = (shown: readonly unknown[]): Promise<void> =>
  navigator.locks.request('settings', async () => {
    const setAside = (await readSetAside()).filter((one) => !shown.some((other) => isSameJson(one, other)))
    await (setAside.length > 0 ? browser.storage.local.set({ setAside }) : browser.storage.local.remove('setAside'))
  })

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
