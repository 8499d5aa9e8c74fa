import type { ProviderSettings } from '../../src/settings/catalog'
import { resolve } from '../../src/settings/resolve'

/** Settings for an OpenID provider of which nothing is known but its issuer. */
export function oidcSettings(issuer: string, clientId: string): ProviderSettings {
  const { settings, complaints } = resolve({ providers: [{ id: 'plain', kind: 'oidc', clientId, endpoints: { issuer } }] }, {})
  const [provider] = settings.providers
  if (!provider || complaints.length) throw new Error(JSON.stringify(complaints))
  return provider
}
