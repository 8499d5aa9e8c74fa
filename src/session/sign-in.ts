import { ProblemError, problemOf } from '../problem'
import type { ProviderSettings } from '../settings/catalog'
import { begin, type Requested, type Wish } from './begin'
import { finish } from './finish'
import { aheadOf, type Flow, flowFor, type Parties } from './flow'
import type { Outcome } from './outcome'
import type { SignInPorts } from './ports'
import type { Provider } from './provider'
import { show } from './show'

/**
 * Signs in by authorization code with PKCE, in a window of the browser's own. Never rejects.
 * @see https://www.rfc-editor.org/rfc/rfc9700 OAuth 2.0 Security Best Current Practice
 */
export async function signIn(
  settings: ProviderSettings,
  provider: Provider,
  ports: SignInPorts,
  wish: Wish = { interactive: true },
): Promise<Outcome> {
  try {
    const flow = await flowFor({ settings, provider, ports })
    const { url, ...requested } = await begin(flow, wish)
    try {
      const ready = await looked(url, flow)
      return await finish(await show(url, wish.interactive, ready), requested, ready)
    } finally {
      await forget(requested, ports)
    }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

/** The first half of a sign-in whose page is shown elsewhere than in a window of the browser's own. Rejects with a ProblemError. */
export const beginElsewhere = async (parties: Parties): Promise<Requested & { readonly url: string }> =>
  begin(await flowFor(parties), { interactive: true })

/** Its second half, when the answer has come, maybe hours and restarts of the background later. Never rejects. */
export async function finishElsewhere(returned: string, requested: Requested, parties: Parties): Promise<Outcome> {
  try {
    return await finish(returned, requested, await flowFor(parties))
  } catch (error) {
    return { problem: problemOf(error) }
  } finally {
    await forget(requested, parties.ports)
  }
}

/** What cannot be removed runs out by itself, and must not undo a sign-in. */
export const forget = async ({ state }: Requested, { pending }: Pick<SignInPorts, 'pending'>): Promise<void> =>
  void (await pending.remove(state).catch(() => null))

/** Looks before a window opens, because browsers show a person less of an error page than we can find out. */
async function looked(url: string, flow: Flow): Promise<Flow> {
  const page = await flow.ports.preflight(url)
  // An error that nobody knows may be meant for us alone, who came without cookies: the window will tell.
  const problem = page && flow.provider.pageProblem(page, flow.about)
  if (problem) throw new ProblemError(problem)
  return { ...flow, ...aheadOf(page?.serverTime, flow.ports) }
}
