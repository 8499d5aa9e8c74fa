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

const published = v.object({
  issuer: v.string(),
  authorization_endpoint: v.optional(v.string(), ''),
  token_endpoint: v.optional(v.string(), ''),
  jwks_uri: v.optional(v.string(), ''),
  userinfo_endpoint: v.optional(v.string(), ''),
  revocation_endpoint: v.optional(v.string(), ''),
  authorization_response_iss_parameter_supported: v.optional(v.boolean(), false),
})
type Published = v.InferOutput<typeof published>

/**
 * Reads the discovery document and holds it to what is configured: another issuer, or another domain, is another provider.
 * Rejects with a ProblemError. @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationValidation
 */
export async function discoverMetadata(settings: ProviderSettings, provider: Provider): Promise<Metadata> {
  const issuers = settings.endpoints.issuer ? [settings.endpoints.issuer] : provider.issuersOf(settings)
  const [configured = ''] = issuers
  const address = `${configured.replace(/\/$/, '')}/.well-known/openid-configuration`
  const { status, body } = await getJson(address)
  if (status >= 400) throw new ProblemError({ code: 'pool-not-found', issuer: configured })
  const { success, output } = v.safeParse(published, body)
  if (!success) throw new ProblemError({ code: 'answer-unreadable', address, status })
  if (!issuers.includes(output.issuer)) throw new ProblemError({ code: 'issuer-differs', configured, found: output.issuer })
  const metadata = merged(output, settings)
  const problem = endpointProblem(output, settings, provider) ?? unusable(metadata, address)
  if (problem) throw new ProblemError(problem)
  return metadata
}

function endpointProblem(found: Published, settings: ProviderSettings, provider: Provider): Problem | undefined {
  if (settings.endpoints.authorization) return undefined
  return provider.endpointProblem({ issuer: found.issuer, authorization: found.authorization_endpoint }, settings)
}

/** An address that is none, or that would carry codes and tokens in the clear while the issuer speaks TLS. */
function unusable({ issuer, authorization, token, jwks, userinfo, revocation }: Metadata, address: string): Problem | undefined {
  const { protocol } = new URL(issuer)
  const isUsable = (endpoint: string | undefined) =>
    endpoint === undefined || (URL.canParse(endpoint) && new URL(endpoint).protocol === protocol)
  return [authorization, token, jwks, userinfo, revocation].every(isUsable) ? undefined : { code: 'answer-unreadable', address }
}

function merged(document: Published, { endpoints }: ProviderSettings): Metadata {
  const userinfo = endpoints.userinfo || document.userinfo_endpoint
  const revocation = endpoints.revocation || document.revocation_endpoint
  return {
    issuer: document.issuer,
    authorization: endpoints.authorization || document.authorization_endpoint,
    token: endpoints.token || document.token_endpoint,
    jwks: endpoints.jwks || document.jwks_uri,
    namesItself: document.authorization_response_iss_parameter_supported,
    ...(userinfo && { userinfo }),
    ...(revocation && { revocation }),
  }
}
