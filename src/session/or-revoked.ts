import type { Tokens } from './exchange'
import type { Flow } from './flow'
import type { Outcome } from './outcome'
import { revokeTokens } from './sign-out'

/** What comes of tokens. Where that is no session nobody will ever hold them, so that they are revoked; that is not waited for. */
export async function orRevoked(
  established: Promise<Outcome>,
  { refreshToken }: Pick<Tokens, 'refreshToken'>,
  { metadata: { revocation }, settings: { clientId } }: Pick<Flow, 'metadata' | 'settings'>,
): Promise<Outcome> {
  let isKept = false
  try {
    const outcome = await established
    isKept = 'session' in outcome
    return outcome
  } finally {
    if (!isKept && refreshToken && revocation) void revokeTokens({ refreshToken, revocation, clientId }).catch(() => undefined)
  }
}
