import { ProblemError } from '../problem'
import { isBag } from '../settings/bag'
import { patience } from './get-json'
import { parsed } from './parsed'

/** Words by which an endpoint says that it revokes nothing of the kind: Cognito's first, where revocation is off for the app client. */
const incapable: readonly unknown[] = ['invalid_request', 'unsupported_token_type']

/**
 * Revokes a refresh token, and with it the access tokens that came of it. Rejects with a ProblemError `provider-unreachable` or
 * `answer-unreadable`. Where tokens cannot be revoked they run out by themselves: nobody who signs out could do anything about it.
 * @see https://www.rfc-editor.org/rfc/rfc7009#section-2.1
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html
 */
export async function revoke(address: string, refreshToken: string, clientId: string): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ token: refreshToken, client_id: clientId }),
    credentials: 'omit',
    redirect: 'manual',
    signal: AbortSignal.timeout(patience * 1000),
  }).catch((cause: unknown) => {
    throw new ProblemError({ code: 'provider-unreachable', address }, { cause })
  })
  const { ok, status } = response
  if (ok) return
  const said = status === 400 ? parsed(await response.text().catch(() => '')) : undefined
  if (!isBag(said) || !incapable.includes(said['error'])) throw new ProblemError({ code: 'answer-unreadable', address, status })
}
