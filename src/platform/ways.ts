import { everyBypass } from '../login-page/bypass'
import { wantedDestination } from '../login-page/destination'
import { backdoorAddress, type Door, startAddress } from '../login-page/door'

/** Where one click signs in: the SSO start that comes back to `pageUrl`; undefined while the site's SSO app is unknown. */
export function startOf(door: Door | undefined, pageUrl?: string): string | undefined {
  if (!door?.start) return undefined
  return startAddress(door.start, door.baseUrl, pageUrl === undefined ? '' : destinationFrom(pageUrl, door))
}

/** From a login page to where it was to lead; from any other page of the site, to that page. */
function destinationFrom(pageUrl: string, door: Door): string {
  const url = new URL(pageUrl)
  const isDoor = /\/(?:do)?login\.action$|\/authenticate\.action$|\/logout\.action$/.test(url.pathname)
  if (isDoor || door.relayState) return wantedDestination(url, door) ?? ''
  return pageUrl.startsWith(door.baseUrl) ? `/${pageUrl.slice(door.baseUrl.length)}` : ''
}

/** The emergency way in. Where nobody knows the site's own parameter, all that are known together open every app's. */
export const backdoorOf = (baseUrl: string, door: Door | undefined): string =>
  backdoorAddress(baseUrl, door?.backdoor ?? everyBypass.join('&'))
