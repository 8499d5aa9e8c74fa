import type { Driver } from '../../test/e2e/driver/driver'
import { storedDoors } from '../../test/e2e/driver/stored-doors'
import { until } from '../../test/e2e/driver/until'

/** Hosts of Latchkey's own sites. */
export const ourHosts = 'https://*.ours.example/*'

/** Base URL of the n-th site, from 1. */
export const siteAt = (n: number): string => `https://wiki-${n}.ours.example/confluence/`

/**
 * Gives Latchkey so many sites, all with miniOrange, and waits until they are in force. Each was asked about itself just now, so that
 * no question is under way meanwhile; and no tab is guarded any more.
 */
export async function configureSites(driver: Driver, count: number, values: object = {}, providers: readonly object[] = []): Promise<void> {
  const sites = Array.from({ length: count }, (_, index) => ({ baseUrl: siteAt(index + 1), ssoApp: 'miniorange', ...values }))
  const asked = { at: Date.now(), asked: [] }
  await driver.storageSet('local', {
    settings: { version: 1, sites, providers },
    discovered: Object.fromEntries(sites.map(({ baseUrl }) => [baseUrl, asked])),
  })
  await until(`${count} sites to be in force`, async () => {
    const doors = await storedDoors(driver)
    const first: Record<string, unknown> = { ...doors?.[0] }
    return doors?.length === count && Object.entries(values).every(([name, value]) => first[name] === value)
  })
  await driver.inExtension(async (browser) => {
    await browser.storage.session.remove('keeping')
    const rules = await browser.declarativeNetRequest.getSessionRules()
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: rules.map(({ id }) => id) })
  })
}
