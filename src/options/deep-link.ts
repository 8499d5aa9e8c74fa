/** A section of the page, and an address that the person came to add. */
export interface DeepLink {
  readonly section: string
  readonly add: string
  /** Base URL of the site that is meant; empty for none in particular. */
  readonly site: string
  /** Id of the user pool whose connection is to be checked; empty for none. */
  readonly check: string
}

/** Reads the page's own fragment: "#sites?add=https%3A%2F%2Fwiki.acme.com%2F". */
export function deepLink(hash: string): DeepLink {
  const [section = '', query] = hash.replace(/^#/, '').split('?')
  const named = new URLSearchParams(query)
  return { section, add: named.get('add') ?? '', site: named.get('site') ?? '', check: named.get('check') ?? '' }
}
