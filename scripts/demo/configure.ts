import type { Browser } from 'webextension-polyfill'
import type { Driver } from '../../test/e2e/driver/driver'
import { storedDoors } from '../../test/e2e/driver/stored-doors'
import { until } from '../../test/e2e/driver/until'
import type { DemoSettings } from '../../test/stand-ins/demo'

/** Stores the settings as the options page does, and waits until the browser knows the redirects that follow from them; `within` in ms. */
export async function configure(driver: Driver, settings: object, within = 30_000): Promise<void> {
  await driver.storageSet('local', { settings })
  await until('the redirect rules', async () => (await driver.inExtension(countRules)) > 0, within)
}

/** Lets sites have a button instead of the redirect, and waits until that is in force. */
export async function offerInstead(driver: Driver, settings: DemoSettings): Promise<void> {
  await driver.storageSet('local', { settings: { ...settings, sites: settings.sites.map((site) => ({ ...site, onLoginPage: 'offer' })) } })
  await until('the button to be in force', async () => (await storedDoors(driver))?.every(({ onLoginPage }) => onLoginPage === 'offer'))
}

const countRules = async (browser: Browser) => (await browser.declarativeNetRequest.getDynamicRules()).length
