import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserKind } from './driver/browser-kind'
import { type Display, openDisplay, screenObstacle } from './driver/display'
import { openOptions } from './driver/options-page'
import { until } from './driver/until'
import { landsOn, openScene, type Scene, signInAtCognito, site, visit } from './scene'

// Firefox shows its question in a panel that no key reaches while the page has the focus.
const obstacle = browserKind === 'chromium' ? screenObstacle() : 'only Chromium’s question can be answered by keys'

describe.skipIf(obstacle)('Latchkey as people install it, which may act nowhere', () => {
  let scene: Scene
  let display: Display
  beforeAll(async () => {
    display = await openDisplay()
    scene = await openScene({}, { extension: `dist/bare-${browserKind}`, headless: false, display: display.name })
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

  test('asks the browser in the click that adds a site, and acts once the person has allowed it', async () => {
    expect(await mayAct()).toBe(false)
    const options = await openOptions(scene.driver)
    await options.enter('Address of your Confluence', site)
    await options.press('Add site')
    await until('the browser’s question', () => options.page.evaluate(() => !document.hasFocus()))
    await display.still()
    await display.press('Tab', 'Return') // from Deny to Allow
    await until('the answer to be heard', mayAct)
    await options.choose('On the login page', 'Go to sign-in at once', 'wiki.acme.example')
    await until('the redirect', () =>
      scene.driver.inExtension(async (browser) => (await browser.declarativeNetRequest.getDynamicRules()).length > 0),
    )
    const page = await scene.driver.page()
    await visit(page, `${site}display/DS/Page#Timeline`)
    await signInAtCognito(page)
    await landsOn(page, `${site}display/DS/Page#Timeline`, 'ann')
    await options.page.close()
  })

  test('logs in by its key, in the tab in front, back to the page that is there', async () => {
    scene.confluence.endSessions()
    const page = await scene.driver.page()
    await visit(page, `${site}display/PUB/Welcome`)
    await page.bringToFront()
    await display.still()
    await display.press('alt+shift+k')
    await landsOn(page, `${site}display/PUB/Welcome`, 'ann') // Cognito knows the person still
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
