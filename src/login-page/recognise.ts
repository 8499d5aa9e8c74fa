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

function ofHost(page: Page, { name, at, paths, marks, hints, foreign, failed }: HostSigns): Omit<LoginPage, 'appRedirects'> | undefined {
  const { url, document } = page
  const { hostname, pathname, origin } = url
  const path = Object.keys(paths).find((end) => pathname.endsWith(end))
  const mark = firstFit(document, marks) ?? (path !== undefined ? firstFit(document, hints) : undefined)
  if (!new RegExp(at).test(hostname + pathname) || firstFit(document, foreign) || (document ? mark : path) === undefined) return undefined
  const [kind, sign] = kindOf(page, failed, path, paths[path ?? ''])
  const version = versionIn(document)
  const context = path === undefined ? (meta(document, 'ajs-context-path') ?? '') : pathname.slice(0, pathname.length - path.length)
  return {
    host: name,
    kind,
    baseUrl: `${origin}${context}/`,
    ...(version && { version }),
    evidence: { host: [path, mark].filter((one) => one !== undefined), kind: sign ? [sign] : [] },
  }
}

const remoteUser = 'ajs-remote-user'

/** Somebody who is signed in needs no login, whatever the address; a refused one wants to read why. */
function kindOf(
  { url, document }: Page,
  failed: readonly string[],
  path: string | undefined,
  kind: PageKind = 'other',
): [PageKind, string?] {
  const user = meta(document, remoteUser)
  if (path !== undefined && !kind.startsWith('login')) return [kind]
  if (user && path && url.searchParams.has('permissionViolation')) return ['no-permission', 'permissionViolation']
  if (user) return ['signed-in', remoteUser]
  if (!path) return user === '' ? ['anonymous', remoteUser] : ['other']
  if (url.searchParams.get('logout') === 'true') return ['logged-out', 'logout=true']
  const refusal = firstFit(document, failed)
  return refusal ? ['login-failed', refusal] : [kind]
}

const versionIn = (document: Document | undefined): string | undefined =>
  meta(document, 'ajs-version-number') ?? find(document, '#footer-build-information')?.textContent?.trim()

function withApp(found: Omit<LoginPage, 'appRedirects'>, page: Page, apps: readonly SsoAppSigns[]): LoginPage {
  const { url, document } = page
  const app = apps.find(({ marks }) => firstFit(document, marks))
  const failure = found.kind === 'login' && apps.find((one) => one.failure && url.searchParams.has(one.failure))?.failure
  const startLink = app && linkOf(page, app)
  return {
    ...found,
    ...(failure && { kind: 'sso-failed' as const }),
    ...(app && { ssoApp: app.id }),
    ...(startLink && { startLink }),
    appRedirects: Boolean(app?.redirecting && find(document, app.redirecting)),
    evidence: {
      ...found.evidence,
      ...(failure && { kind: [failure] }),
      ...(app && { ssoApp: firstFit(document, app.marks) }),
    },
  }
}

/** The app's link with the destination taken out: it may name one provider of several, which nothing else tells. */
function linkOf({ url, document }: Page, { marks, returnParameter }: SsoAppSigns): string | undefined {
  const href = find(document, marks.map((mark) => `${mark}[href]`).join())?.getAttribute('href')
  if (!href || !URL.canParse(href, url)) return undefined
  const link = new URL(href, url)
  if (link.origin !== url.origin) return undefined
  link.searchParams.delete(returnParameter)
  return `${link.pathname}${link.search || '?'}${link.search ? '&' : ''}${returnParameter}={destination}`
}

const find = (document: Document | undefined, selector: string) => document && own(document, 'querySelector')(selector)
const meta = (document: Document | undefined, name: string): string | undefined =>
  find(document, `meta[name="${name}"]`)?.getAttribute('content') ?? undefined
