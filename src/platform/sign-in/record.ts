import type { Failure } from '../../session/outcome'
import type { RunningSignIn, SignInState } from '../../session/session'
import { queue } from '../queue'
import { forgetSignIn, readUnderway, writeSignIn, writeUnderway } from '../session-stores'

/** What can be noted of a sign-in under way; undefined takes a note back. */
export type Note = { readonly [K in keyof Omit<RunningSignIn, 'phase' | 'since'>]?: RunningSignIn[K] | undefined }

/** How a sign-in stands, as our pages read it. */
export interface SignInRecord {
  /** Rejects when it cannot be stored. */
  begin(note: Note): Promise<void>
  /** Adds to it while it is under way. Rejects when it cannot be stored. */
  note(note: Note): Promise<void>
  /** It is over: failed, or nothing to say. Nothing is noted any more. */
  end(failure?: Failure): Promise<void>
  /** What was noted last. */
  now(): RunningSignIn | undefined
}

/** The record of a sign-in at a provider; `state` is how one stands that somebody else began. */
export function recordOf(id: string, state?: RunningSignIn): SignInRecord {
  let current = state
  const note = async (more: Note) => {
    if (!current) return
    const all = Object.entries({ ...current, ...more }).filter(([, value]) => value !== undefined)
    current = Object.fromEntries(all) as unknown as RunningSignIn
    await writeSignIn(id, current)
  }
  return {
    note,
    async begin(more) {
      const since = Date.now() / 1000
      current = { phase: 'running', since }
      void mark(id, since)
      await note(more)
    },
    async end(failure) {
      const { isAfresh } = current ?? {}
      current = undefined
      const failed = failure && ({ phase: 'failed', at: Date.now() / 1000, ...(isAfresh && { isAfresh }), ...failure } as const)
      await Promise.all([failed ? writeFailed(id, failed) : forgetSignIn(id), mark(id)])
    },
    now: () => current,
  }
}

const writeFailed = (id: string, failed: SignInState): Promise<void> =>
  writeSignIn(id, failed).catch(async () => {
    await forgetSignIn(id) // makes room, should there be none
    await writeSignIn(id, failed)
  })

const inTurn = queue()

/** Only tells an interruption that nothing else survived, so that a full disk may keep it from being written, and nobody begins later for it. */
const mark = (id: string, since?: number): Promise<void> =>
  inTurn(async () => {
    const { [id]: _, ...others } = await readUnderway()
    await writeUnderway(since === undefined ? others : { ...others, [id]: since })
  }).catch(() => undefined)
