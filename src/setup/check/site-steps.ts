import type { Known } from '../../login-page/doors'
import type { Problem } from '../../problem'
import type { SiteSettings } from '../../settings/catalog'
import type { CheckPorts, Subject } from './context'
import { failed, passed, type Result, skipped, type Trail, type Visit } from './result'

/** The host may be read; everything else on the site needs that. */
export async function grants({ baseUrl }: SiteSettings, ports: CheckPorts): Promise<Result> {
  const { protocol, host, hostname } = new URL(baseUrl)
  return (await ports.isGranted(baseUrl)) ? passed(host) : failed({ code: 'site-not-granted', origins: [`${protocol}//${hostname}/*`] })
}

/** Something answers, and the browser trusts its certificate. */
export function address({ baseUrl }: SiteSettings, visit: Visit): Result {
  // A page that redirects is an answer like any other: wikis send anonymous visitors to their login page.
  if ('failed' in visit) return visit.failed === 'led-elsewhere' ? passed() : failed({ code: 'site-silent', address: baseUrl })
  return visit.status >= 500 ? failed({ code: 'site-ill', address: baseUrl, status: visit.status }) : passed(`HTTP ${visit.status}`)
}

/** A Confluence, with its version. */
export async function confluence({ baseUrl }: SiteSettings, { manifests, get }: CheckPorts): Promise<Result> {
  for (const { path, read } of manifests) {
    const visit = await get(`${baseUrl}${path}`)
    const version = 'text' in visit ? read(visit.text) : undefined
    if (version !== undefined) return passed(version)
  }
  return failed({ code: 'not-confluence', address: baseUrl })
}

/** What is known of the SSO app now: what it says itself, else what its login page showed before. */
export interface AppSeen {
  readonly app?: string
  readonly known?: Known
  /** Path of the answer that says that it is switched off. */
  readonly off?: string
}

export async function lookForApp({ baseUrl, ssoApp }: SiteSettings, ports: CheckPorts): Promise<AppSeen> {
  const { known: told, asked } = await ports.discover(baseUrl)
  const known = told ?? (await ports.known(baseUrl))
  const app = ssoApp === 'auto' ? known?.ssoApp : ssoApp
  const off = asked.find(({ ending }) => ending === 'switched-off')?.path
  return { ...(app && { app }), ...(told && { known: told }), ...(off && !told && { off }) }
}

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
  const origin = pool && originOf(pool)
  if (!origin) return skipped('no-pool')
  if (!(await ports.isGranted(`${origin}/`))) return skipped('no-grant', origin)
  const { host: domain } = new URL(origin)
  const trail = await ports.follow(from)
  const asked = trail?.addresses.map((one) => new URL(one)).find(({ host }) => host === domain)
  const problem = trail && asked && askedProblem(pool, trail, asked)
  if (problem) return failed(problem)
  if (trail && asked && trail.status < 400) return passed(domain)
  const address = (trail?.addresses.at(-1) ?? from).replace(/[?#].*/, '')
  return failed({ code: 'start-astray', address, status: trail?.status ?? 0, domain })
}

type Pool = NonNullable<Subject['pool']>

/** Origin of the sign-in pages; of a provider without a domain of its own, the issuer's. */
function originOf({ settings, provider }: Pool): string | undefined {
  if (settings.domain) return `https://${settings.domain}`
  const [issuer = ''] = provider.issuersOf(settings)
  return URL.canParse(issuer) ? new URL(issuer).origin : undefined
}

/** What the pool has against the app's request, whose client and callback URL stand in it. */
function askedProblem({ settings, provider }: Pool, { addresses, status, text }: Trail, { searchParams }: URL): Problem | undefined {
  const about = {
    settings: { ...settings, clientId: searchParams.get('client_id') ?? '' },
    callback: searchParams.get('redirect_uri') ?? '',
  }
  return provider.pageProblem({ status, url: addresses.at(-1) ?? '', ...(text && { text }) }, about)
}
