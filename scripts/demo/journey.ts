import type { Page } from 'puppeteer-core'
import type { Driver } from '../../test/e2e/driver/driver'
import { openOptions } from '../../test/e2e/driver/options-page'
import { openPopup } from '../../test/e2e/driver/popup'
import { until } from '../../test/e2e/driver/until'
import { openWorkbench } from '../../test/e2e/driver/workbench'
import type { DemoWorld } from '../../test/stand-ins/demo'
import { configure, offerInstead } from './configure'
import { photograph } from './pictures'
import { insist, type Steps } from './steps'

/** The whole path without a person: from a restricted deep link to a table of verified claims, with a picture of each screen. */
export async function journey(driver: Driver, demo: DemoWorld, { step }: Steps): Promise<void> {
  await step('Latchkey configured', () => configure(driver, demo.settings))
  const tab = await driver.page()
  await step('A restricted page asked for: through SSO to the sign-in page', () => askForPage(tab, demo))
  await step('Nobody asked for the login page', () => insistNoLoginPage(demo))
  await photograph(driver, tab, 'sign-in-page')
  await step(`${demo.person.name} signs in and lands on the very page and anchor`, () => signInAs(tab, demo))
  await step('Still nobody asked for the login page', () => insistNoLoginPage(demo))
  await photograph(driver, tab, 'page', { only: 'what is in view' })
  await inspect(driver, { tab, demo, step })
  const options = await step('Options opened', () => openOptions(driver))
  await photograph(driver, options.page, 'options', { both: true, width: 1000 })
  const other = await step('Where a site only offers: a button on the login page', () => askForButton(driver, demo))
  await photograph(driver, other, 'button', { width: 800, only: 'what is in view' })
}

/** A wiki without a button of its own, and somebody who is not signed in. */
async function askForButton(driver: Driver, { confluence, settings, deepLink }: DemoWorld): Promise<Page> {
  confluence.settings.form = 'two-step'
  confluence.endSessions()
  await offerInstead(driver, settings)
  const tab = await driver.page()
  await tab.goto(deepLink)
  await until('the button', async () => (await tab.$('#latchkey-offer a')) !== null)
  return tab
}

async function inspect(driver: Driver, { tab, demo, step }: Pick<Steps, 'step'> & { tab: Page; demo: DemoWorld }): Promise<void> {
  const popup = await step('Popup opened on that tab', () => openPopup(driver, tab))
  await photograph(driver, popup.page, 'popup-signed-out', { both: true, width: 400 })
  const before = demo.world.visits.length
  const claims = await step('Signed in by PKCE, claims shown', async () => {
    await popup.signIn()
    return popup.claims()
  })
  await step('Every check of the ID token passed', async () => insistAll(await popup.checks()))
  await step('Without a password', () => {
    const typed = demo.world.visits.slice(before).filter(({ method, path }) => method === 'POST' && path.startsWith('/login'))
    insist(typed.length === 0, 'The sign-in page was filled in again')
  })
  await step(`${claims.length} claims, the person's own among them`, () => {
    insist(
      claims.some(({ value }) => value.includes(demo.person.email)),
      `No claim shows ${demo.person.email}`,
    )
  })
  await photograph(driver, popup.page, 'popup-claims', { both: true, width: 400 })
  await photograph(driver, popup.page, 'popup', { both: true, width: 400, only: 'what is in view' })
  await showWorkbench(driver, step)
  await popup.page.bringToFront()
  await step('Signed out, here and at Cognito', async () => {
    await popup.signOut()
    await until('the end of Cognito’s session', async () => demo.world.visits.some(({ path }) => path.startsWith('/logout?')))
  })
}

/** The administrators' page: claims of every source, and who they make of the person. */
async function showWorkbench(driver: Driver, step: Steps['step']): Promise<void> {
  const bench = await step('Workbench opened', async () => {
    const opened = await openWorkbench(driver)
    await opened.claims()
    return opened
  })
  await photograph(driver, bench.page, 'workbench', { both: true, width: 1000, only: 'what is in view' })
  await step('The mapping tried on these claims', async () => {
    await bench.go('Mapping')
    await bench.says('is created in Confluence')
  })
  await photograph(driver, bench.page, 'mapping', { both: true, width: 1000, only: 'what is in view' })
  const welcome = await step('Welcome page opened', async () => {
    const page = await driver.extensionPage('src/welcome/index.html')
    await until('what was found', async () => (await page.$('.found-app .icon')) !== null)
    return page
  })
  await photograph(driver, welcome, 'welcome', { width: 1000, only: 'what is in view' })
  await welcome.close()
  await bench.page.close()
}

/** "17 of 17 checks passed" */
function insistAll(summary: string): void {
  const [passed, all] = summary.match(/\d+/g) ?? []
  insist(passed !== undefined && passed === all, `The popup says: ${summary}`)
}

async function askForPage(tab: Page, demo: DemoWorld): Promise<void> {
  await tab.goto(demo.deepLink)
  await until('the sign-in page', async () => new URL(tab.url()).host === demo.domain && (await tab.$('input[type="password"]')) !== null)
}

async function signInAs(tab: Page, { person, deepLink }: DemoWorld): Promise<void> {
  await tab.type('input[name="username"]', person.username)
  await tab.type('input[name="password"]', person.password)
  await tab.keyboard.press('Enter')
  const isShown = async () => (await tab.evaluate(() => location.href)) === deepLink && (await tab.evaluate(anchorIsInView))
  const signedIn = `meta[name="ajs-remote-user"][content="${person.username}"]`
  await until(deepLink, async () => (await isShown()) && (await tab.$(signedIn)) !== null)
}

function anchorIsInView(): boolean {
  const { top = -1 } = document.getElementById(location.hash.slice(1))?.getBoundingClientRect() ?? {}
  return top >= 0 && top < innerHeight
}

function insistNoLoginPage({ world, siteHost }: DemoWorld): void {
  const asked = world.visits.filter(({ host, path }) => host === siteHost && path.includes('/login.action'))
  insist(asked.length === 0, `The login page was asked for: ${asked.map(({ path }) => path).join(', ')}`)
}
