import { ProblemError } from '../problem'
import { aheadOf, type Flow } from './flow'

/** What is found out about a sign-in page while the browser opens it. */
export interface Look {
  /** Settles once it is known whether the page can be shown; rejects with the ProblemError that keeps it from being. */
  readonly ready: Promise<void>
  /** By how many seconds our clock is ahead of the provider's, if anybody has told. */
  readonly ahead: Promise<number | undefined>
}

/** Asks for a sign-in page beside the browser, because browsers show a person less of an error page than we can find out. */
export function look(url: string, { ports, provider, about, ahead }: Flow): Look {
  const asked = ports.preflight(url).catch(() => undefined)
  const ready = asked.then((page) => {
    // An error that nobody knows may be meant for us alone, who came without cookies: the window will tell.
    // One of another host's is that host's own matter.
    const isTheirs = page && new URL(page.url).origin === new URL(url).origin
    const problem = isTheirs ? provider.pageProblem(page, about) : undefined
    if (problem) throw new ProblemError(problem)
  })
  ready.catch(() => undefined) // heard where nothing else went well
  return { ready, ahead: asked.then((page) => aheadOf(page?.serverTime, ports) ?? ahead) }
}
