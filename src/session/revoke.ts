import { ProblemError } from '../problem'
import { patience } from './get-json'

/**
 * Revokes a refresh token, and with it the access tokens that came of it. Rejects with a ProblemError `provider-unreachable` or
 * `answer-unreadable`. A 400 is no failure: so answers a pool whose tokens cannot be revoked, and they run out by themselves.
 * @see https://www.rfc-editor.org/rfc/rfc7009#section-2.1
 */
export async function revoke(address: string, refreshToken: string, clientId: string): Promise<void> {
  const { ok, status } = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ token: refreshToken, client_id: clientId }),
    credentials: 'omit',
    redirect: 'manual',
    signal: AbortSignal.timeout(patience * 1000),
  }).catch((cause: unknown) => {
    throw new ProblemError({ code: 'provider-unreachable', address }, { cause })
  })
  if (!ok && status !== 400) throw new ProblemError({ code: 'answer-unreadable', address, status })
}
