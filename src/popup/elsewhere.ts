import { hosts } from '../hosts'
import cloud from '../hosts/confluence-cloud'
import { recogniseAddress } from '../login-page/recognise-address'
import { tabHas } from '../platform/tab-has'
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
  const found = recogniseAddress(url, { hosts, apps: [] })
  const baseUrl = found?.baseUrl ?? `${url.origin}/`
  return { isCloud: found?.kind === 'cloud', ...(!wrongWithBaseUrl(baseUrl) && { baseUrl }) }
}

/** Looks at a page that our script has nothing to say of: Cloud also stands at domains of its customers' own, added as a site or not. */
export const lookAtPage = async (tabId: number): Promise<{ readonly elsewhere: Elsewhere } | undefined> =>
  (await tabHas(tabId, cloud.marks.join())) ? { elsewhere: { isCloud: true } } : undefined
