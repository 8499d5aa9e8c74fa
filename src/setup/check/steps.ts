import { problemOf } from '../../problem'
import type { Subject } from './context'
import { failed, type Reason, type Result, skipped } from './result'

/** The steps of a connection check, in their order. */
const ofSite = ['grants', 'address', 'confluence', 'app', 'app-settings', 'start'] as const
const ofPool = ['pool', 'discovery', 'issuer', 'domain', 'keys', 'client', 'scopes'] as const
const ofSignIn = ['sign-in', 'token', 'signature', 'userinfo'] as const
/** The name of a step. */
export type StepName = (typeof ofSite)[number] | (typeof ofPool)[number] | (typeof ofSignIn)[number] | 'claims' | 'logout' | 'clock'

/** The steps that a check of this subject takes. */
export const stepsOf = ({ site, pool }: Subject): readonly StepName[] => [
  ...(site ? ofSite : []),
  ...ofPool,
  ...(pool ? ofSignIn : []),
  ...(site && pool ? (['claims'] as const) : []),
  ...(pool ? (['logout'] as const) : []),
  'clock',
]

/** Hears that a step begins, and how it ended. */
export interface Listener {
  begins(step: StepName): void
  ends(step: StepName, result: Result): void
}

/** How steps are taken, or left out. */
export interface Steps {
  /** Gives whether the step has passed. Never rejects. */
  run(step: StepName, work: () => Promise<Result> | Result): Promise<boolean>
  /** Leaves out every step from one to another, that one excluded. */
  leave(from: StepName, to: StepName, because: Reason): void
}

/** Takes the steps of a subject before a listener. */
export const stepsBefore = (subject: Subject, listener: Listener): Steps => ({
  async run(step, work) {
    listener.begins(step)
    const result = await Promise.resolve()
      .then(work)
      .catch((error: unknown) => failed(problemOf(error)))
    listener.ends(step, result)
    return result.outcome === 'passed'
  },
  leave(from, to, because) {
    const all = stepsOf(subject)
    for (const step of all.slice(all.indexOf(from), all.indexOf(to))) listener.ends(step, skipped(because))
  },
})
