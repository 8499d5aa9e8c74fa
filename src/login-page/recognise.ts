import type { LoginPage, Page, PageKind } from './page'

/** What recognition needs to know of a host product. */
export interface HostSigns {
  readonly name: string
  /** Last path segments of the pages on which the product signs people in or out. */
  readonly doorPaths: readonly string[]
  /** Last path segments to which its forms and scripts send what people typed. */
  readonly loginPaths: readonly string[]
  /** The page as this product's, or undefined if it is somebody else's. Never throws. */
  recognise(
    page: Page,
  ): { readonly kind: PageKind; readonly baseUrl: string; readonly version?: string; readonly evidence: readonly string[] } | undefined
}

/** What recognition needs to know of an SSO app. */
export interface SsoAppSigns {
  readonly id: string
  /** Query parameter of its start address that carries the destination. */
  readonly returnParameter: string
  /** Its mark in the document, as a CSS selector of structure, never of words. */
  readonly mark: string
  /** Its mark while it redirects by itself. */
  readonly redirecting?: string
  /** Query parameter by which it comes back after a failure. */
  readonly failure?: string
}

/** Page in, login page out. Order is irrelevant: at most one host and one app answer for any page. */
export function recognise(page: Page, hosts: readonly HostSigns[], apps: readonly SsoAppSigns[]): LoginPage | undefined {
  for (const host of hosts) {
    const found = host.recognise(page)
    if (!found) continue
    const app = apps.find(({ mark }) => page.document?.querySelector(mark))
    const failed = apps.find(({ failure }) => failure !== undefined && page.url.searchParams.has(failure))
    const startLink = app && linkOf(page, app)
    return {
      ...found,
      host: host.name,
      ...(failed && found.kind === 'login' && { kind: 'sso-failed' as const }),
      ...(app && { ssoApp: app.id }),
      ...(startLink && { startLink }),
      appRedirects: Boolean(app?.redirecting && page.document?.querySelector(app.redirecting)),
      evidence: [...found.evidence, ...(app ? [app.mark] : []), ...(failed?.failure ? [failed.failure] : [])],
    }
  }
  return undefined
}

/** The app's link with the destination taken out: it may name one provider of several, which nothing else tells. */
function linkOf({ url, document }: Page, { mark, returnParameter }: SsoAppSigns): string | undefined {
  const marked = [...(document?.querySelectorAll(mark) ?? [])].find((element) => element.hasAttribute('href'))
  const href = marked?.getAttribute('href')
  if (!href || !URL.canParse(href, url)) return undefined
  const link = new URL(href, url)
  if (link.origin !== url.origin) return undefined
  link.searchParams.delete(returnParameter)
  return `${link.pathname}${link.search || '?'}${link.search ? '&' : ''}${returnParameter}={destination}`
}
