import { everyBypass } from '../login-page/bypass'
import { wantedDestination } from '../login-page/decide'
import { backdoorAddress, type Door, startAddress } from '../login-page/door'
import { doorFor } from '../login-page/doors'
import { providers } from '../providers'
import { afterLogoutOf, providerOf } from '../session/after-logout'
import { ssoApps } from '../sso-apps'
import { readDiscoveries, readDoors } from './door-stores'
import { message } from './language'
import { loadSettings } from './stores'

/** Every configured site as its login page needs it, from the settings in force and what was discovered. */
export async function currentDoors(): Promise<readonly Door[]> {
  const [{ settings }, discovered] = await Promise.all([loadSettings(), readDiscoveries()])
  const words = { apps: ssoApps, buttonText: message('defaultButtonText') }
  return settings.sites.map((site) => {
    const provider = providerOf(site, settings.providers)
    const afterLogout = afterLogoutOf(
      site,
      provider,
      providers.find(({ kind }) => kind === provider?.kind),
    )
    return doorFor(site, discovered[site.baseUrl]?.known, { ...words, ...(afterLogout && { afterLogout }) })
  })
}

/** The doors of some sites, as they stand in storage; all of them anew where one is not there yet. */
export async function doorsOf(baseUrls: readonly string[]): Promise<readonly Door[]> {
  const stored = await readDoors()
  return baseUrls.every((baseUrl) => stored.some((door) => door.baseUrl === baseUrl)) ? stored : currentDoors()
}

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
