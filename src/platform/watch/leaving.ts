import type { Door } from '../../login-page/door'
import { providerOf } from '../../session/after-logout'
import { browser } from '../browser'
import { readStandBacks, writeStandBacks } from '../door-stores'
import { dropSession } from '../session-verbs'
import { loadSettings } from '../stores'

/** Somebody logs out of a site: nobody is signed straight back in for a while, and Latchkey's own tokens for its provider go. */
export async function leaveSite({ baseUrl }: Door, now: number): Promise<void> {
  const { settings } = await loadSettings()
  const site = settings.sites.find((one) => one.baseUrl === baseUrl)
  if (!site) return
  if (site.holdOffSeconds > 0)
    await writeStandBacks({ ...(await readStandBacks()), [baseUrl]: { until: now + site.holdOffSeconds * 1000, because: 'held-off' } })
  await browser.storage.session.remove('redirects')
  const provider = providerOf(site, settings.providers)
  if (provider) void dropSession(provider.id)
}
