import { type Problem, ProblemError, problemOf } from '../../problem'
import type { Outcome } from '../../session/outcome'
import type { RunningSignIn, Session } from '../../session/session'
import { revokeTokens } from '../../session/sign-out'
import type { ProviderSettings } from '../../settings/catalog'
import { closeAuthWindow } from '../auth-window'
import { keepInFront } from './accounts'
import { isInForce } from './chosen'
import { watchExpiryOf } from './expiry'
import { recordOf, type SignInRecord } from './record'

/** What an act of signing in has to do with. */
export interface Hands {
  readonly record: SignInRecord
  /** Is aborted when nobody wants the outcome any more. */
  readonly stopped: AbortSignal
  /** Says by which settings it signs in. */
  by(settings: ProviderSettings): void
}

/** How a flow at a provider is run. */
export interface Course {
  /** Comes before anything is noted. */
  prepare?(): Promise<unknown>
  /** Gives how it ended, or undefined where it goes on elsewhere. */
  act(hands: Hands): Promise<Outcome | undefined>
  /** The record of a flow whose first half was run elsewhere. */
  readonly from?: RunningSignIn
}

interface Flow {
  readonly ended: Promise<void>
  readonly stopping: AbortController
  settings?: ProviderSettings
}
const flows = new Map<string, Flow>()

/** Runs a flow at a provider, or shares the one that is running there. Resolves when it is over; how it ended stands in storage. */
export function run(id: string, { act, from, prepare }: Course): Promise<void> {
  const running = flows.get(id)
  if (running) return running.ended
  const stopping = new AbortController()
  const record = recordOf(id, from)
  const note = flows.size > 0 ? { isWaiting: true as const } : {}
  const begun = from ? Promise.resolve() : Promise.resolve(prepare?.()).then(() => record.begin(note))
  const hands = { record, stopped: stopping.signal, by: (settings: ProviderSettings) => void Object.assign(flow, { settings }) }
  const ended = begun
    .then(() => follow(() => act(hands), hands, flow))
    .catch((error: unknown) => lost(error, record))
    .finally(() => flows.delete(id))
  const flow: Flow = { ended, stopping }
  flows.set(id, flow)
  return ended
}

/**
 * Stops the flow that runs at a provider, because the person, or `why`, wants it. Resolves when it is over; should its end be one that
 * cannot be stored, whoever asked for the flow is told.
 */
export async function stop(id: string, why?: Problem): Promise<void> {
  const flow = flows.get(id)
  flow?.stopping.abort(why ?? null) // without a reason, browsers make one up
  await flow?.ended.catch(() => undefined)
}

/** Stops the flows whose settings are no longer in force. */
export async function stopOutdated(): Promise<void> {
  for (const [id, { settings }] of flows) if (settings && !(await isInForce(settings))) await stop(id, { code: 'settings-changed' })
}

async function follow(act: () => Promise<Outcome | undefined>, { record, stopped }: Hands, flow: Flow): Promise<void> {
  const acting = act().catch((error: unknown): Outcome => ({ problem: problemOf(error) }))
  const first = await Promise.race([stopOf(stopped), acting])
  if (first === 'stopped') {
    const { window } = record.now() ?? {}
    void abandon(acting, window)
    const why = stopped.reason as Problem | null
    return record.end(why ? { problem: why } : undefined)
  }
  if (!first) return
  if ('problem' in first) return record.end(first)
  const problem = (await admitted(first.session, flow)) ?? first.remark
  return record.end(problem && { problem })
}

/** Keeps a session, unless the settings have changed in mid-flow: it is then somebody else's. */
async function admitted(session: Session, { settings }: Flow): Promise<Problem | undefined> {
  if (!settings || !(await isInForce(settings))) {
    await revokeTokens(session).catch(() => undefined)
    return { code: 'settings-changed' }
  }
  await keepInFront(session).catch(async (error: unknown) => {
    await revokeTokens(session).catch(() => undefined)
    throw error
  })
  await watchExpiryOf(session.provider)
  return undefined
}

const stopOf = (signal: AbortSignal): Promise<'stopped'> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve('stopped')
    signal.addEventListener('abort', () => resolve('stopped'), { once: true })
  })

/** Whatever a stopped flow still brings is not wanted: its window is closed, its tokens are revoked. */
async function abandon(acting: Promise<Outcome | undefined>, window: number | undefined): Promise<void> {
  if (window !== undefined) await closeAuthWindow(window)
  const outcome = await acting
  if (outcome && 'session' in outcome) await revokeTokens(outcome.session).catch(() => undefined)
}

/** Storage itself fails. That is said where it still can be, else whoever asked is told; nothing that says "running" stays. */
async function lost(cause: unknown, record: SignInRecord): Promise<void> {
  const message = cause instanceof Error ? cause.message : String(cause)
  const problem = cause instanceof ProblemError ? cause.problem : ({ code: 'storage-failed', message } as const)
  await record.end({ problem }).catch(async () => {
    await record.end().catch(() => undefined)
    throw new ProblemError(problem, { cause })
  })
}
