import type { OidcClient, SigninResponse, UserProfile } from 'oidc-client-ts'
import { problemOf } from '../problem'
import { clientFor } from './client'
import { establish } from './establish'
import { received } from './exchange'
import { discoverMetadata } from './metadata'
import type { Outcome } from './outcome'
import { patience } from './request'
import type { Session } from './session'
import type { Leaving } from './sign-out'

/** A session that can be renewed without a window. */
export type Renewable = Session & Required<Pick<Session, 'refreshToken'>>

/** Whether the provider gave a refresh token along with the session. */
export const isRenewable = (session: Session): session is Renewable => session.refreshToken !== undefined

/**
 * Renews a session by its refresh token. Never rejects. The new ID token must be of the same person and the same login; where the
 * provider gives a new refresh token, that is the one to keep.
 * @see https://openid.net/specs/openid-connect-core-1_0.html#RefreshTokens
 */
export async function renew({ session, settings, provider, ports }: Leaving<Renewable>): Promise<Outcome> {
  try {
    const metadata = await discoverMetadata(settings, provider)
    const { refreshToken, scopes, signedInAt, claims } = session
    const tokens = await received(redeemed(clientFor(settings, metadata, ports), session), {
      address: metadata.token,
      problemOf: (refusal) => provider.answerProblem(refusal, { settings, callback: ports.redirectUri }),
    })
    const all = { refreshToken, ...tokens, scope: tokens.scope || scopes.join(' ') }
    const outcome = await establish(all, { settings, provider, metadata, now: ports.now() }, { renewed: claims })
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
