import { noMatch } from '../mapping/matcher'
import type { MappingInput } from '../mapping/semantics'
import type { Verdict } from '../mapping/verdict'
import { semanticsOf } from '../sso-apps/mapping'

/** One verdict that is wanted. */
export interface Job {
  /** Id of the SSO app. */
  readonly ssoApp: string
  readonly input: MappingInput
}

/** What the thread is asked. */
export interface Order {
  readonly id: number
  readonly jobs: readonly Job[]
}

const patience = 1000 // milliseconds; a thousand groups and rules take ten

let thread: Worker | undefined
let last = 0

/**
 * Judges in a thread of its own. One that is not done in time is ended: some pattern has no end on these claims, and the verdicts are
 * given without running any, which they say.
 */
export async function judge(jobs: readonly Job[]): Promise<readonly Verdict[]> {
  if (jobs.length === 0) return []
  thread ??= new Worker(new URL('./judging.worker.ts', import.meta.url), { type: 'module' })
  const answer = await answerOf(thread, { id: ++last, jobs })
  if (answer) return answer
  thread?.terminate()
  thread = undefined
  return jobs.map(({ ssoApp, input }) => semanticsOf(ssoApp).judge(input, noMatch))
}

/** Undefined when none came in time, or the thread broke. */
function answerOf(asked: Worker, order: Order): Promise<readonly Verdict[] | undefined> {
  return new Promise((resolve) => {
    const done = (verdicts?: readonly Verdict[]) => {
      clearTimeout(timer)
      asked.removeEventListener('message', heard)
      asked.removeEventListener('error', broken)
      resolve(verdicts)
    }
    const heard = ({ data }: MessageEvent<{ id: number; verdicts: readonly Verdict[] }>) => data.id === order.id && done(data.verdicts)
    const broken = () => done()
    const timer = setTimeout(done, patience)
    asked.addEventListener('message', heard)
    asked.addEventListener('error', broken)
    asked.postMessage(order)
  })
}
