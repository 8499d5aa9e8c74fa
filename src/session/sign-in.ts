import { problemOf } from '../problem'
import type { ProviderSettings } from '../settings/catalog'
import { begin, type Requested, type Wish } from './begin'
import { finish } from './finish'
import { type Flow, flowFor, type Parties } from './flow'
import { keysAt } from './jwks'
import { look } from './look'
import type { Outcome } from './outcome'
import { atHand, forget } from './pending'
import type { SignInPorts } from './ports'
import type { Provider } from './provider'
import { showPage } from './show-page'
import { endSession } from './sign-out'

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
    const flow = await flowFor({ settings, provider, ports: { ...ports, pending: atHand(ports.pending) } })
    await askedAnew(flow, wish)
    const { url, ...requested } = await begin(flow, wish)
    // What is asked meanwhile is not waited for; what became of it is heard where it is needed.
    keysAt(flow.metadata.jwks, ports.now()).catch(() => undefined)
    const { ready, ahead } = look(url, flow)
    return await showPage(url, wish.interactive, { ...flow, ready })
      .then((returned) => finish(returned, requested, { ...flow, ahead }))
      .catch(async (error: unknown) => {
        await forget(requested, ports)
        throw error
      })
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

/** The first half of a sign-in whose page is shown elsewhere than in a window of the browser's own. Rejects with a ProblemError. */
export async function beginElsewhere(parties: Parties, wish: Wish): Promise<Requested & { readonly url: string }> {
  const flow = await flowFor(parties)
  await askedAnew(flow, wish)
  return begin(flow, wish)
}

/** Sees to it that whoever wants another account is asked. Where the provider's session cannot be ended, its page may ask all the same. */
async function askedAnew({ settings, provider, ports, metadata }: Flow, { afresh }: Wish): Promise<void> {
  if (afresh && provider.mayIgnorePrompt) await endSession(metadata, { settings, provider, ports }).catch(() => undefined)
}

/** Its second half, when the answer has come, maybe hours and restarts of the background later. Never rejects. */
export async function finishElsewhere(returned: string, requested: Requested, parties: Parties): Promise<Outcome> {
  try {
    return await finish(returned, requested, await flowFor(parties))
  } catch (error) {
    await forget(requested, parties.ports)
    return { problem: problemOf(error) }
  }
}
