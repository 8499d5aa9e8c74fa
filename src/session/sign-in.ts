import { ProblemError, problemOf } from '../problem'
import type { ProviderSettings } from '../settings/catalog'
import { answerOf } from './answer'
import { clientFor } from './client'
import { establish } from './establish'
import { received } from './exchange'
import { discoverMetadata, type Metadata } from './metadata'
import type { Outcome } from './outcome'
import { worded } from './pending'
import type { SignInPorts } from './ports'
import type { About, Provider } from './provider'

/**
 * Signs in by authorization code with PKCE. Never rejects. Nothing is done with a token before it is verified.
 * @see https://www.rfc-editor.org/rfc/rfc9700 OAuth 2.0 Security Best Current Practice
 */
export async function signIn(settings: ProviderSettings, provider: Provider, ports: SignInPorts): Promise<Outcome> {
  try {
    const missing = provider.missing(settings)
    if (missing.length) throw new ProblemError({ code: 'not-configured', missing })
    const metadata = await discoverMetadata(settings, provider)
    return await flow({ settings, provider, metadata, ports: { ...ports, pending: worded(ports.pending) } })
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

interface Flow {
  readonly settings: ProviderSettings
  readonly provider: Provider
  readonly ports: SignInPorts
  readonly metadata: Metadata
}

async function flow({ settings, provider, ports, metadata }: Flow): Promise<Outcome> {
  const about: About = { settings, callback: ports.redirectUri }
  const client = clientFor(settings, metadata, ports)
  const nonce = crypto.randomUUID()
  // The nonce goes out beside oidc-client-ts rather than through it: it would refuse a wrong one before we could show the checks.
  const request = await client.createSigninRequest({ extraQueryParams: { nonce, ...provider.requestParameters(settings) } })
  try {
    await refuseErrorPage(request.url, { provider, about, ports })
    const returned = await ports.openAuthWindow(request.url, { interactive: true })
    const refusal = answerOf(returned, { redirectUri: ports.redirectUri, state: request.state.id, metadata })
    if (refusal) throw new ProblemError(provider.answerProblem(refusal, about))
    const tokens = await received(client.processSigninResponse(returned), {
      address: metadata.token,
      problemOf: (error) => provider.tokenProblem(error, about),
    })
    return await establish(tokens, { settings, provider, metadata, now: ports.now() }, { nonce })
  } finally {
    // What cannot be removed runs out by itself, and must not undo a sign-in.
    await ports.pending.remove(request.state.id).catch(() => null)
  }
}

interface Visit {
  readonly provider: Provider
  readonly about: About
  readonly ports: SignInPorts
}

/** Looks before a window opens, because browsers show a person less of an error page than we can find out. */
async function refuseErrorPage(url: string, { provider, about, ports }: Visit): Promise<void> {
  const page = await ports.preflight(url)
  const problem = page && provider.pageProblem(page, about)
  if (problem) throw new ProblemError(problem)
}
