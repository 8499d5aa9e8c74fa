import * as v from 'valibot'
import { type Problem, ProblemError } from '../problem'
import type { ProviderSettings } from '../settings/catalog'
import type { Provider } from './provider'
import { getJson } from './request'

/** The endpoints of a provider, as it publishes them and as the settings override them. */
export interface Metadata {
  readonly issuer: string
  readonly authorization: string
  readonly token: string
  readonly jwks: string
  readonly userinfo?: string
  readonly revocation?: string
  /** The provider promises to say who it is in each answer. @see https://www.rfc-editor.org/rfc/rfc9207#section-3 */
  readonly namesItself: boolean
}

const address = v.pipe(v.string(), v.url())
const published = v.object({
  issuer: v.string(),
  authorization_endpoint: v.optional(v.string()),
  token_endpoint: v.optional(address),
  jwks_uri: v.optional(address),
  userinfo_endpoint: v.optional(address),
  revocation_endpoint: v.optional(address),
  authorization_response_iss_parameter_supported: v.optional(v.boolean()),
})
type Published = v.InferOutput<typeof published>

/**
 * Reads the discovery document and holds it to what is configured: another issuer, or another domain, is another provider.
 * Rejects with a ProblemError. @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationValidation
 */
export async function discoverMetadata(settings: ProviderSettings, provider: Provider): Promise<Metadata> {
  const issuers = settings.endpoints.issuer ? [settings.endpoints.issuer] : provider.issuersOf(settings)
  const [configured = ''] = issuers
  const where = `${configured.replace(/\/$/, '')}/.well-known/openid-configuration`
  const { status, body } = await getJson(where)
  if (status >= 400) throw new ProblemError({ code: 'pool-not-found', issuer: configured })
  const { success, output } = v.safeParse(published, body)
  if (!success) throw new ProblemError({ code: 'answer-unreadable', address: where, status })
  if (!issuers.includes(output.issuer)) throw new ProblemError({ code: 'issuer-differs', configured, found: output.issuer })
  const wrong = wrongEndpoint(output, settings, configured)
  if (wrong) throw new ProblemError(wrong)
  return merged(output, settings)
}

function wrongEndpoint({ authorization_endpoint: found = '' }: Published, settings: ProviderSettings, issuer: string): Problem | undefined {
  if (settings.endpoints.authorization) return undefined
  if (!URL.canParse(found) || new URL(found).host === new URL(issuer).host) return { code: 'pool-has-no-domain', issuer }
  const { host } = new URL(found)
  return settings.domain && host !== settings.domain ? { code: 'domain-differs', configured: settings.domain, found: host } : undefined
}

function merged(document: Published, { endpoints }: ProviderSettings): Metadata {
  const userinfo = endpoints.userinfo || document.userinfo_endpoint
  const revocation = endpoints.revocation || document.revocation_endpoint
  return {
    issuer: document.issuer,
    authorization: endpoints.authorization || document.authorization_endpoint || '',
    token: endpoints.token || document.token_endpoint || '',
    jwks: endpoints.jwks || document.jwks_uri || '',
    namesItself: document.authorization_response_iss_parameter_supported ?? false,
    ...(userinfo && { userinfo }),
    ...(revocation && { revocation }),
  }
}
