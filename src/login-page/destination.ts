import type { Door } from './door'

/**
 * Where the person wanted to go, read from the login page's address: a path below the site's base URL ("/display/DS/Page?a=1"),
 * "" for nowhere in particular, or undefined for an address that is not this site's.
 */
export function destinationOf(query: URLSearchParams, baseUrl: string): string | undefined {
  return sitePath(query.get('os_destination') ?? query.get('destination') ?? '', baseUrl)
}

/** Where the site's own relay state sends people, else where they wanted to go; undefined where that is another site. */
export function wantedDestination(url: URL, door: Pick<Door, 'baseUrl' | 'relayState'>): string | undefined {
  return door.relayState || destinationOf(url.searchParams, door.baseUrl)
}

/**
 * Controls could end a header and vanish from an address; a backslash is a slash to browsers; and whoever decodes once more
 * would turn %2f, %5c and %09 into them.
 */
const unsafe = /\p{Cc}|%(?:25)*(?:[01][0-9a-f]|7f)|^\/(?:[/\\]|%(?:25)*(?:2f|5c))/iu

/** What a cookie cannot hold as it stands: SSO apps keep the page that was asked for in one. @see https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1 */
const notForCookies = /[^!#-+\--:<-[\]-~]/gu

/** Java servers write the session into the path of somebody whose cookies they have not seen yet. It is a secret, and soon another. */
export const sessionInPath = /;jsessionid=[^/?#;]*/i

/**
 * A value as a path below `baseUrl`, fit for a cookie: absolute addresses of the site are reduced, a leading context path is taken off.
 * Undefined for whatever a browser, or a server that decodes once more, could take for another origin.
 */
export function sitePath(value: string, baseUrl: string): string | undefined {
  const base = new URL(baseUrl)
  const plain = value.replace(sessionInPath, '')
  if (!URL.canParse(plain, base)) return undefined
  const { href } = new URL(plain, base)
  const path = plain.startsWith('/') ? plain : href.slice(base.origin.length)
  const context = base.pathname.slice(0, -1)
  const below = `${path}/`.startsWith(base.pathname) ? path.slice(context.length) : path
  // With the slash: neither a longer host name nor credentials pass.
  if (!href.startsWith(`${base.origin}/`) || unsafe.test(below)) return undefined
  return below === '/' ? '' : below.replace(notForCookies, encodeURIComponent)
}
