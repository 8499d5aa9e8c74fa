import { ProblemError } from '../../problem'
import { providers } from '../../providers'
import type { Provider } from '../../session/provider'
import type { Account } from '../../session/session'
import type { ProviderSettings } from '../../settings/catalog'
import { loadSettings } from '../settings-store'
import { storageFailed } from '../storage-failed'

/** A provider of the settings in force, and the product that it is. */
export interface Configured {
  readonly settings: ProviderSettings
  readonly provider: Provider
}

/** The provider with this id. Rejects with a ProblemError `settings-changed` where there is none, or none any more. */
export async function configured(id: string): Promise<Configured> {
  const found = (await everyProvider()).find(({ settings }) => settings.id === id)
  if (!found) throw new ProblemError({ code: 'settings-changed' })
  return found
}

/** Every provider of the settings in force. */
export async function everyProvider(): Promise<readonly Configured[]> {
  const { settings } = await loadSettings().catch(storageFailed)
  return settings.providers.flatMap((one) => {
    const provider = providers.find(({ kind }) => kind === one.kind)
    return provider ? [{ settings: one, provider }] : []
  })
}

/** Settings to the letter; storage would give an object back with its keys in another order. */
export const lettersOf = (settings: ProviderSettings): string => JSON.stringify(settings)

/** Whether settings are still in force to the letter: a sign-in by others is somebody else's. */
export const isInForce = async (letters: string): Promise<boolean> =>
  (await everyProvider()).some(({ settings }) => lettersOf(settings) === letters)

/** Whether an account was signed in at the provider that is configured now under its name. */
export const isOf = ({ issuer, clientId }: Account, { settings, provider }: Configured): boolean =>
  clientId === settings.clientId && provider.issuersOf(settings).includes(issuer)
