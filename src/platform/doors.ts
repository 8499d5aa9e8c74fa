import { everyBypass } from '../login-page/bypass'
import { wantedDestination } from '../login-page/decide'
import { backdoorAddress, type Door, doorOf, startAddress } from '../login-page/door'
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

/** Where one click signs in: the SSO start that comes back to `pageUrl`; undefined while the site's SSO app is unknown. */
export async function startOf(baseUrl: string, pageUrl?: string): Promise<string | undefined> {
  const door = await doorAt(baseUrl)
  if (!door?.start) return undefined
  return startAddress(door.start, baseUrl, pageUrl === undefined ? '' : destinationFrom(pageUrl, door))
}

/** From a login page to where it was to lead; from any other page of the site, to that page. */
function destinationFrom(pageUrl: string, door: Door): string {
  const url = new URL(pageUrl)
  const isDoor = /\/(?:do)?login\.action$|\/authenticate\.action$|\/logout\.action$/.test(url.pathname)
  if (isDoor || door.relayState) return wantedDestination(url, door) ?? ''
  return pageUrl.startsWith(door.baseUrl) ? `/${pageUrl.slice(door.baseUrl.length)}` : ''
}

/** The emergency way in. Where nobody knows the site's own parameter, all that are known together open every app's. */
export async function backdoorOf(baseUrl: string): Promise<string | undefined> {
  const door = await doorAt(baseUrl)
  return backdoorAddress(baseUrl, door?.backdoor ?? everyBypass.join('&'))
}

const doorAt = async (baseUrl: string) => doorOf(baseUrl, await readDoors()) ?? doorOf(baseUrl, await currentDoors())
