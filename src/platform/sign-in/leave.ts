import type { Account } from '../../session/session'
import { signOut } from '../../session/sign-out'
import { readAccounts, readSignIns, storedProviders } from '../session-stores'
import { isSamePerson, revoked, takeOut } from './accounts'
import { type Configured, configured, everyProvider, isInForce, isOf } from './configured'
import { depart } from './departures'
import { watchExpiryOf } from './expiry'
import { conclude, stop, stopOutdated } from './flows'
import { leaveTab } from './in-tab'
import { oneWindow } from './one-window'
import { portsFor, withHidden } from './ports'
import { tabOf } from './tab'

/**
 * Signs the account in front out: a sign-in in a window is stopped, the account is forgotten, then its tokens are revoked, and the
 * provider's own session is ended, if it is this account's. Resolves when it is over; what may live on stands in storage.
 */
export const leave = (id: string): Promise<void> => depart(id, signOutFront(id))

async function signOutFront(id: string): Promise<void> {
  // Both at once: who is in front now is meant, and a sign-in that begins from now on waits.
  const [[meant]] = await Promise.all([readAccounts(id), stop(id)])
  const accounts = await readAccounts(id)
  // What a renewal has made of it meanwhile is what has to go.
  const [front] = meant ? await takeOut(id, (account) => isSamePerson(account, meant)) : []
  // Nobody could sign out again what is gone: no failure of anything else keeps its tokens from being revoked.
  await Promise.allSettled([conclude(id), watchExpiryOf(id)])
  if (!front) return
  const isLatest = accounts.every(({ signedInAt }) => signedInAt <= front.signedInAt)
  const problem = isLatest ? await signedOut(front) : await revoked(front)
  if (problem) await conclude(id, { problem })
}

async function signedOut(account: Account) {
  const found = await configured(account.provider).catch(() => undefined)
  if (!found) return revoked(account)
  return signOut(account, { ...found, ports: withHidden(portsFor(), oneWindow) })
}

/** Forgets all accounts of a provider and revokes their tokens. A sign-in that is under way there goes on. */
export async function dropAccounts(id: string): Promise<void> {
  await drop(id)
  await conclude(id)
}

/** Forgets what belongs to providers that are no longer configured, or are others now under the same name. */
export async function dropStrangers(): Promise<void> {
  await stopOutdated()
  const stored = await storedProviders()
  if (stored.length === 0) return
  const all = await everyProvider()
  const foundAt = (id: string) => all.find(({ settings }) => settings.id === id)
  await Promise.all(stored.map((id) => dropStrangersAt(id, foundAt(id))))
}

async function dropStrangersAt(id: string, found: Configured | undefined): Promise<void> {
  await drop(id, (account) => !found || !isOf(account, found))
  if (!found) await stop(id, { code: 'settings-changed' })
  const tab = tabOf((await readSignIns())[id])
  if (tab && !(await isInForce(tab.by))) await leaveTab(id, { problem: { code: 'settings-changed' } })
  if (!found) await conclude(id)
}

async function drop(id: string, which?: (account: Account) => boolean): Promise<void> {
  const taken = await takeOut(id, which)
  if (taken.length > 0) await Promise.all([...taken.map(revoked), watchExpiryOf(id)])
}
