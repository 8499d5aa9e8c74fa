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

/** Milliseconds: a thread may be slow to start on a machine with much to do; a thousand groups and rules take ten. */
const [startUp, patience] = [20_000, 1000]
/** Milliseconds between two turns of our own: on a busy machine these come late as well, and the thread has as many of its own meanwhile. */
const turn = 100

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
    const answer = await answerOf(jobs)
    if (answer) return answer
    thread?.terminate()
    thread = undefined
    return jobs.map(({ ssoApp, input }) => semanticsOf(ssoApp).judge(input, noMatch))
  })

/** Undefined when none came in time, or the thread broke. */
async function answerOf(jobs: readonly Job[]): Promise<readonly Verdict[] | undefined> {
  if (!thread) {
    thread = new Worker(new URL('./judging.worker.ts', import.meta.url), { type: 'module' })
    if (!(await next(thread, startUp))) return undefined
  }
  const answer = next(thread, patience)
  thread.postMessage(jobs)
  return (await answer)?.data
}

/** The next thing that a thread says, its readiness first; undefined when it breaks, or says nothing for the turns of so many milliseconds. */
function next(asked: Worker, within: number): Promise<MessageEvent | undefined> {
  return new Promise((resolve) => {
    const done = (said?: MessageEvent) => {
      clearInterval(timer)
      asked.removeEventListener('message', done)
      asked.removeEventListener('error', broken)
      resolve(said)
    }
    const broken = () => done()
    let left = within / turn
    const timer = setInterval(() => {
      left -= 1
      if (left <= 0) broken()
    }, turn)
    asked.addEventListener('message', done)
    asked.addEventListener('error', broken)
  })
}
