import { ProblemError } from '../problem'
import { aheadOf, type Flow } from './flow'
import type { PageSeen } from './ports'

/** What can be found out about a sign-in page beside the browser. */
export interface Look {
  /** Resolves once it is known whether the page can be shown; rejects with the ProblemError that keeps it from being. Looks once. */
  ready(): Promise<void>
  /** By how many seconds our clock is ahead of the provider's, if anybody tells. Asks anew: somebody may have sat at the page for long. */
  ahead(): Promise<number | undefined>
}

/** Looks at a sign-in page for whoever asks, because browsers show a person less of an error page than we can find out. */
export function look(url: string, { ports, provider, about, ahead }: Flow): Look {
  const ask = () => ports.preflight(url).catch(() => undefined)
  let asked: Promise<PageSeen | undefined> | undefined
  const ready = async () => {
    asked ??= ask()
    const page = await asked
    // An error that nobody knows may be meant for us alone, who came without cookies: the window will tell.
    // One of another host's is that host's own matter.
    const isTheirs = page && new URL(page.url).origin === new URL(url).origin
    const problem = isTheirs ? provider.pageProblem(page, about) : undefined
    if (problem) throw new ProblemError(problem)
  }
  return { ready, ahead: async () => aheadOf((await ask())?.serverTime, ports) ?? ahead() }
}
