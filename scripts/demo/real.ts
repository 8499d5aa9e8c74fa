import type { Page } from 'puppeteer-core'
import type { Driver } from '../../test/e2e/driver/driver'
import { openOptions } from '../../test/e2e/driver/options-page'
import { openPopup } from '../../test/e2e/driver/popup'
import type { RealSite } from './arguments.mjs'
import { configure } from './configure'
import { photograph } from './pictures'
import { settingsFor } from './settings'
import type { Steps } from './steps'

/** Opens somebody's real Confluence with Latchkey configured for it, and tells what Latchkey makes of it. Signing in is the person's. */
export async function real(driver: Driver, site: RealSite, steps: Steps & { readonly headless: boolean }): Promise<void> {
  const { step, say, headless } = steps
  await step('Latchkey configured', () => configureReal(driver, site, say))
  await sayCallback(driver, site, say)
  const tab = await driver.page()
  if (headless) return report(driver, tab, { site, steps })
  await driver.putAwayDesk()
  await step(`${site.baseUrl} opened`, () => opened(tab, site.baseUrl))
  say(
    "\n  Sign in, then press Latchkey's key in the toolbar (or behind its puzzle piece). Close the browser, or press Ctrl-C, when you have seen enough.",
  )
  await driver.closed
}

/** What Latchkey cannot find out about somebody's site is worth telling, and no reason to stop. */
async function configureReal(driver: Driver, site: RealSite, say: Steps['say']): Promise<void> {
  await configure(driver, settingsFor(site), 10_000).catch(() => say('  Latchkey has not found out yet how single sign-on starts there.'))
}

async function sayCallback(driver: Driver, { clientId }: RealSite, say: Steps['say']): Promise<void> {
  const callback = await driver.inExtension((browser) => browser.identity.getRedirectURL())
  say(`\n  The app client ${clientId} must allow the callback URL  ${callback}\n`)
}

async function opened(tab: Page, address: string): Promise<void> {
  await tab.goto(address).catch((error: unknown) => {
    const { message } = error as Error
    throw new Error(`${address} did not open: check the address, and whether this machine reaches it.\n(${message})`)
  })
}

async function report(driver: Driver, tab: Page, { site, steps: { step, say } }: { site: RealSite; steps: Steps }): Promise<void> {
  await step('Its login page asked for', () => opened(tab, `${site.baseUrl}login.action`))
  await photograph(driver, tab, 'site', { only: 'what is in view' })
  const popup = await step('Popup opened on that tab', () => openPopup(driver, tab))
  await photograph(driver, popup.page, 'popup', { both: true, width: 400 })
  const options = await step('Options opened', () => openOptions(driver))
  await photograph(driver, options.page, 'options', { both: true, width: 1000 })
  const { origin, pathname } = new URL(tab.url())
  say(`\n  The tab now shows  ${origin}${pathname}`)
  say(`  Latchkey says: ${await popup.decision(3_000).catch(() => popup.pageCard())}`)
  say('  Signing in needs a person: run this again where there is a display, without --headless.')
}
