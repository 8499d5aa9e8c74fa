import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../scripts/browsers.mjs'
import { browserKind } from './driver/browser-kind'
import { policyObstacle, setChromiumPolicies } from './driver/chromium-policy'
import { type Display, openDisplay, screenObstacle } from './driver/display'
import type { Driver } from './driver/driver'
import { openOptions } from './driver/options-page'
import { openPopup } from './driver/popup'
import { temporaryFolder } from './driver/temporary-folder'
import { until } from './driver/until'
import { asShipped, landsOn, openScene, type Scene, signInAtCognito, site, visit } from './scene'
import { serve } from './served'

const chromium = findBrowser('chromium') ?? 'chromium'
const obstacle = browserKind === 'chromium' ? policyObstacle(chromium) : undefined

const ruleCount = (driver: Driver) => driver.inExtension(async (browser) => (await browser.declarativeNetRequest.getDynamicRules()).length)

describe.skipIf(obstacle)('an organisation’s own build, installed by policy from a server of its own', () => {
  const folder = temporaryFolder('served')
  const sites = [{ baseUrl: site, name: 'Acme Wiki', onLoginPage: 'redirect' }]
  const settings = { version: 1, lockLists: true, sites, features: { workbench: false } }
  const { rollOut, publish } = serve(browserKind, `dist/demo-${browserKind}`, folder.path, settings)
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene({}, { rollOut })
    await until('the extension to be installed and its policy to be in force', async () => (await ruleCount(scene.driver)) > 0)
  })
  afterAll(async () => {
    await scene?.close()
    folder.remove()
  })

  test('may act on the organisation’s hosts, and is known to be the administrator’s', async () => {
    const found = await scene.driver.inExtension(
      async (browser, origin) => ({
        granted: await browser.permissions.contains({ origins: [origin] }),
        badge: await browser.action.getBadgeText({}),
      }),
      `${new URL(site).origin}/*`,
    )
    expect(found).toEqual({ granted: true, badge: '' })
  })

  test('brings people to the page that they asked for, without a click of theirs in Latchkey', async () => {
    const page = await scene.driver.page()
    await visit(page, `${site}display/DS/Page#Timeline`)
    await signInAtCognito(page)
    await landsOn(page, `${site}display/DS/Page#Timeline`, 'ann')
    await page.close()
  })

  test('shows its policy with the source of every value', async () => {
    const options = await openOptions(scene.driver, '#policy')
    await options.says('Your organisation has set these values.')
    await options.says('Sites › https://wiki.acme.example/confluence/')
    const names = await options.page.$$eval('#policy .values-table [scope="row"]', (rows) => rows.map(({ textContent }) => textContent))
    expect(names).toContain('On the login page')
    await options.says('Your organisation has set this list. Nothing can be added to it.')
    await options.page.close()
  })

  test('has no workbench where policy switches it off', async () => {
    const workbench = await scene.driver.extensionPage('src/workbench/index.html')
    await until('the workbench to be off', () =>
      workbench.evaluate(() => document.body.textContent.includes('Your organisation has switched the workbench off.')),
    )
    await workbench.close()
  })

  test('is the newer version once that is on the server, with the same policy in force', async () => {
    publish('0.2.0')
    await scene.driver.takeUpdate()
    expect(await scene.driver.inExtension((browser) => browser.runtime.getManifest().version)).toBe('0.2.0')
    await until('its policy to be in force', async () => (await ruleCount(scene.driver)) > 0)
  })

  test('has welcomed nobody: neither when it was installed nor when it was updated', async () => {
    const welcomes = await scene.driver.inExtension((browser) => browser.tabs.query({ url: browser.runtime.getURL('src/welcome/*') }))
    expect(welcomes).toEqual([])
  })

  // Firefox reads its policies when it starts, and never again.
  test.skipIf(browserKind === 'firefox')('a policy that changes is in force in the browser that runs', async () => {
    const values = { ...settings, sites: [{ baseUrl: site, enabled: false }] }
    setChromiumPolicies(chromium, { ...rollOut.policies, '3rdparty': { extensions: { [rollOut.id]: values } } })
    await until('the site to be switched off', async () => (await ruleCount(scene.driver)) === 0)
  })
})

describe.skipIf(obstacle)('Latchkey from a store, with sites that policy names', () => {
  const needsScreen = browserKind === 'chromium'
  const canAnswer = !needsScreen || !screenObstacle()
  const sites = [site, 'https://docs.acme.example/', 'https://wiki.acme.example/other/'].map((baseUrl) => ({ baseUrl }))
  let scene: Scene
  let display: Display | undefined
  beforeAll(async () => {
    display = needsScreen && canAnswer ? await openDisplay() : undefined
    const extension = asShipped
    scene = await openScene({}, { extension, policy: { version: 1, sites }, ...(display && { headless: false, display }) })
  })
  afterAll(async () => {
    await scene?.close()
    await display?.close()
  })
  const badge = () => scene.driver.inExtension((browser) => browser.action.getBadgeText({}))

  test('counts on its button the hosts that wait for consent, and names them in the popup', async () => {
    await until('two hosts on the button', async () => (await badge()) === '2')
    const popup = await openPopup(scene.driver, await scene.driver.page())
    await until('the popup to name both', () =>
      popup.page.evaluate(() => document.body.textContent.includes('wiki.acme.example and docs.acme.example')),
    )
    await popup.page.close()
  })

  test.skipIf(!canAnswer)('one click allows them all', async () => {
    const options = await openOptions(scene.driver)
    await options.press('Allow')
    await scene.driver.person.allow(options.page)
    await until('nothing to wait any more', async () => (await badge()) === '')
    const origins = sites.map(({ baseUrl }) => `${new URL(baseUrl).origin}/*`)
    expect(await scene.driver.inExtension((browser, wanted) => browser.permissions.contains({ origins: wanted }), origins)).toBe(true)
  })
})
