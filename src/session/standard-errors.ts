import type { Problem } from '../problem'
import type { AboutAnswer, OAuthError } from './provider'

/** Words by which a provider says that it wants to see the person. @see https://openid.net/specs/openid-connect-core-1_0.html#AuthError */
const unseen: readonly string[] = ['login_required', 'interaction_required', 'account_selection_required', 'consent_required']

/**
 * Two words stand for HTTP statuses, which no redirect can carry: whoever says them has not refused anybody.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1
 */
export function busyProblem({ error, description }: OAuthError, address: string): Problem | undefined {
  const status = error === 'server_error' ? 500 : error === 'temporarily_unavailable' ? 503 : undefined
  return status && { code: 'provider-busy', address, status, ...(description && { description }) }
}

/** What the errors that OAuth and OpenID Connect register mean in a redirect. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1 */
export function standardAnswerProblem(refusal: OAuthError, { settings, address }: AboutAnswer): Problem {
  const { error, description } = refusal
  const { clientId, scopes } = settings
  const told = description ? { description } : {}
  if (unseen.includes(error)) return { code: 'login-required' }
  if (error === 'access_denied') return { code: 'access-denied', ...told }
  if (error === 'invalid_scope') return { code: 'scope-refused', scopes, foreign: [] }
  if (error === 'unauthorized_client' || error === 'unsupported_response_type') return { code: 'grant-not-allowed', clientId }
  return busyProblem(refusal, address) ?? { code: 'provider-refused', error, ...told }
}

/** What they mean as an answer of the token endpoint. @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export function standardTokenProblem(refusal: OAuthError, about: AboutAnswer): Problem {
  const { clientId, scopes } = about.settings
  if (refusal.error === 'invalid_client') return { code: 'client-has-secret', clientId }
  if (refusal.error === 'invalid_grant') return { code: 'code-refused', clientId, scopes }
  return standardAnswerProblem(refusal, about)
}
