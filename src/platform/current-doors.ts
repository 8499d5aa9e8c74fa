import type { Door } from '../login-page/door'
import { doorFor } from '../login-page/door-of-site'
import { providers } from '../providers'
import { afterLogoutOf } from '../session/after-logout'
import { providerOf } from '../settings/provider-of'
import { ssoApps } from '../sso-apps'
import { readDiscoveries } from './door-stores'
import { message } from './language'
import { loadSettings } from './settings-store'

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
