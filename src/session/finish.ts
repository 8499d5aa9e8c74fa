import { ProblemError } from '../problem'
import { answerOf } from './answer'
import type { Requested } from './begin'
import { clientFor } from './client'
import { establish } from './establish'
import { received } from './exchange'
import type { Flow } from './flow'
import type { Outcome } from './outcome'
import { forget } from './pending'

/**
 * Makes a session of the address that a sign-in came back with, or says why not. Rejects with a ProblemError.
 * Nothing is done with a token before it is verified.
 */
export async function finish(returned: string, requested: Requested, flow: Flow): Promise<Outcome> {
  const { state, nonce } = requested
  const { settings, provider, ports, metadata, about } = flow
  const refusal = answerOf(returned, { redirectUri: ports.redirectUri, state, metadata })
  if (refusal) throw new ProblemError(provider.answerProblem(refusal, { ...about, address: metadata.authorization }))
  const address = metadata.token
  const tokens = await received(clientFor(settings, metadata, ports).processSigninResponse(returned), {
    address,
    problemOf: (error) => provider.tokenProblem(error, { ...about, address }),
  })
  const [outcome] = await Promise.all([establish(tokens, { ...flow, now: ports.now() }, { nonce }), forget(requested, ports)])
  return outcome
}
