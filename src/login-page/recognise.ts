import { firstFit, own } from './dom'
import type { LoginPage, Page, PageKind } from './page'
import type { HostSigns, SsoAppSigns } from './signs'

/** Page in, login page out. Order is irrelevant: at most one host and one app answer for any page. Never throws. */
export function recognise(page: Page, hosts: readonly HostSigns[], apps: readonly SsoAppSigns[]): LoginPage | undefined {
  for (const host of hosts) {
    const found = ofHost(page, host)
    if (found) return withApp(found, page, apps)
  }
  return undefined
}

function ofHost(page: Page, host: HostSigns): Omit<LoginPage, 'appRedirects'> | undefined {
  const { name, at, paths, marks, hints, foreign } = host
  const { url, document } = page
  const { hostname, origin } = url
  const pathname = url.pathname.replace(/;[^/]*$/, '')
  const path = Object.keys(paths).find((end) => pathname.endsWith(end))
  const mark = firstFit(document, marks) ?? (path !== undefined ? firstFit(document, hints) : undefined)
  if (!new RegExp(at).test(hostname + url.pathname + url.search) || firstFit(document, foreign) || (document ? mark : path) === undefined)
    return undefined
  const [kind, because] = kindOf(page, host, pathname, path)
  const sign = firstFit(document, versionSigns)
  const context = path === undefined ? (meta(document, 'ajs-context-path') ?? '') : pathname.slice(0, pathname.length - path.length)
  return {
    host: name,
    kind,
    baseUrl: `${origin}${context}/`,
    version: sign && stated(document, sign),
    evidence: { host: [path, mark].filter((one) => one !== undefined), kind: because ? [because] : [], version: sign },
  }
}

const remoteUser = 'ajs-remote-user'

/** Somebody who is signed in needs no login, whatever the address; a refused one wants to read why. */
function kindOf({ url, document }: Page, { paths, aside, failed }: HostSigns, pathname: string, path?: string): [PageKind, string?] {
  const kind = paths[path ?? ''] ?? 'other'
  const user = meta(document, remoteUser)
  if (!/^(login|other)/.test(kind)) return [kind]
  if (user && path && url.searchParams.has('permissionViolation')) return ['no-permission', 'permissionViolation']
  if (user) return ['signed-in', remoteUser]
  if (!path) return user === '' && !new RegExp(aside).test(pathname) ? ['anonymous', remoteUser] : ['other']
  if (url.searchParams.get('logout') === 'true') return ['logged-out', 'logout=true']
  const refusal = firstFit(document, failed)
  return refusal ? ['login-failed', refusal] : [kind]
}

const versionSigns = ['meta[name="ajs-version-number"]', '#footer-build-information']

const stated = (document: Document | undefined, sign: string): string | undefined => {
  const found = find(document, sign)
  return /\d[\w.-]*/.exec(found?.getAttribute('content') ?? found?.textContent ?? '')?.[0]
}

function withApp(found: Omit<LoginPage, 'appRedirects'>, page: Page, apps: readonly SsoAppSigns[]): LoginPage {
  const { url, document } = page
  const mark = firstFit(
    document,
    apps.flatMap(({ marks }) => marks),
  )
  const app = mark ? apps.find(({ marks }) => marks.includes(mark)) : undefined
  const failure = found.kind === 'login' && apps.find((one) => one.failure && url.searchParams.has(one.failure))?.failure
  const startLink = document && app && linkOf(url, document, app.marks)
  return {
    ...found,
    ...(failure && { kind: 'sso-failed' as const }),
    ssoApp: app?.id,
    startLink,
    appRedirects: Boolean(app?.redirecting && find(document, app.redirecting)),
    evidence: {
      ...found.evidence,
      ...(failure && { kind: [failure] }),
      ssoApp: mark,
    },
  }
}

/** Where an app's link, not ours, leads, if it stays on the site; several links to several providers are nobody's choice. */
export function linkOf(url: URL, document: Document, marks: readonly string[]): string | undefined {
  const found = own(document, 'querySelectorAll')(`a[href]:is(${marks.join()}):not(#latchkey-offer a)`)
  const hrefs = [...found].map((link) => link.getAttribute('href') ?? '').filter((href) => URL.canParse(href, url))
  const [link, ...others] = new Set(hrefs.map((href) => new URL(href, url).href))
  return !others.length && link?.startsWith(`${url.origin}/`) ? link : undefined
}

const find = (document: Document | undefined, selector: string) => document && own(document, 'querySelector')(selector)
const meta = (document: Document | undefined, name: string): string | undefined =>
  find(document, `meta[name="${name}"]`)?.getAttribute('content') ?? undefined
