import type { WebRequest } from 'webextension-polyfill'
import type { Door } from '../../login-page/door'
import { routes } from '../../sso-apps/routes'
import { type Guard, keep, readKeeping } from './keeping'

const seconds = 1000

/** A request, with the page that it came from: an origin in Chrome, an address in Firefox, and nothing for one from outside all pages. */
export type Asked = Pick<WebRequest.OnBeforeRequestDetailsType, 'tabId' | 'requestId' | 'timeStamp' | 'initiator' | 'originUrl'>

/**
 * The guard of a tab that was sent to SSO and whose person has left the sign-in page unfinished and asks for the site again: that is no
 * loop. SSO leads back within the request that was sent there, or from a page of its provider's. An address from outside all pages is a
 * person's; so is a link of the site's own while SSO has not come back, which is seen of the apps whose routes are known. A page on the
 * way that goes back by script does so at once.
 */
export async function needlessGuard({ baseUrl, start = '' }: Door, request: Asked): Promise<Guard | undefined> {
  const guard = await sentGuard(request.tabId, baseUrl)
  if (!guard?.sent || guard.sent.requestId === request.requestId) return undefined
  const from = request.initiator ?? request.originUrl
  const isLink = from?.startsWith(new URL(baseUrl).origin) && isStart(start) && request.timeStamp - guard.sent.at > 10 * seconds
  return from === undefined || isLink ? guard : undefined
}

/** SSO has come back to the site: whoever is on its login page after that was led there. Some apps start where they come back. */
export async function seeReturn({ tabId, requestId, url }: WebRequest.OnBeforeRequestDetailsType): Promise<void> {
  const guard = await sentGuard(tabId)
  if (!guard?.sent || (guard.sent.requestId === requestId && isStart(url))) return
  const { sent: _, ...returned } = guard
  const { arrivals, guards } = await readKeeping()
  await keep({ arrivals, guards: guards.map((one) => (one.tabId === tabId && one.sent ? returned : one)) })
}

const isStart = (address: string): boolean => routes.starts.some((path) => address.includes(path))

const sentGuard = async (tabId: number, baseUrl?: string): Promise<Guard | undefined> =>
  (await readKeeping()).guards.find((one) => one.sent && one.tabId === tabId && (!baseUrl || one.baseUrl === baseUrl))
