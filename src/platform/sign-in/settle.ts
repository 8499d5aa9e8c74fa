import type { SignInState } from '../../session/session'
import { closeAuthWindow } from '../auth-window'
import { isAnybodyKept, readAccounts, readSignIns, readTried, readUnderway, storedProviders, writeUnderway } from '../session-stores'
import { stateStore } from '../state-store'
import { warning } from '../warning'
import { restoreExpiryAlarm } from './expiry'
import { isRunning } from './flows'
import { endWithTab } from './in-tab'
import { recordOf } from './record'
import { recordQueue } from './record-queue'
import { tabOf } from './tab'

/** Nobody wants to read of a sign-in that was broken off longer ago than this, in seconds. */
const longest = 3600

/**
 * A sign-in that is still called running when the background starts died with its predecessor, or with the browser, or in an update:
 * nobody will ever answer it. Says so, closes its window, and drops what it had pending. One whose page stands in a tab lives on.
 * Never rejects.
 */
export const settled: Promise<void> = settle().catch(warning('settle sign-ins'))

async function settle(): Promise<void> {
  const [isKept, window] = await Promise.all([isAnybodyKept(), readTried()])
  // Browsers show one sign-in page at a time: it would keep everybody from signing in.
  if (window !== undefined) await closeAuthWindow(window)
  if (!isKept) return // whoever signs in first waits for nothing
  const [signIns, underway] = await Promise.all([readSignIns(), readUnderway()])
  await dropPending(Object.values(signIns))
  await endBroken()
  const isLate = (since: number) => Date.now() / 1000 - since > longest
  for (const [id, since] of Object.entries(underway)) if (!signIns[id] && !isLate(since)) await interrupted(id, since)
  await endWithTab()
  const alive = Object.entries(underway).filter(([id]) => tabOf(signIns[id]))
  if (Object.keys(underway).length > alive.length) await writeUnderway(Object.fromEntries(alive))
  for (const id of await storedProviders()) await restoreExpiryAlarm(id)
}

/**
 * Ends the sign-ins that are called running, in no tab, though nobody runs them: those of a background that died, or whose end could not
 * be stored.
 */
export const endBroken = (): Promise<void> =>
  recordQueue(async () => {
    for (const [id, state] of Object.entries(await readSignIns())) {
      if (state.phase !== 'running' || state.tab || isRunning(id)) continue
      if (state.window !== undefined) await closeAuthWindow(state.window)
      await interrupted(id, state.since)
    }
  })

/** What was all but over when it broke off is over now. */
async function interrupted(id: string, since: number): Promise<void> {
  const isDone = (await readAccounts(id)).some(({ signedInAt }) => signedInAt >= since)
  await recordOf(id).end(isDone ? undefined : { problem: { code: 'sign-in-interrupted' } })
}

/** Nothing else can be pending when the background starts. */
async function dropPending(states: readonly SignInState[]): Promise<void> {
  const wanted = states.flatMap((state) => tabOf(state)?.requested.state ?? [])
  const keys = await stateStore.getAllKeys()
  for (const key of keys) if (!wanted.includes(key)) await stateStore.remove(key)
}
