import type { Resolved } from '../settings/resolve'
import { browser } from './browser'
import { missingGrants } from './grants'
import { message, speak } from './language'
import { latest } from './queue'
import { loadSettings } from './settings-store'

/** Hosts of the organisation's sites that wait for this person to allow them: policy names sites, but no policy can grant a host. */
const pendingHosts = ({ settings, sources }: Resolved): Promise<readonly string[]> =>
  missingGrants(settings.sites.filter(({ baseUrl, enabled }) => enabled && sources[`sites[${baseUrl}].baseUrl`] === 'policy'))

/** Counts them on the toolbar button; one click on it and one in the popup allow them all. Counts run one after the other, and all that wait are one. */
export const showPending = latest(async () => {
  const resolved = await loadSettings()
  const { length } = await pendingHosts(resolved)
  await speak(resolved.settings.appearance.language)
  const name = message('extensionName')
  await browser.action.setBadgeBackgroundColor({ color: '#b3261e' })
  await browser.action.setBadgeText({ text: length === 0 ? '' : String(length) })
  await browser.action.setTitle({ title: length === 0 ? name : message('pendingTitle', [name, String(length)]) })
})
