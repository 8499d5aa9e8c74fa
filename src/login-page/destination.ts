/**
 * Where the person wanted to go, read from the login page's address: a path below the site's base URL ("/display/DS/Page?a=1"),
 * "" for nowhere in particular, or undefined for an address that is not this site's.
 */
export function destinationOf(query: URLSearchParams, baseUrl: string): string | undefined {
  const wanted = query.get('os_destination') ?? query.get('destination') ?? ''
  if (wanted === '' || wanted === '/') return ''
  return sitePath(wanted, baseUrl)
}

/**
 * Controls could end a header and vanish from an address; a backslash is a slash to browsers; and whoever decodes once more
 * would turn %2f, %5c and %09 into them.
 */
const unsafe = /\p{Cc}|%(?:25)*(?:[01][0-9a-f]|7f)|^\/(?:[/\\]|%(?:25)*(?:2f|5c))/iu

/**
 * A value as a path below `baseUrl`: absolute addresses of the site are reduced, a leading context path is taken off.
 * Undefined for whatever a browser, or a server that decodes once more, could take for another origin.
 */
export function sitePath(value: string, baseUrl: string): string | undefined {
  const base = new URL(baseUrl)
  const rooted = /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(value) ? value : `/${value}`
  if (unsafe.test(rooted) || !URL.canParse(rooted, base)) return undefined
  const url = new URL(rooted, base)
  // With the slash: neither a longer host name nor credentials pass.
  if (!url.href.startsWith(`${base.origin}/`)) return undefined
  const path = rooted.startsWith('/') ? rooted : `${url.pathname}${url.search}${url.hash}`
  if (unsafe.test(path)) return undefined
  const context = base.pathname.slice(0, -1)
  const below = context && (path === context || path.startsWith(`${context}/`)) ? path.slice(context.length) : path
  if (unsafe.test(below)) return undefined
  return below === '/' ? '' : below
}
