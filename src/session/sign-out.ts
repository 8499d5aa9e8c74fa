import type { Problem } from '../problem'
import type { Parties } from './flow'
import { revoke } from './revoke'
import type { Account, Session } from './session'

/** Where the provider sends people after its own logout; registered at the app client as a sign-out URL. */
export const signedOutAddress = (redirectUri: string): string => `${redirectUri}signed-out`

/**
 * Revokes the refresh token and ends the provider's own session, without showing anything. Never rejects; gives the problem when
 * either may live on, for the caller to tell once it has forgotten the account anyway.
 */
export async function signOut(account: Account, { settings, provider, ports }: Parties): Promise<Problem | undefined> {
  const logoutUri = signedOutAddress(ports.redirectUri)
  const address = provider.logoutAddress(settings, logoutUri, account)
  const ended = address ? ports.openAuthWindow(address, { interactive: false, onPage: () => undefined }) : undefined
  const results = await Promise.allSettled([revokeTokens(account), ended])
  return results.some(({ status }) => status === 'rejected') ? { code: 'sign-out-incomplete', logoutUri } : undefined
}

/** Revokes the refresh token of an account, where it has one that can be. Rejects with a ProblemError when it may live on. */
export async function revokeTokens({
  refreshToken,
  revocation,
  clientId,
}: Account & Pick<Partial<Session>, 'refreshToken'>): Promise<void> {
  if (refreshToken && revocation) await revoke(revocation, refreshToken, clientId)
}
