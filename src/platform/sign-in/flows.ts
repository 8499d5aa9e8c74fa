import { type Problem, ProblemError, problemOf } from '../../problem'
import type { Failure, Outcome } from '../../session/outcome'
import type { RunningSignIn, Session, SignInTab } from '../../session/session'
import type { ProviderSettings } from '../../settings/catalog'
import { readSignIns } from '../session-stores'
import { keepInFront, revoked } from './accounts'
import { isInForce, lettersOf } from './configured'
import { isLeaving } from './departures'
import { watchExpiryOf } from './expiry'
import { isWindowFree } from './one-window'
import { type Note, recordOf, type SignInRecord } from './record'
import { recordQueue } from './record-queue'
import { closeTab } from './tab'
import { whenStopped } from './when-stopped'

/** What an act of signing in has to do with. */
export interface Hands {
  readonly record: SignInRecord
  /** Is aborted when nobody wants the outcome any more. */
  readonly stopped: AbortSignal
  /** Says by which settings it signs in. */
  by(settings: ProviderSettings): void
}

/** How a flow at a provider is run. */
interface Course {
  /** Its page comes in the browser's own window, of which there is one. */
  readonly isInWindow?: boolean
  /** Another account is wanted. */
  readonly isAfresh?: boolean
  /** Comes before anything is noted; where it fails nothing is, and whoever asked is told. */
  prepare?(): Promise<unknown>
  /** Gives how it ended, or undefined where it goes on elsewhere. */
  act(hands: Hands): Promise<Outcome | undefined>
  /** The record of a flow whose first half was run elsewhere. */
  readonly from?: RunningSignIn
}

interface Flow {
  readonly ended: Promise<void>
  readonly stopping: AbortController
  readonly isInWindow: boolean
  /** The letters of the settings by which it signs in. */
  by?: string
}
const flows = new Map<string, Flow>()

/** Runs a flow at a provider, or shares the one that is running there. Resolves when it is over; how it ended stands in storage. */
export function run(id: string, course: Course): Promise<void> {
  const running = flows.get(id)
  if (running) return running.ended
  const { act, from, prepare, isInWindow = false } = course
  const stopping = new AbortController()
  const record = recordOf(id, from)
  const note = noteOf(id, course)
  const by = (settings: ProviderSettings) => void Object.assign(flow, { by: lettersOf(settings) })
  const hands = { record, stopped: stopping.signal, by }
  const go = async () => {
    if (!from) await recordQueue(() => record.begin(note))
    await follow(() => act(hands), hands, flow)
  }
  const ended = Promise.resolve(prepare?.())
    .then(() => go().catch((error: unknown) => lost(error, record)))
    .finally(() => flows.delete(id))
  const flow: Flow = { ended, stopping, isInWindow }
  flows.set(id, flow)
  return ended
}

/** What can be said of a flow before it begins. */
function noteOf(id: string, { isInWindow, isAfresh }: Course): Note {
  const isBehind = isInWindow && (!isWindowFree() || [...flows.values()].some((flow) => flow.isInWindow))
  return { ...((isBehind || isLeaving(id)) && { isWaiting: true }), ...(isAfresh && { isAfresh }) }
}

/** Whether a flow runs at a provider: it alone says then how its sign-in stands. */
export const isRunning = (id: string): boolean => flows.has(id)

/** Resolves when no flow runs at a provider that runs there now. */
export const over = async (id: string): Promise<void> => void (await flows.get(id)?.ended.catch(() => undefined))

/**
 * Stops the flow that runs at a provider, because the person, or `why`, wants it. Resolves when it is over; should its end be one that
 * cannot be stored, whoever asked for the flow is told.
 */
export function stop(id: string, why?: Problem): Promise<void> {
  flows.get(id)?.stopping.abort(why ?? null) // without a reason, browsers make one up
  return over(id)
}

/** Stops the flows whose settings are no longer in force. */
export async function stopOutdated(): Promise<void> {
  for (const [id, { by }] of flows) if (by && !(await isInForce(by))) await stop(id, { code: 'settings-changed' })
}

/** Says of a provider that there is nothing more to say, or only this; not while a sign-in is under way there, in a flow or in a tab: it has the word. */
export const conclude = (id: string, failure?: Failure): Promise<void> =>
  recordQueue(async () => {
    const state = (await readSignIns())[id]
    if (isRunning(id) || state?.phase === 'running' || !(state || failure)) return
    await recordOf(id).end(failure)
  })

async function follow(act: () => Promise<Outcome | undefined>, { record, stopped }: Hands, flow: Flow): Promise<void> {
  const acting = act().catch((error: unknown): Outcome => ({ problem: problemOf(error) }))
  const first = await Promise.race([whenStopped(stopped), acting])
  if (first === 'stopped') {
    void abandon(acting, record.now()?.tab)
    const why = stopped.reason as Problem | null
    return record.end(why ? { problem: why } : undefined)
  }
  if (!first) return
  if ('problem' in first) return record.end(first)
  const problem = (await admitted(first.session, flow)) ?? first.remark
  // Where the browser would not wake us to renew it, it is renewed when somebody looks.
  const watched = watchExpiryOf(first.session.provider).catch(() => undefined)
  await Promise.all([watched, record.end(problem && { problem })])
}

/** Keeps a session, unless the settings have changed in mid-flow: it is then somebody else's. */
async function admitted(session: Session, { by }: Flow): Promise<Problem | undefined> {
  let isKept = false
  try {
    if (!by || !(await isInForce(by))) return { code: 'settings-changed' }
    await keepInFront(session)
    isKept = true
    return undefined
  } finally {
    if (!isKept) await revoked(session)
  }
}

/** Whatever a stopped flow still brings is not wanted: its tab is closed, its tokens are revoked. */
async function abandon(acting: Promise<Outcome | undefined>, tab: SignInTab | undefined): Promise<void> {
  if (tab) await closeTab(tab)
  const outcome = await acting
  if (outcome && 'session' in outcome) await revoked(outcome.session)
}

/** Storage itself fails. That is said where it still can be, else whoever asked is told; nothing that says "running" stays. */
async function lost(cause: unknown, record: SignInRecord): Promise<void> {
  const problem = problemOf(cause)
  await record.end({ problem }).catch(() => {
    throw new ProblemError(problem, { cause })
  })
}
