import { hosts } from '../hosts'
import { recogniseAddress } from '../login-page/recognise-address'
import { wrongWithBaseUrl } from '../settings/base-url'

/** What the address of a page tells that is no site's of ours. */
export interface Elsewhere {
  readonly isCloud: boolean
  /** The installation that it belongs to: exactly for a login page, else its origin. Absent where it could be no site. */
  readonly baseUrl?: string
}

/** Looks at an address of the web. */
export function elsewhereAt(address: string): Elsewhere {
  const url = new URL(address)
  const found = recogniseAddress(url, hosts, [])
  const baseUrl = found?.baseUrl ?? `${url.origin}/`
  return { isCloud: found?.kind === 'cloud', ...(!wrongWithBaseUrl(baseUrl) && { baseUrl }) }
}
