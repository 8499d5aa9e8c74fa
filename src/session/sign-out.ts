import type { Problem } from '../problem'
import type { ProviderSettings } from '../settings/catalog'
import { discoverMetadata } from './metadata'
import type { SignInPorts } from './ports'
import type { Provider } from './provider'
import type { Session } from './session'

/** A session to end. */
export interface Leaving {
  readonly session: Session
  readonly settings: ProviderSettings
  readonly provider: Provider
  readonly ports: SignInPorts
}

/** Where the provider sends people after its own logout; registered at the app client as a sign-out URL. */
export const signedOutAddress = (redirectUri: string): string => `${redirectUri}signed-out`

/**
 * Revokes the refresh token and ends the provider's own session, without showing anything. Gives the problem when its session
 * may live on. @see https://www.rfc-editor.org/rfc/rfc7009
 */
export async function signOut({ session, settings, provider, ports }: Leaving): Promise<Problem | undefined> {
  await revoke(session, settings, provider).catch(() => undefined) // a token that cannot be revoked runs out by itself
  const logoutUri = signedOutAddress(ports.redirectUri)
  const address = provider.logoutAddress(settings, logoutUri)
  if (!address) return undefined
  return ports.openAuthWindow(address, { interactive: false }).then(
    () => undefined,
    () => ({ code: 'sign-out-incomplete', logoutUri }),
  )
}

async function revoke({ refreshToken, clientId }: Session, settings: ProviderSettings, provider: Provider): Promise<void> {
  const { revocation } = await discoverMetadata(settings, provider)
  if (!refreshToken || !revocation) return
  await fetch(revocation, {
    method: 'POST',
    body: new URLSearchParams({ token: refreshToken, client_id: clientId }),
    signal: AbortSignal.timeout(5000),
  })
}
