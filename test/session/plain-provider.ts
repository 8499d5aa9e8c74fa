import type { Provider } from '../../src/session/provider'
import type { ProviderSettings } from '../../src/settings/catalog'
import { resolve } from '../../src/settings/resolve'

/** An OpenID provider about which there is nothing to know beyond its discovery document. */
export const plainProvider: Provider = {
  kind: 'cognito',
  missing: () => [],
  issuersOf: ({ endpoints }) => [endpoints.issuer],
  endpointProblem: () => undefined,
  requestParameters: () => ({}),
  checks: () => [],
  pageProblem: () => undefined,
  answerProblem: ({ error }) => ({ code: 'provider-refused', error }),
  tokenProblem: ({ error }) => ({ code: 'provider-refused', error }),
  logoutAddress: ({ endpoints }, returnTo) => `${endpoints.issuer}/logout?${new URLSearchParams({ logout_uri: returnTo })}`,
}

/** Settings for it. */
export function plainSettings(issuer: string, clientId: string): ProviderSettings {
  const { settings, complaints } = resolve({ providers: [{ id: 'plain', clientId, endpoints: { issuer } }] }, {})
  const [provider] = settings.providers
  if (!provider || complaints.length) throw new Error(JSON.stringify(complaints))
  return provider
}
