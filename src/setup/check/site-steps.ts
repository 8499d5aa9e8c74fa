import type { KnownApp } from '../../login-page/door-of-site'
import type { Problem } from '../../problem'
import { discoverMetadata } from '../../session/metadata'
import type { SiteSettings } from '../../settings/catalog'
import { ssoAppOf } from '../../settings/sso-app-of'
import type { Failure } from '../reply'
import type { CheckPorts, Pool, Subject } from './context'
import { failed, isSilentAt, passed, type Result, skipped, type Trail, type Visit } from './result'

/** The host may be read; everything else on the site needs that. */
export async function grants({ baseUrl }: SiteSettings, ports: CheckPorts): Promise<Result> {
  const { protocol, host, hostname } = new URL(baseUrl)
  return (await ports.isGranted(baseUrl)) ? passed(host) : failed({ code: 'site-not-granted', origins: [`${protocol}//${hostname}/*`] })
}

/** Something answers, and the browser trusts its certificate. */
export function address({ baseUrl }: SiteSettings, visit: Visit): Result {
  // A page that redirects is an answer like any other: wikis send anonymous visitors to their login page. So is a long one.
  if ('failed' in visit) return answers.includes(visit.failed) ? passed() : failed({ code: 'site-silent', address: baseUrl })
  return visit.status >= 500 ? failed({ code: 'site-ill', address: baseUrl, status: visit.status }) : passed(`HTTP ${visit.status}`)
}

const answers: readonly Failure[] = ['led-elsewhere', 'too-large']

/** A Confluence, with its version. One that turns strangers away has not said that it is another product. */
export async function confluence({ baseUrl }: SiteSettings, { manifests, get }: CheckPorts): Promise<Result> {
  let isOther = false
  for (const { path, read } of manifests) {
    const visit = await get(`${baseUrl}${path}`)
    if ('failed' in visit) continue
    const version = read(visit.text)
    if (version !== undefined) return passed(version)
    isOther ||= visit.status === 200 || visit.status === 404
  }
  return isOther ? failed({ code: 'not-confluence', address: baseUrl }) : skipped('not-told')
}

/** What is known of the SSO app now: what it says itself, else what its login page showed before. */
export interface AppSeen {
  readonly app?: string
  readonly known?: KnownApp
  /** Path of the answer that says that it is switched off: it, or one of which nothing else is known. */
  readonly off?: string
}

/** Asks the site about its SSO app. What it says itself beats what was known; what the settings say beats both. */
export async function lookForApp(site: SiteSettings, ports: CheckPorts): Promise<AppSeen> {
  const { known: told, off } = await ports.discover(site.baseUrl)
  const known = told ?? (await ports.known(site.baseUrl))
  const app = ssoAppOf(site, known?.ssoApp)
  return { ...(app && { app }), ...(told && { known: told }), ...(off && (!app || app === off.app) && { off: off.path }) }
}

/** An app that says that it is switched off fails, known or not. */
export function appFound({ app, off }: AppSeen): Result {
  if (off) return failed({ code: 'app-off', path: off })
  return app ? passed(app) : failed({ code: 'app-unknown' })
}

/** The app's own settings, where it tells them. */
export function appSettings({ startUrl }: SiteSettings, { known }: AppSeen): Result {
  if (!known) return skipped('not-told')
  if (known.choices && !startUrl) return failed({ code: 'app-several' })
  const { buttonText, backdoor } = known
  return passed([buttonText, backdoor].filter(Boolean).join(' · '))
}

/** Where single sign-on leads somebody without cookies: to the sign-in page of the pool, by a client that the pool knows. */
export async function start({ baseUrl }: SiteSettings, { pool }: Subject, ports: CheckPorts): Promise<Result> {
  const from = await ports.start(baseUrl)
  if (!from) return failed({ code: 'start-unknown' })
  if (!pool) return skipped('no-pool')
  const origin = await signInOrigin(pool)
  if (!origin) return skipped('not-told')
  if (!(await ports.isGranted(`${origin}/`))) return skipped('no-grant', origin)
  return startFound(from, await ports.follow(from), { pool, domain: new URL(origin).host })
}

function startFound(from: string, trail: Trail | undefined, { pool, domain }: { pool: Pool; domain: string }): Result {
  const asked = trail?.addresses.map((one) => new URL(one)).find(({ host }) => host === domain)
  const problem = trail && asked && askedProblem(pool, trail, asked)
  if (problem) return failed(problem)
  // Kerberos, or a password of the host's own: browsers have it, whoever asks without credentials does not.
  if (!asked && trail?.status === 401) return skipped('password-first')
  const address = (trail?.addresses.at(-1) ?? from).replace(/[?#].*/, '')
  if (!trail || !asked || trail.status >= 400) return failed({ code: 'start-astray', address, status: trail?.status ?? 0, domain })
  return isSilentAt(domain, trail) ? failed({ code: 'provider-unreachable', address }) : passed(domain)
}

/** Origin of the sign-in pages: as the settings say, else as the provider publishes it. */
async function signInOrigin({ settings, provider }: Pool): Promise<string | undefined> {
  const { domain, endpoints } = settings
  if (endpoints.authorization) return new URL(endpoints.authorization).origin
  if (domain) return `https://${domain}`
  // What is wrong with the discovery document is said by the step that it belongs to.
  const metadata = await discoverMetadata(settings, provider).catch(() => undefined)
  return metadata && new URL(metadata.authorization).origin
}

/** What the pool has against the app's request, whose client and callback URL stand in it. */
function askedProblem({ settings, provider }: Pool, { addresses, status, text }: Trail, { searchParams }: URL): Problem | undefined {
  const about = {
    settings: { ...settings, clientId: searchParams.get('client_id') ?? '' },
    callback: searchParams.get('redirect_uri') ?? '',
  }
  return provider.pageProblem({ status, url: addresses.at(-1) ?? '', ...(text && { text }) }, about)
}
