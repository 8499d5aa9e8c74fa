/** What a login page to which SSO led back tells of why it did. */
export interface ReturnedPage {
  /** The browser lets this page have cookies; undefined where nobody may look. */
  readonly hasCookies?: boolean
  /** What the installation takes for its own address, where the page says it. */
  readonly ownAddress?: string | null
}

/** What can have led SSO back. `address` is the host by which the installation knows itself. */
export type Cause = { readonly code: 'cookies' | 'account' | 'app' | 'sessions' } | { readonly code: 'address'; readonly address: string }

/** Why a site's SSO led back to its login page, the likeliest first: what shows on the page, else what cannot be seen from outside. */
export function causesOf({ hasCookies, ownAddress }: ReturnedPage, baseUrl: string): readonly [Cause, ...Cause[]] {
  if (hasCookies === false) return [{ code: 'cookies' }]
  const others = [
    { code: 'account' },
    ...(hasCookies ? [] : [{ code: 'cookies' } as const]),
    { code: 'app' },
    { code: 'sessions' },
  ] as const
  const address = ownAddress && URL.canParse(ownAddress) ? new URL(ownAddress).host : ''
  return address && address !== new URL(baseUrl).host ? [{ code: 'address', address }, ...others] : [...others]
}
