import type { Browser } from 'webextension-polyfill'
import type { Driver } from '../../test/e2e/driver/driver'
import { until } from '../../test/e2e/driver/until'

/** Stores the settings as the options page does, and waits until the browser knows the redirects that follow from them; `within` in ms. */
export async function configure(driver: Driver, settings: object, within = 30_000): Promise<void> {
  await driver.storageSet('local', { settings })
  await until('the redirect rules', () => driver.inExtension(hasRules), within)
}

const hasRules = async (browser: Browser) => (await browser.declarativeNetRequest.getDynamicRules()).length > 0
