/** A page's address with its parameters spelt out, as `os_destination` may have it; others unchanged. Observed with Confluence 7. */
export function canonical(target: string): string {
  const [path = '', ...rest] = target.split('?')
  const query = rest.length > 0 ? `&${rest.join('?')}` : ''
  const [, tiny] = /^\/x\/([^/]+)$/.exec(path) ?? []
  if (tiny) return `/pages/tinyurl.action?urlIdentifier=${tiny}${query}`
  const [, space, title] = /^\/display\/([^/]+)\/(.+)$/.exec(path) ?? []
  // Unverified: what becomes of a query that was there before.
  return space && title ? `/pages/viewpage.action?spaceKey=${space}&title=${title.replaceAll('%20', '+')}${query}` : target
}

/** Where somebody goes after the form: their destination if it is in this wiki, else the dashboard. */
export function landing(base: string, destination: string | null): string {
  const wanted = destination ?? ''
  if (wanted === base || wanted.startsWith(`${base}/`)) return wanted
  const own = /^\/(?![/\\])/.test(wanted)
  return own ? base + wanted : `${base}/`
}

/** What the SSO apps are given: `os_destination`, else `destination`. */
export function destinationOf(query: URLSearchParams): string {
  return query.get('os_destination') || query.get('destination') || ''
}
