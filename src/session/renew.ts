import type { OidcClient, SigninResponse, UserProfile } from 'oidc-client-ts'
import { type Problem, type ProblemCode, ProblemError, problemOf } from '../problem'
import { clientFor } from './client'
import { establish } from './establish'
import { received } from './exchange'
import { flowFor, type Parties } from './flow'
import { patience } from './get-json'
import { keysAt } from './jwks'
import type { Outcome } from './outcome'
import type { Account, Session } from './session'
import { busyProblem } from './standard-errors'

/** A session that can be renewed without a window. */
export type Renewable = Session & Required<Pick<Session, 'refreshToken'>>

/** Whether the provider gave a refresh token along with the session. */
export const isRenewable = (account: Account): account is Renewable => (account as Partial<Session>).refreshToken !== undefined

/**
 * Renews a session by its refresh token. Never rejects. The new ID token must be of the same person and the same login; where the
 * provider gives a new refresh token, that is the one to keep.
 * @see https://openid.net/specs/openid-connect-core-1_0.html#RefreshTokens
 */
export async function renew(session: Renewable, parties: Parties): Promise<Outcome> {
  try {
    const flow = await flowFor(parties)
    const { settings, metadata, provider, ports } = flow
    const { refreshToken, scopes, signedInAt, claims } = session
    await keysAt(metadata.jwks, ports.now()) // first: some providers take a refresh token only once
    const address = metadata.token
    const tokens = await received(redeemed(clientFor(settings, metadata, ports), session).then(withIdToken), {
      address,
      // Whatever else it is called: this token is good for nothing more.
      problemOf: (refusal) => busyProblem(refusal, address) ?? { code: 'provider-refused', ...refusal },
    })
    const all = { refreshToken, ...tokens, scope: tokens.scope || scopes.join(' ') }
    const renewed = provider.mayMoveAuthTime ? { ...claims, auth_time: undefined } : claims
    const outcome = await establish(all, { ...flow, now: ports.now() }, { renewed })
    return 'session' in outcome ? { session: { ...outcome.session, signedInAt } } : outcome
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

/** The old ID token is kept from oidc-client-ts, which would compare it without giving a table. */
const redeemed = (client: OidcClient, { refreshToken, claims }: Renewable): Promise<SigninResponse> =>
  client.useRefreshToken({
    state: { refresh_token: refreshToken, session_state: null, profile: claims as UserProfile },
    timeoutInSeconds: patience,
  })

/** The answer need not have one, but is no renewal then. @see https://openid.net/specs/openid-connect-core-1_0.html#RefreshTokenResponse */
function withIdToken(answer: SigninResponse): SigninResponse {
  if (answer.access_token && !answer.id_token) throw new ProblemError({ code: 'login-required' })
  return answer
}

const passing: readonly ProblemCode[] = ['provider-unreachable', 'provider-busy', 'keys-unreachable', 'answer-unreadable']

/** Whether the network, rather than the provider, stood in the way, so that the same may go well a little later. */
export const mayPass = ({ code }: Problem): boolean => passing.includes(code)
