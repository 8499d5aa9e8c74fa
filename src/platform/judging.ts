import { noMatch } from '../mapping/matcher'
import type { MappingInput } from '../mapping/semantics'
import type { Verdict } from '../mapping/verdict'
import { semanticsOf } from '../sso-apps/mapping'
import { queue } from './queue'

/** One verdict that is wanted. */
export interface Job {
  /** Id of the SSO app. */
  readonly ssoApp: string
  readonly input: MappingInput
}

const patience = 1000 // milliseconds; a thousand groups and rules take ten

const inTurn = queue()
let thread: Worker | undefined

/**
 * Judges in a thread of its own. One that is not done in time is ended: some pattern has no end on these claims, and the verdicts are
 * given without running any, which they say. Orders wait for each other, so that none pays for the pattern of the one before; there are
 * no verdicts for one that is no longer wanted when its turn comes.
 */
export const judge = (jobs: readonly Job[], isWanted: () => boolean = () => true): Promise<readonly Verdict[]> =>
  inTurn(async () => {
    if (jobs.length === 0 || !isWanted()) return []
    thread ??= new Worker(new URL('./judging.worker.ts', import.meta.url), { type: 'module' })
    const answer = await answerOf(thread, jobs)
    if (answer) return answer
    thread.terminate()
    thread = undefined
    return jobs.map(({ ssoApp, input }) => semanticsOf(ssoApp).judge(input, noMatch))
  })

/** Undefined when none came in time, or the thread broke. */
function answerOf(asked: Worker, jobs: readonly Job[]): Promise<readonly Verdict[] | undefined> {
  return new Promise((resolve) => {
    const done = (verdicts?: readonly Verdict[]) => {
      clearTimeout(timer)
      asked.removeEventListener('message', heard)
      asked.removeEventListener('error', broken)
      resolve(verdicts)
    }
    const heard = ({ data }: MessageEvent<readonly Verdict[]>) => done(data)
    const broken = () => done()
    const timer = setTimeout(done, patience)
    asked.addEventListener('message', heard)
    asked.addEventListener('error', broken)
    asked.postMessage(jobs)
  })
}
