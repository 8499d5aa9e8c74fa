import type { Account } from '../../session/session'
import { revokeTokens, signOut } from '../../session/sign-out'
import { forgetSignIn, readAccounts, readSignIns, storedProviders } from '../session-stores'
import { takeOut } from './accounts'
import { chosen, everyProvider, isOf } from './chosen'
import { watchExpiryOf } from './expiry'
import { stop, stopOutdated } from './flows'
import { leaveTab } from './in-tab'
import { oneWindow } from './one-window'
import { portsFor } from './ports'
import { recordOf } from './record'

const departures = new Map<string, Promise<unknown>>()

/** Resolves when nobody is being signed out at a provider: until then a sign-in would find its session alive, and bring the same person back. */
export const departed = async (id: string): Promise<void> => void (await departures.get(id))

/**
 * Signs the account in front out: it is forgotten first, then its tokens are revoked, and the provider's own session is ended, if it
 * is this account's. Resolves when it is over; what may live on stands in storage.
 */
export function leave(id: string): Promise<void> {
  const leaving = signOutFront(id)
  const all = Promise.allSettled([departures.get(id), leaving]).finally(() => departures.get(id) === all && departures.delete(id))
  departures.set(id, all)
  return leaving
}

async function signOutFront(id: string): Promise<void> {
  const accounts = await readAccounts(id)
  const [front] = accounts
  await takeOut(id, (account) => account.signedInAt === front?.signedInAt)
  await forgetSignIn(id)
  await watchExpiryOf(id)
  if (!front) return
  const isLatest = accounts.every(({ signedInAt }) => signedInAt <= front.signedInAt)
  const problem = isLatest ? await signedOut(front) : await revoked(front)
  if (problem) await recordOf(id).end({ problem })
}

async function signedOut(account: Account) {
  const found = await chosen(account.provider).catch(() => undefined)
  if (!found) return revoked(account)
  const { openAuthWindow, ...ports } = portsFor()
  return signOut(account, { ...found, ports: { ...ports, openAuthWindow: (...asked) => oneWindow(() => openAuthWindow(...asked)) } })
}

const revoked = async (account: Account): Promise<undefined> => void (await revokeTokens(account).catch(() => undefined))

/** Forgets all accounts of a provider and revokes their tokens, without a window and without a word: its site was logged out of. */
export async function dropSession(id: string): Promise<void> {
  await drop(id)
  await forgetSignIn(id)
}

/** Forgets what belongs to providers that are no longer configured, or are others now under the same name. */
export async function dropStrangers(): Promise<void> {
  await stopOutdated()
  const stored = await storedProviders()
  if (stored.length === 0) return
  const [configured, signIns] = await Promise.all([everyProvider(), readSignIns()])
  const dropped = stored.map(async (id) => {
    const found = configured.find(({ settings }) => settings.id === id)
    await drop(id, (account) => !found || !isOf(account, found))
    if (found) return
    await leaveTab(id)
    await stop(id, { code: 'settings-changed' })
    if (signIns[id]) await recordOf(id).end()
  })
  for (const { reason } of (await Promise.allSettled(dropped)).filter(isFailure)) throw reason
}

const isFailure = (result: PromiseSettledResult<void>): result is PromiseRejectedResult => result.status === 'rejected'

async function drop(id: string, which?: (account: Account) => boolean): Promise<void> {
  const taken = await takeOut(id, which)
  await watchExpiryOf(id)
  await Promise.all(taken.map(revoked))
}
