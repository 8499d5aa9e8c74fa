import type { SignInState } from '../../session/session'
import { closeAuthWindow } from '../auth-window'
import { readAccounts, readSignIns, readUnderway, storedProviders, writeUnderway } from '../session-stores'
import { stateStore } from '../state-store'
import { keepAwake } from './expiry'
import { endWithTab } from './in-tab'
import { recordOf } from './record'
import { tabOf } from './tab'

/** Nobody wants to read of a sign-in that was broken off longer ago than this, in seconds. */
const longest = 3600

/**
 * A sign-in that is still called running when the background starts died with its predecessor, or with the browser, or in an update:
 * nobody will ever answer it. Says so, closes its window, and drops what it had pending. One whose page stands in a tab lives on.
 * Never rejects.
 */
export const settled: Promise<void> = settle().catch((error: unknown) => console.warn('Sign-ins could not be looked through.', error))

async function settle(): Promise<void> {
  const [signIns, underway] = await Promise.all([readSignIns(), readUnderway()])
  const broken = Object.entries(signIns).flatMap(([id, state]) => (state.phase === 'running' && !state.tab ? [[id, state] as const] : []))
  await dropPending(Object.values(signIns))
  for (const [id, { since, window }] of broken) {
    if (window !== undefined) await closeAuthWindow(window)
    await endBroken(id, since)
  }
  const isLate = (since: number) => Date.now() / 1000 - since > longest
  for (const [id, since] of Object.entries(underway)) if (!signIns[id] && !isLate(since)) await endBroken(id, since)
  await endWithTab()
  const alive = Object.entries(underway).filter(([id]) => tabOf(signIns[id]))
  if (Object.keys(underway).length > alive.length) await writeUnderway(Object.fromEntries(alive))
  for (const id of await storedProviders()) await keepAwake(id)
}

/** What was all but over when the background died is over now. */
async function endBroken(id: string, since: number): Promise<void> {
  const isDone = (await readAccounts(id)).some(({ signedInAt }) => signedInAt >= since)
  await recordOf(id).end(isDone ? undefined : { problem: { code: 'sign-in-interrupted' } })
}

/** Nothing else can be pending when the background starts. */
async function dropPending(states: readonly SignInState[]): Promise<void> {
  const wanted = states.flatMap((state) => tabOf(state)?.requested.state ?? [])
  const keys = await stateStore.getAllKeys()
  for (const key of keys) if (!wanted.includes(key)) await stateStore.remove(key)
}
