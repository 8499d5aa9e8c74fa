import type { WebRequest } from 'webextension-polyfill'
import type { Door } from '../../login-page/door'
import { routes } from '../../sso-apps/routes'
import { readDoorsAt } from '../door-stores'
import { type Guard, keepGuard, readKeeping } from './keeping'
import { ownerOf } from './owner'

const [seconds, minutes] = [1000, 60_000]

/**
 * Whether the person of a tab that was sent to SSO has left the sign-in page unfinished and asks for the site again, which is no loop.
 * SSO leads back within the request that was sent there, or from a page of its provider's. An address from outside all pages is a
 * person's; so is a link of the site's own while SSO has not come back, which is seen of the apps whose routes are known. A page on the
 * way that goes back by script does so at once.
 */
export function isAnew({ sent }: Guard, door: Door, request: WebRequest.OnBeforeRequestDetailsType): boolean {
  if (!sent || sent.requestId === request.requestId) return false
  if (askedBy(request) === undefined) return true
  return isFromSite(request, door) && isStart(door.start ?? '') && request.timeStamp - sent.at > 10 * seconds
}

/** Whether a page of the site's own origin asks. */
export function isFromSite(request: WebRequest.OnBeforeRequestDetailsType, { baseUrl }: Door): boolean {
  const from = askedBy(request) ?? ''
  return URL.canParse(from) && new URL(from).origin === new URL(baseUrl).origin
}

/** Chrome tells the origin of the page that asks, Firefox its address. */
const askedBy = ({ initiator, originUrl }: WebRequest.OnBeforeRequestDetailsType): string | undefined => initiator ?? originUrl

/**
 * SSO has come back to the site: whoever is on its login page after that was led there. Some apps start where they come back. Where the
 * login page itself sends people no guard has been set before, so that whoever goes back from the sign-in page is sent as before.
 */
export async function seeReturn({ tabId, requestId, url, method, timeStamp: at }: WebRequest.OnBeforeRequestDetailsType): Promise<void> {
  const door = ownerOf(url, routes.callbacks, await readDoorsAt(url))
  if (!door) return
  const { baseUrl } = door
  if (isSentByPage(door) && !(isStart(url) && method === 'GET'))
    return keepGuard({ tabId, baseUrl, until: at + 10 * minutes, because: 'tried-already' })
  const guard = (await readKeeping()).guards.find((one) => one.sent && one.tabId === tabId && one.baseUrl === baseUrl)
  if (!guard?.sent || (guard.sent.requestId === requestId && isStart(url))) return
  const { sent: _, ...returned } = guard
  await keepGuard(returned)
}

const isSentByPage = ({ ruled, onLoginPage, serverRedirects }: Door): boolean => !ruled && onLoginPage === 'redirect' && !serverRedirects

const isStart = (address: string): boolean => routes.starts.some((path) => address.includes(path))
