import { isFailure, type Problem } from '../problem'
import type { Parties } from './flow'
import { discoverMetadata } from './metadata'
import { revoke } from './revoke'
import type { Account, Session } from './session'

/** Where the provider sends people after its own logout; registered at the app client as a sign-out URL. */
export const signedOutAddress = (redirectUri: string): string => `${redirectUri}signed-out`

/**
 * Revokes the refresh token and ends the provider's own session, without showing anything. Never rejects; gives the problem when
 * either may live on, for the caller to tell once it has forgotten the account anyway.
 */
export async function signOut(account: Account, parties: Parties): Promise<Problem | undefined> {
  const [revoked, ended] = await Promise.allSettled([revokeTokens(account), endSession(account, parties)])
  // Where nobody answers, nothing is wrong with the address that the logout comes back to.
  if (isFailure(ended) && (await answers(parties))) {
    return { code: 'sign-out-incomplete', logoutUri: signedOutAddress(parties.ports.redirectUri) }
  }
  return isFailure(ended) || isFailure(revoked) ? { code: 'sign-out-unheard' } : undefined
}

const answers = ({ settings, provider }: Parties): Promise<boolean> =>
  discoverMetadata(settings, provider).then(
    () => true,
    () => false,
  )

/** Ends the provider's own session, where that is known to have an end, without showing anything. Rejects when it may live on. */
export async function endSession(account: Pick<Account, 'endSession'>, { settings, provider, ports }: Parties): Promise<void> {
  const address = provider.logoutAddress(settings, signedOutAddress(ports.redirectUri), account)
  if (address) await ports.openAuthWindow(address, { interactive: false, onPage: () => undefined })
}

/** Revokes the refresh tokens of an account, where it has any that can be. Rejects with a ProblemError when it may live on. */
export async function revokeTokens({
  refreshToken,
  earlier = [],
  revocation,
  clientId,
}: Pick<Account, 'revocation' | 'clientId'> & Pick<Partial<Session>, 'refreshToken' | 'earlier'>): Promise<void> {
  if (!revocation) return
  const tokens = [...(refreshToken ? [refreshToken] : []), ...earlier]
  const failed = (await Promise.allSettled(tokens.map((token) => revoke(revocation, token, clientId)))).find(isFailure)
  if (failed) throw failed.reason
}
