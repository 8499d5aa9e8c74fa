import type { LoginPage, PageKind } from './page'
import type { HostSigns, Signs, SsoAppSigns } from './signs'

/** What an address tells of the login page that it leads to, before there is a document. Never throws. */
export function recogniseAddress(url: URL, { hosts, apps }: Pick<Signs, 'hosts' | 'apps'>): LoginPage | undefined {
  for (const host of hosts) {
    const place = placeOf(url, host)
    if (place?.path === undefined) continue
    const [kind, ...because] = kindAt(url, place, apps)
    const evidence = { host: [place.path], kind: because }
    return { host: host.name, kind, baseUrl: baseAt(url, place), appRedirects: false, evidence }
  }
  return undefined
}

/** Where in a host's installation an address leads. */
export interface Place {
  /** Without a session's id. */
  readonly pathname: string
  /** The end of it that the host knows. */
  readonly path: string | undefined
  /** What stands there. */
  readonly kind: PageKind
}

/** A kind of page, and what tells it beside its path. */
export type KindSeen = readonly [PageKind, ...string[]]

/** Undefined where the host has no pages. */
export function placeOf({ hostname, pathname: whole, search }: URL, { at, paths }: HostSigns): Place | undefined {
  const pathname = whole.replace(/;[^/]*$/, '')
  if (!new RegExp(at).test(hostname + whole + search)) return undefined
  const path = Object.keys(paths).find((end) => pathname.endsWith(end))
  return { pathname, path, kind: paths[path ?? ''] ?? 'other' }
}

/** Origin and context path of the installation, ending in "/"; `context` where the address does not tell it. */
export const baseAt = ({ origin }: URL, { pathname, path }: Place, context?: string | null): string =>
  `${origin}${path === undefined ? (context ?? '') : pathname.slice(0, pathname.length - path.length)}/`

/** What an address asks for, and the parameter that says so. */
export function kindAt({ searchParams }: URL, { kind }: Place, apps: readonly SsoAppSigns[]): KindSeen {
  if (/^login/.test(kind) && searchParams.get('logout') === 'true') return ['logged-out', 'logout=true']
  const failure = kind === 'login' && apps.find(({ failure }) => failure && searchParams.has(failure))?.failure
  return failure ? ['sso-failed', failure] : [kind]
}
