import * as v from 'valibot'
import { type Problem, ProblemError } from '../problem'
import type { ProviderSettings } from '../settings/catalog'
import { getJson } from './get-json'
import type { Provider } from './provider'

/** The endpoints of a provider, as it publishes them and as the settings override them. */
export interface Metadata {
  readonly issuer: string
  readonly authorization: string
  readonly token: string
  readonly jwks: string
  readonly userinfo?: string
  readonly revocation?: string
  /** Where its own session ends. @see https://openid.net/specs/openid-connect-rpinitiated-1_0.html */
  readonly endSession?: string
  /** The provider promises to say who it is in each answer. @see https://www.rfc-editor.org/rfc/rfc9207#section-3 */
  readonly namesItself: boolean
  /** The provider's clock, in seconds since the epoch, where the browser let us see it. */
  readonly serverTime?: number
}

/** Null is nothing: some publish so what they have not got. */
const published = v.object({
  issuer: v.string(),
  authorization_endpoint: v.nullish(v.string(), ''),
  token_endpoint: v.nullish(v.string(), ''),
  jwks_uri: v.nullish(v.string(), ''),
  userinfo_endpoint: v.nullish(v.string(), ''),
  revocation_endpoint: v.nullish(v.string(), ''),
  end_session_endpoint: v.nullish(v.string(), ''),
  authorization_response_iss_parameter_supported: v.nullish(v.boolean(), false),
})
type Published = v.InferOutput<typeof published>

/**
 * Reads the discovery document and holds it to what is configured: another issuer, or another domain, is another provider.
 * Rejects with a ProblemError. @see https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationValidation
 */
export async function discoverMetadata(settings: ProviderSettings, provider: Provider): Promise<Metadata> {
  const issuers = provider.issuersOf(settings)
  const { address, document, serverTime } = await firstOf(issuers)
  const [configured = ''] = issuers
  if (!issuers.includes(document.issuer)) throw new ProblemError({ code: 'issuer-differs', configured, found: document.issuer })
  const metadata = { ...merged(document, settings), ...(serverTime !== undefined && { serverTime }) }
  const problem = endpointProblem(document, settings, provider) ?? unusable(metadata, address)
  if (problem) throw new ProblemError(problem)
  return metadata
}

interface Document {
  readonly address: string
  readonly document: Published
  readonly serverTime: number | undefined
}

/** A first issuer is heard alone for so long, in milliseconds. */
const moment = 2000

/**
 * The document of the first issuer that has one. A network that lets no request through to that may do so to one of the others; what those
 * do not answer says nothing of the pool.
 */
async function firstOf([first = '', ...others]: readonly string[]): Promise<Document> {
  const asked = documentOf(first)
  const heard = asked.catch(() => undefined)
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, moment))
  const beside = Promise.race([heard, late]).then((found) =>
    Promise.all(found ? [] : others.map((other) => documentOf(other).catch(() => undefined))),
  )
  const found = (await heard) ?? (await beside).find(Boolean) ?? (await asked)
  if (found) return found
  throw new ProblemError({ code: 'pool-not-found', issuer: first })
}

/** Undefined where the issuer knows no such pool. */
async function documentOf(issuer: string): Promise<Document | undefined> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const { status, body, serverTime } = await getJson(address)
  if (status === 400 || status === 404) return undefined
  const { success, output } = v.safeParse(published, body)
  if (status !== 200 || !success) throw new ProblemError({ code: 'answer-unreadable', address, status })
  return { address, document: output, serverTime }
}

function endpointProblem(found: Published, settings: ProviderSettings, provider: Provider): Problem | undefined {
  const { issuer, authorization_endpoint: authorization, jwks_uri: jwks } = found
  return provider.endpointProblem({ issuer, authorization, jwks }, settings)
}

/** An address that is none, that nobody may ask as it stands, or that would carry codes and tokens in the clear while the issuer speaks TLS. */
function unusable(
  { issuer, authorization, token, jwks, userinfo, revocation, endSession }: Metadata,
  address: string,
): Problem | undefined {
  const { protocol } = new URL(issuer)
  const isUsable = (endpoint: string) => {
    if (!URL.canParse(endpoint)) return false
    const url = new URL(endpoint)
    return url.protocol === protocol && !url.username && !url.password
  }
  const endpoints = [authorization, token, jwks, userinfo, revocation, endSession].filter((endpoint) => endpoint !== undefined)
  return endpoints.every(isUsable) ? undefined : { code: 'answer-unreadable', address }
}

function merged(document: Published, { endpoints }: ProviderSettings): Metadata {
  const userinfo = endpoints.userinfo || document.userinfo_endpoint
  const revocation = endpoints.revocation || document.revocation_endpoint
  const endSession = endpoints.logout || document.end_session_endpoint
  return {
    issuer: document.issuer,
    authorization: endpoints.authorization || document.authorization_endpoint,
    token: endpoints.token || document.token_endpoint,
    jwks: endpoints.jwks || document.jwks_uri,
    namesItself: document.authorization_response_iss_parameter_supported,
    ...(userinfo && { userinfo }),
    ...(revocation && { revocation }),
    ...(endSession && { endSession }),
  }
}
