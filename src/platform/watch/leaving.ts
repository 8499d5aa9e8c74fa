import type { Door } from '../../login-page/door'
import { providerOf } from '../../session/after-logout'
import { browser } from '../browser'
import { readStandBacks, writeStandBacks } from '../door-stores'
import { sendTab } from '../front-tab'
import { dropSession } from '../sign-in'
import { loadSettings } from '../stores'
import { note } from './journal'
import { keep, readKeeping } from './keeping'

/** Somebody logs out of a site, which is held off for a while; where the site wants that, the tab then goes on to end the provider's session. */
export async function leaveSite(door: Door, tabId: number, now: number): Promise<void> {
  await holdOff(door, now)
  const { arrivals, guards } = await readKeeping()
  await keep({ arrivals, guards: guards.filter((guard) => guard.baseUrl !== door.baseUrl || guard.because !== 'tried-already') })
  if (door.afterLogout) await browser.storage.session.set({ [leavingKey(tabId)]: door.baseUrl })
}

/** Nobody is signed straight back in for a while, in no tab, and Latchkey's own tokens for the site's provider go. */
export async function holdOff({ baseUrl }: Pick<Door, 'baseUrl'>, now: number): Promise<void> {
  const { settings } = await loadSettings()
  const site = settings.sites.find((one) => one.baseUrl === baseUrl)
  if (!site) return
  if (site.holdOffSeconds > 0)
    await writeStandBacks({ ...(await readStandBacks()), [baseUrl]: { until: now + site.holdOffSeconds * 1000, because: 'held-off' } })
  const provider = providerOf(site, settings.providers)
  if (provider) void dropSession(provider.id)
}

/**
 * Sends a tab that has just logged out on to end the provider's session as well, where the site wants that. The page that the site
 * shows after its own logout says that it is done; it is not waited for. True when the tab has gone.
 */
export async function endProviderSession({ baseUrl, afterLogout }: Door, tabId: number, at: number): Promise<boolean> {
  const key = leavingKey(tabId)
  const leaving = (await browser.storage.session.get(key))[key]
  if (leaving !== baseUrl || !afterLogout) return false
  await browser.storage.session.remove(key)
  await sendTab(tabId, afterLogout)
  await note({ at, tabId, url: baseUrl, decision: { act: 'redirect', because: { code: 'ending-session' } } })
  return true
}

const leavingKey = (tabId: number) => `leaving:${tabId}`
