import { type Problem, type ProblemCode, problemOf } from '../../problem'
import { loggedOutAddress } from '../../session/after-logout'
import { keysAt } from '../../session/jwks'
import { discoverMetadata, type Metadata } from '../../session/metadata'
import { signedOutAddress } from '../../session/sign-out'
import { keysFor } from '../../session/signature'
import type { SiteSettings } from '../../settings/catalog'
import type { CheckPorts, Pool } from './context'
import { failed, isSilentAt, passed, type Result, skipped, type Trail } from './result'

/** Everything that a sign-in needs is filled in. */
export function settings({ settings, provider }: Pool): Result {
  const missing = provider.missing(settings)
  if (missing.length > 0) return failed({ code: 'not-configured', missing })
  const problem = provider.settingsProblem(settings)
  return problem ? failed(problem) : passed(settings.id)
}

/** The three judgements that are passed on one discovery document. */
export interface Published {
  readonly discovery: Result
  readonly issuer: Result
  readonly domain: Result
  readonly metadata?: Metadata
}

const ofIssuer: readonly ProblemCode[] = ['issuer-differs']
const ofDomain: readonly ProblemCode[] = ['pool-has-no-domain', 'domain-differs']

/** Reads the discovery document and holds it to the settings. */
export async function published({ settings, provider }: Pool): Promise<Published> {
  const later = skipped('needs-earlier')
  try {
    const metadata = await discoverMetadata(settings, provider)
    const domain = passed(new URL(metadata.authorization).host)
    return { discovery: passed(), issuer: passed(metadata.issuer), domain, metadata }
  } catch (error) {
    const problem = problemOf(error)
    if (ofIssuer.includes(problem.code)) return { discovery: passed(), issuer: failed(problem), domain: later }
    if (ofDomain.includes(problem.code)) return { discovery: passed(), issuer: passed(), domain: failed(problem) }
    return { discovery: failed(problem), issuer: later, domain: later }
  }
}

/** Keys by which signatures can be checked. */
export async function keys({ jwks }: Metadata, { now }: CheckPorts): Promise<Result> {
  try {
    const found = (await keysAt(jwks, now())).filter((key) => keysFor({}, [key]).length > 0)
    return found.length > 0 ? passed(`RS256 × ${found.length}`) : failed({ code: 'keys-useless', address: jwks })
  } catch (error) {
    return failed(problemOf(error))
  }
}

/** How the sign-in page answers to our client, callback URL and scopes. */
export interface Authorization {
  readonly client: Result
  readonly scopes: Result
}

/** Asks for a code as a sign-in would, without cookies: nobody can be signed in by it, and no code can come of it. */
export async function authorization({ settings, provider }: Pool, metadata: Metadata, ports: CheckPorts): Promise<Authorization> {
  const later = skipped('needs-earlier')
  if (!(await ports.isGranted(metadata.authorization))) {
    const without = skipped('no-grant', new URL(metadata.authorization).origin)
    return { client: without, scopes: without }
  }
  const wanted = [...new Set(['openid', ...settings.scopes])]
  const trail = await ports.follow(requestAddress(metadata, { scope: wanted.join(' '), ...parametersOf({ settings, provider }, ports) }))
  const about = { settings, callback: ports.redirectUri }
  const end = trail?.addresses.at(-1)
  if (!trail || !end || isSilentAt(new URL(metadata.authorization).host, trail))
    return { client: failed({ code: 'provider-unreachable', address: metadata.authorization }), scopes: later }
  const error = end.startsWith(ports.redirectUri) ? new URL(end).searchParams.get('error') : null
  const problem = error
    ? provider.answerProblem({ error }, { ...about, address: metadata.authorization })
    : pageProblem(trail, end, { provider, ...about })
  if (problem?.code === 'scope-refused') return { client: passed(), scopes: failed(problem) }
  if (problem) return { client: failed(problem), scopes: later }
  return { client: passed(new URL(end).pathname), scopes: passed(wanted.join(' ')) }
}

function pageProblem(
  { status, text }: Trail,
  url: string,
  { provider, settings, callback }: Pool & { callback: string },
): Problem | undefined {
  const known = provider.pageProblem({ status, url, ...(text && { text }) }, { settings, callback })
  if (known || status < 400) return known
  return { code: 'sign-in-page-failed', domain: new URL(url).host, callback, clientId: settings.clientId, status }
}

/** The challenge of a verifier that nobody keeps: 43 characters, as S256 makes them. */
const challenge = 'latchkey-connection-check-never-redeems-one'

const parametersOf = ({ settings, provider }: Pool, { redirectUri }: CheckPorts) => ({
  response_type: 'code',
  client_id: settings.clientId,
  redirect_uri: redirectUri,
  state: 'connection-check',
  code_challenge: challenge,
  code_challenge_method: 'S256',
  ...provider.requestParameters(settings),
})

function requestAddress({ authorization }: Metadata, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(authorization)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

/** For whom a logout is checked. */
interface LogoutPlace {
  readonly site: SiteSettings | undefined
  readonly ports: CheckPorts
}

/** The provider ends its session and comes back: to Latchkey, and to the site where that is what its logout does. */
export async function logout({ settings: own, provider }: Pool, { endSession }: Metadata, at: LogoutPlace): Promise<Result> {
  const { site, ports } = at
  const settings = { ...own, endpoints: { ...own.endpoints, logout: own.endpoints.logout || (endSession ?? '') } }
  const returns = [signedOutAddress(ports.redirectUri), ...(site?.logout.mode === 'cognito' ? [loggedOutAddress(site.baseUrl)] : [])]
  for (const logoutUri of returns) {
    const address = provider.logoutAddress(settings, logoutUri)
    if (!address) return skipped('not-told')
    if (!(await ports.isGranted(address))) return skipped('no-grant', new URL(address).origin)
    const trail = await ports.follow(address)
    if (leadsTo(trail, logoutUri)) continue
    if (!trail || isSilentAt(new URL(address).host, trail))
      return failed({ code: 'provider-unreachable', address: address.replace(/\?.*/, '') })
    if (asksFirst(trail, { provider, settings, callback: logoutUri })) return skipped('not-told')
    return failed({ code: 'logout-refused', logoutUri, clientId: settings.clientId })
  }
  return passed(new URL(provider.logoutAddress(settings, '') ?? '').pathname)
}

/** Who brings no ID token may be asked whether they mean it. @see https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout */
const asksFirst = (trail: Trail, about: Pool & { callback: string }): boolean =>
  trail.status >= 200 && trail.status < 300 && !pageProblem(trail, trail.addresses.at(-1) ?? '', about)

const leadsTo = (trail: Trail | undefined, address: string): boolean => trail?.addresses.slice(1).includes(address) ?? false
