import { pagePaths } from '../hosts/paths'
import { anchorOf } from '../login-page/attempt'
import { everyBypass } from '../login-page/bypass'
import { sessionInPath, sitePath, wantedDestination } from '../login-page/destination'
import { backdoorAddress, type Door, startAddress } from '../login-page/door'
import { servlets } from '../sso-apps/routes'

/** Where one click signs in: the SSO start that comes back to `pageUrl`; undefined while the site's SSO app is unknown. */
export function startOf(door: Door | undefined, pageUrl?: string): string | undefined {
  if (!door?.start) return undefined
  return startAddress(door.start, door.baseUrl, pageUrl?.startsWith(door.baseUrl) ? destinationFrom(new URL(pageUrl), door) : '')
}

/** From a page by which people come in or go out to where it was to lead; from any other page of the site, to that page. */
function destinationFrom(url: URL, door: Door): string {
  const { pathname, search, hash } = url
  if (door.relayState || isDoor(pathname.replace(sessionInPath, ''), door)) return wantedDestination(url, door) ?? ''
  return sitePath(`${pathname}${search}${anchorOf(hash)}`, door.baseUrl) ?? ''
}

/** An SSO app shows its errors where it starts and where it takes people back in: who comes back to them sees them again. */
const isDoor = (path: string, { baseUrl }: Door): boolean =>
  pagePaths.some((end) => path.endsWith(`/${end}`)) ||
  servlets.flat().some((servlet) => `${path}/`.startsWith(`${new URL(baseUrl).pathname}${servlet.replace(/\/$/, '')}/`))

/** The emergency way in. Where nobody knows the site's own parameter, all that are known together open every app's. */
export const backdoorOf = (baseUrl: string, door: Door | undefined): string =>
  backdoorAddress(baseUrl, door?.backdoor ?? everyBypass.join('&'))
