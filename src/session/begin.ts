import { clientFor } from './client'
import type { Flow } from './flow'

/** What must be remembered until the answer comes; PKCE's verifier is with the state. */
export interface Requested {
  readonly state: string
  readonly nonce: string
}

/** How the person is to be asked. @see https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest */
export interface Wish {
  /** `false`: without a window, for whoever is signed in at the provider already. */
  readonly interactive: boolean
  /** Asks for the password although somebody is signed in there, as for another account. */
  readonly afresh?: boolean
}

/** Makes an authorization request: its address, and what its answer has to fit. Rejects with a ProblemError. */
export async function begin(flow: Flow, wish: Wish): Promise<Requested & { readonly url: string }> {
  const { settings, provider } = flow
  const nonce = crypto.randomUUID()
  const prompt = promptFor(settings.prompt, wish)
  // The nonce goes out beside oidc-client-ts rather than through it: it would refuse a wrong one before we could show the checks.
  const { url, state } = await clientFor(settings, flow.metadata, flow.ports).createSigninRequest({
    extraQueryParams: { nonce, ...provider.requestParameters(settings) },
    ...(prompt && { prompt }),
    // Whoever wants another account is not led back to the usual one.
    ...(settings.loginHint && !wish.afresh && { login_hint: settings.loginHint }),
  })
  return { url, state: state.id, nonce }
}

function promptFor(chosen: string, { interactive, afresh }: Wish): string | undefined {
  if (!interactive) return 'none'
  const wanted = chosen === 'auto' ? [] : [chosen]
  // What the settings ask for is passed on to whoever stands behind the provider: only their own choice of accounts lets somebody else in there.
  return (afresh ? [...new Set(['login', ...wanted])] : wanted).join(' ') || undefined
}
