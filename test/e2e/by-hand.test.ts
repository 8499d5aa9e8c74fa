import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserKind } from './driver/browser-kind'
import { type Display, openDisplay, screenObstacle } from './driver/display'
import { has } from './driver/has'
import { openOptions } from './driver/options-page'
import { openPopup } from './driver/popup'
import { until } from './driver/until'
import { anchorIsKept, asShipped, landsOn, openScene, type Scene, signInAtCognito, site, visit } from './scene'

const needsScreen = browserKind === 'chromium'

/** The browser's own questions, menus, keys and panels, which no page sees. */
describe.skipIf(needsScreen && screenObstacle())('Latchkey as people install it, which may act nowhere', () => {
  let scene: Scene
  let display: Display | undefined
  beforeAll(async () => {
    display = needsScreen ? await openDisplay() : undefined
    scene = await openScene({}, { extension: asShipped, ...(display && { headless: false, display }) })
    // Its tab would come to the front in the middle of the browser's question.
    await until('the welcome page, to be closed', () =>
      scene.driver.inExtension(async (browser) => {
        const welcome = browser.extension.getViews({ type: 'tab' }).find(({ location }) => location.pathname.startsWith('/src/welcome/'))
        welcome?.close()
        return welcome !== undefined
      }),
    )
  })
  afterAll(async () => {
    await scene?.close()
    await display?.close()
  })

  const mayAct = () =>
    scene.driver.inExtension((browser, origin) => browser.permissions.contains({ origins: [origin] }), `${new URL(site).origin}/*`)
  const inFront = async (path: string) => {
    const page = await scene.driver.page()
    await visit(page, site + path)
    await page.bringToFront()
    return page
  }

  test('asks the browser in the click that adds a site, and acts once the person has allowed it', async () => {
    expect(await mayAct()).toBe(false)
    const options = await openOptions(scene.driver)
    await options.enter('Address of your Confluence', site)
    await options.press('Add site')
    await scene.driver.person.allow(options.page)
    await until('the answer to be heard', mayAct)
    await options.choose('On the login page', 'Go to sign-in at once', 'wiki.acme.example')
    await until('the redirect', () =>
      scene.driver.inExtension(async (browser) => (await browser.declarativeNetRequest.getDynamicRules()).length > 0),
    )
    const page = await scene.driver.page()
    await visit(page, `${site}display/DS/Page#Timeline`)
    await anchorIsKept(scene.driver, page)
    await signInAtCognito(page)
    await landsOn(page, `${site}display/DS/Page#Timeline`, 'ann')
    await page.close()
    await options.page.close()
  })

  test('gives the host back with the site that is removed, and brings both back by Undo', async () => {
    const options = await openOptions(scene.driver, '#sites')
    await options.press('Remove', 'wiki.acme.example')
    await options.press('Remove', 'wiki.acme.example')
    await until('the host to be given back', async () => !(await mayAct()))
    await options.press('Undo')
    // Chromium grants again without a question what somebody has granted once.
    if (browserKind === 'firefox') await scene.driver.person.allow(options.page)
    await until('the host', mayAct)
    await until(
      'the page to know',
      async () => !(await options.page.$eval('main', (main) => main.textContent)).includes('not allowed to act'),
    )
    await options.page.close()
  })

  test('logs in by its key, in the tab in front, back to the page that is there', async () => {
    scene.confluence.endSessions()
    const page = await inFront('display/PUB/Welcome')
    await scene.driver.person.press('Alt+Shift+K')
    await landsOn(page, `${site}display/PUB/Welcome`, 'ann') // Cognito knows the person still
    await page.close()
  })

  test('logs in by the context menu of the site’s pages, and opens the plain form by it', async () => {
    scene.confluence.endSessions()
    const page = await inFront('display/PUB/Welcome')
    await scene.driver.person.choose(page, 'h1', 'Latchkey', 'Log in')
    await landsOn(page, `${site}display/PUB/Welcome`, 'ann')
    scene.confluence.endSessions()
    await visit(page, `${site}display/PUB/Welcome`)
    await scene.driver.person.choose(page, 'h1', 'Latchkey', 'Open the plain login form')
    await until('the plain form', async () => /login\.action\?.*oauth_sso=false/.test(page.url()) && (await has(page, '#os_password')))
    await page.close()
  })

  test('types a claim’s name into a field of the site’s pages, from the field’s context menu', async () => {
    const page = await inFront('login.action?os_destination=%2Fx&oauth_sso=false')
    await page.type('#os_username', 'claim:')
    await page.addStyleTag({ content: 'input { caret-color: transparent }' }) // else no screen is ever still
    await scene.driver.person.choose(page, '#os_username', 'Insert claim name', 'sub')
    await until('the name', () => page.$eval('#os_username', (field) => (field as HTMLInputElement).value === 'claim:sub'))
    await page.close()
  })

  test('opens the workbench beside the page, in the browser’s own panel', async () => {
    const page = await inFront('display/PUB/Welcome')
    const popup = await openPopup(scene.driver, page)
    await popup.press('Open workbench beside the page')
    const beside = await until('the workbench', () =>
      scene.driver.inExtension((browser) => {
        const isBench = ({ location }: Window) => location.pathname === '/src/workbench/index.html'
        const bench = browser.extension.getViews().find(isBench)
        return bench && !browser.extension.getViews({ type: 'tab' }).some(isBench) && bench.document.querySelector('h1')?.textContent.trim()
      }),
    )
    expect(beside).toBe('Latchkey workbench')
    await popup.page.close()
    await page.close()
  })

  test('acts no more once the person has taken the host back', async () => {
    await scene.driver.inExtension((browser, origin) => browser.permissions.remove({ origins: [origin] }), `${new URL(site).origin}/*`)
    await until('rules and scripts to go', () =>
      scene.driver.inExtension(async (browser) => {
        const [rules, scripts] = [browser.declarativeNetRequest.getDynamicRules(), browser.scripting.getRegisteredContentScripts()]
        return (await rules).length === 0 && (await scripts).length === 0
      }),
    )
    scene.confluence.endSessions()
    const page = await scene.driver.page()
    await visit(page, `${site}display/DS/Page`)
    expect(new URL(page.url()).pathname).toBe('/confluence/login.action')
  })
})
