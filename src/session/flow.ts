import { ProblemError } from '../problem'
import type { ProviderSettings } from '../settings/catalog'
import { discoverMetadata, type Metadata } from './metadata'
import type { SignInPorts } from './ports'
import type { About, Provider } from './provider'

/** Who signs people in, and by whose hands. */
export interface Parties {
  readonly settings: ProviderSettings
  readonly provider: Provider
  readonly ports: SignInPorts
}

/** A sign-in whose provider has been asked where everything is. */
export interface Flow extends Parties {
  readonly metadata: Metadata
  readonly about: About
  /** Gives by how many seconds our clock is ahead of the provider's, where the browser lets us see the provider's. */
  ahead(): Promise<number | undefined>
}

/** Looks at the settings and asks the provider where everything is. Rejects with a ProblemError. */
export async function flowFor({ settings, provider, ports }: Parties): Promise<Flow> {
  const missing = provider.missing(settings)
  if (missing.length) throw new ProblemError({ code: 'not-configured', missing })
  const problem = provider.settingsProblem(settings)
  if (problem) throw new ProblemError(problem)
  const metadata = await discoverMetadata(settings, provider)
  const ahead = aheadOf(metadata.serverTime, ports)
  return {
    settings,
    provider,
    metadata,
    about: { settings, callback: ports.redirectUri },
    ports,
    ahead: async () => ahead,
  }
}

/** By how much our clock is ahead of a server's that has just answered. */
export const aheadOf = (serverTime: number | undefined, { now }: Pick<SignInPorts, 'now'>): number | undefined =>
  serverTime === undefined ? undefined : now() - serverTime
