/**
 * How a login that was to end on `wanted` goes on when the SSO app sends the tab to `next`. `missed` is another page of the site:
 * apps that remember one destination per browser lose all but the last, and some lose it altogether. A login page, an app's own
 * servlet and another origin are `on-the-way`.
 */
export function arrivalAt(
  next: string,
  wanted: string,
  site: { baseUrl: string; doorPaths: readonly string[] },
): 'arrived' | 'missed' | 'on-the-way' {
  if (!URL.canParse(next, site.baseUrl)) return 'on-the-way'
  const url = new URL(next, site.baseUrl)
  if (url.origin !== new URL(site.baseUrl).origin) return 'on-the-way'
  if (site.doorPaths.some((path) => url.href.startsWith(`${site.baseUrl}${path}`))) return 'on-the-way'
  // Before servlets, since there are pages among them.
  if (decoded(url) === decoded(new URL(wanted))) return 'arrived'
  return url.pathname.includes('/plugins/servlet/') ? 'on-the-way' : 'missed'
}

/** Path and query as they are meant: "My+Page", "My%20Page" and "My Page" are one page, "My%2BPage" is another. */
function decoded({ pathname, search }: URL): string {
  const plain = `${pathname}${search}`.replaceAll('+', ' ')
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}
