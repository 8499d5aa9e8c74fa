import { ErrorResponse, ErrorTimeout, type OidcClient } from 'oidc-client-ts'
import { type Problem, ProblemError } from '../problem'
import type { Metadata } from './metadata'
import type { About, OAuthError, Provider } from './provider'
import type { Tokens } from './sign-in'

/** What the answer is held against. */
interface Asked {
  readonly redirectUri: string
  readonly state: string
  readonly metadata: Metadata
}

const single = ['code', 'state', 'iss', 'error']

/**
 * Looks at an authorization response before anything is done with it: undefined when it carries a code for this very request,
 * the provider's error when it carries one. Throws a ProblemError `answer-not-ours` for everybody else's.
 * @see https://www.rfc-editor.org/rfc/rfc9207#section-2.4
 */
export function answerOf(returned: string, { redirectUri, state, metadata }: Asked): OAuthError | undefined {
  const { origin, pathname, searchParams: answer } = new URL(returned)
  const iss = answer.get('iss')
  const isOurs =
    `${origin}${pathname}` === redirectUri &&
    single.every((name) => answer.getAll(name).length <= 1) &&
    answer.get('state') === state &&
    (iss === null ? !metadata.namesItself : iss === metadata.issuer)
  if (!isOurs) throw new ProblemError({ code: 'answer-not-ours' })
  const error = answer.get('error')
  const description = answer.get('error_description')
  return error === null ? undefined : { error, ...(description !== null && { description }) }
}

/**
 * Exchanges the code for tokens. A code works once, so this is never tried again. Throws a ProblemError.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3
 */
export async function exchange(
  client: OidcClient,
  returned: string,
  given: { provider: Provider; about: About; token: string },
): Promise<Tokens> {
  const { id_token, access_token, refresh_token } = await client.processSigninResponse(returned).catch((error: unknown) => {
    throw new ProblemError(problemOf(error, given), { cause: error })
  })
  if (!id_token) throw new ProblemError({ code: 'token-refused', failed: ['form'] })
  return { idToken: id_token, accessToken: access_token, ...(refresh_token && { refreshToken: refresh_token }) }
}

function problemOf(error: unknown, { provider, about, token }: { provider: Provider; about: About; token: string }): Problem {
  if (error instanceof ErrorResponse) {
    return provider.tokenProblem(
      { error: error.error ?? 'unknown', ...(error.error_description && { description: error.error_description }) },
      about,
    )
  }
  const message = error instanceof Error ? error.message : ''
  if (/subject claim/.test(message)) return { code: 'token-refused', failed: ['sub'] }
  if (/invalid token/i.test(message)) return { code: 'token-refused', failed: ['form'] }
  if (/state|authority mismatch|client_id mismatch/i.test(message)) return { code: 'answer-not-ours' }
  if (error instanceof ErrorTimeout || error instanceof TypeError) return { code: 'provider-unreachable', address: token }
  return { code: 'answer-unreadable', address: token }
}
