import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../scripts/browsers.mjs'
import { asciiJson } from '../../src/rollout/text'
import { browserKind } from './driver/browser-kind'
import { policyObstacle, setChromiumPolicies } from './driver/chromium-policy'
import { openOptions } from './driver/options-page'
import { storedDoors } from './driver/stored-doors'
import { until } from './driver/until'
import { openWorkbench } from './driver/workbench'
import { openScene, type Scene, site, visit, whereIs } from './scene'

const chromium = findBrowser('chromium') ?? 'chromium'
const obstacle = browserKind === 'chromium' ? policyObstacle(chromium) : undefined

describe.skipIf(obstacle)('an organisation’s policy', () => {
  let scene: Scene
  beforeAll(async () => {
    const wrong = { baseUrl: 'https://docs.acme.example/', onLoginPage: 'jump', delaySeconds: 99 }
    const sites = [{ baseUrl: site, name: 'Acme Wiki', onLoginPage: 'redirect' }, wrong]
    const policy = { version: 1, sites, features: { export: false, pasteToken: false } }
    // One text, as Group Policy and the registry have it for Firefox; as a group it is rolled out in another test.
    scene = await openScene({}, { policy: browserKind === 'firefox' ? asciiJson(policy) : policy })
    await until('policy to be in force', () =>
      scene.driver.inExtension(async (browser) => (await browser.declarativeNetRequest.getDynamicRules()).length > 0),
    )
  })
  afterAll(() => scene?.close())

  test('redirects people who have set nothing themselves', async () => {
    const page = await scene.driver.page()
    await visit(page, `${site}display/DS/Page`)
    expect(new URL(await whereIs(page)).host).toBe('acme.auth.eu-west-1.amazoncognito.com')
    await page.close()
  })

  test('is shown in the options, locked and named', async () => {
    const options = await openOptions(scene.driver)
    for (const label of ['Address', 'Name', 'On the login page']) {
      const control = await options.control(label, 'Acme Wiki')
      expect(await control.evaluate((element) => element.disabled || element.readOnly), label).toBe(true)
    }
    await options.says('Your organisation has set these values. They cannot be changed here.')
    const free = await options.control('SSO app', 'Acme Wiki')
    expect(await free.evaluate((element) => element.disabled), 'what policy leaves open stays open').toBe(false)
    await options.page.close()
  })

  test('costs its bad values alone, which the options name', async () => {
    const options = await openOptions(scene.driver)
    const where = 'Sites › https://docs.acme.example/ ›'
    await options.says(`${where} On the login page, set by policy: This is not one of the values to choose from.`)
    await options.says(`${where} Delay in seconds, set by policy: A whole number from 0 to 60 is needed here.`)
    await options.page.close()
  })

  test('switches parts of Latchkey off, for whoever knows their addresses too', async () => {
    const workbench = await openWorkbench(scene.driver, '#paste')
    const listed = await workbench.page.$$eval('nav a', (links) => links.map(({ textContent }) => textContent.trim()))
    expect(listed).toEqual(['Claims', 'Mapping', 'Checks', 'Compare', 'Directory'])
    expect(await workbench.page.$eval('main h2', ({ textContent }) => textContent)).toBe('Claims')
    await workbench.page.close()
  })

  test('wins over what the person has stored, and leaves them the sites of their own', async () => {
    const team = { baseUrl: 'https://team.acme.example/', name: 'Team wiki', onLoginPage: 'stay' }
    await scene.driver.storageSet('local', { settings: { version: 1, sites: [{ baseUrl: site, onLoginPage: 'stay' }, team] } })
    const options = await openOptions(scene.driver)
    const choice = async (name: string) =>
      (await options.control('On the login page', name)).evaluate((element) => {
        const { value, disabled } = element as unknown as HTMLSelectElement
        return { value, disabled }
      })
    await options.page.$$eval('.entry:not([open]) > summary', (all) => {
      for (const summary of all) (summary as HTMLElement).click()
    })
    expect(await choice('Acme Wiki')).toEqual({ value: 'redirect', disabled: true })
    expect(await choice('Team wiki')).toEqual({ value: 'stay', disabled: false })
    await options.page.close()
    await until('both sites to have doors', async () => {
      const names = (await storedDoors(scene.driver))?.map((door) => door['baseUrl'])
      return names?.includes(site) && names.includes(team.baseUrl)
    })
  })

  // Firefox reads its policies when it starts, and never again.
  test.skipIf(browserKind === 'firefox')('gives people their own values back when it goes, while the browser runs', async () => {
    const options = await openOptions(scene.driver)
    setChromiumPolicies(chromium, {})
    const name = new URL(site).host
    await until('the person’s own value', async () => {
      const choice = await options.control('On the login page', name)
      return choice.evaluate((element) => !element.disabled && (element as unknown as HTMLSelectElement).value === 'stay')
    })
    await options.page.close()
  })
})
