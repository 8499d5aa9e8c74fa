import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPopup } from './driver/popup'
import { until } from './driver/until'
import { landsOn, openScene, type Scene, signInAtCognito, site, visit } from './scene'

let scene: Scene
let page: Page
beforeAll(async () => {
  scene = await openScene()
  await scene.configure({ onLoginPage: 'redirect' })
  page = await scene.driver.page()
  await visit(page, `${site}display/DS/Page`)
  await signInAtCognito(page, 'hundred')
  await landsOn(page, `${site}display/DS/Page`, 'hundred')
  const popup = await openPopup(scene.driver, page)
  await popup.signIn()
  await popup.claims()
})
afterAll(() => scene?.close())

test('the workbench shows the claims of whoever is signed in', async () => {
  const bench = await scene.driver.extensionPage('src/workbench/index.html')
  await until('claims', async () => (await bench.$('.claims tbody tr')) !== null)
  for (const dark of [false, true])
    for (const width of [1280, 360])
      await scene.driver.screenshot(bench, `demo-out/bench/${scene.driver.kind}-${dark ? 'dark' : 'light'}-${width}.png`, { dark, width })
  expect(await bench.$$eval('nav a', (links) => links.length)).toBeGreaterThan(1)
})
