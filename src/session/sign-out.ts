import type { Problem } from '../problem'
import type { ProviderSettings } from '../settings/catalog'
import { discoverMetadata } from './metadata'
import type { SignInPorts } from './ports'
import type { Provider } from './provider'
import { revoke } from './revoke'
import type { Session } from './session'

/** A session, and what is needed to end it or to renew it. */
export interface Leaving<Kind extends Session = Session> {
  readonly session: Kind
  readonly settings: ProviderSettings
  readonly provider: Provider
  readonly ports: SignInPorts
}

/** Where the provider sends people after its own logout; registered at the app client as a sign-out URL. */
export const signedOutAddress = (redirectUri: string): string => `${redirectUri}signed-out`

/**
 * Revokes the refresh token and ends the provider's own session, without showing anything. Never rejects; gives the problem when
 * either may live on, for the caller to tell once it has forgotten the session anyway.
 */
export async function signOut({ session, settings, provider, ports }: Leaving): Promise<Problem | undefined> {
  const logoutUri = signedOutAddress(ports.redirectUri)
  const address = provider.logoutAddress(settings, logoutUri)
  const steps = [
    ...(session.refreshToken ? [revokeAtProvider(session.refreshToken, settings, provider)] : []),
    ...(address ? [ports.openAuthWindow(address, { interactive: false })] : []),
  ]
  const results = await Promise.allSettled(steps)
  return results.some(({ status }) => status === 'rejected') ? { code: 'sign-out-incomplete', logoutUri } : undefined
}

/** Revokes a refresh token where its provider says. Rejects with a ProblemError when it may live on. */
export async function revokeAtProvider(refreshToken: string, settings: ProviderSettings, provider: Provider): Promise<void> {
  const { revocation } = await discoverMetadata(settings, provider)
  if (revocation) await revoke(revocation, refreshToken, settings.clientId)
}
