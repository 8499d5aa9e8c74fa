import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../scripts/browsers.mjs'
import type { StandIn } from '../stand-ins/stand-in'
import { startWorld, type World } from '../stand-ins/world'
import { browserKind } from './driver/browser-kind'
import { policyObstacle } from './driver/chromium-policy'
import { openDisplay, screenObstacle } from './driver/display'
import type { Driver } from './driver/driver'
import { makeFixture } from './driver/fixture'
import { openBrowser } from './driver/open-browser'
import { type TemporaryFolder, temporaryFolder } from './driver/temporary-folder'
import { inTime, until } from './driver/until'

const signIn = 'https://acme.auth.eu-west-1.amazoncognito.com/login'
const echo: StandIn = {
  hosts: ['wiki.acme.example', 'acme.auth.eu-west-1.amazoncognito.com'],
  handle: ({ headers, url }, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<p>${headers.host}${url}</p>`)
  },
}
const obstacle = browserKind === 'chromium' ? policyObstacle(findBrowser('chromium') ?? 'chromium') : undefined

let world: World
let fixture: TemporaryFolder
let driver: Driver

beforeAll(async () => {
  world = await startWorld(() => [echo])
  fixture = makeFixture()
  driver = await openBrowser({
    kind: browserKind,
    extension: fixture.path,
    port: world.port,
    headless: true,
    ...(obstacle ? {} : { policy: { greeting: 'from policy' } }),
  })
})

afterAll(async () => {
  await driver?.close()
  await world?.close()
  fixture?.remove()
})

describe(`the driver in ${browserKind}`, () => {
  test('a page opens under its real host name, on loopback', async () => {
    const page = await driver.page()
    await page.goto('https://wiki.acme.example/pages/viewpage.action?pageId=7#part')
    expect(await page.evaluate(() => [location.host, location.hash, document.body.textContent])).toEqual([
      'wiki.acme.example',
      '#part',
      'wiki.acme.example/pages/viewpage.action?pageId=7',
    ])
    expect(world.visits.filter(({ path }) => path === '/pages/viewpage.action?pageId=7')).toHaveLength(1)
    await page.close()
  })

  test('an extension page opens, and its own script has run when it is handed over', async () => {
    const page = await driver.extensionPage('page.html?who=Ann')
    expect(await page.evaluate(() => document.body.textContent)).toContain('Hello, Ann')
    await page.close()
  })

  test('what is written into storage can be read in the background', async () => {
    await driver.storageSet('local', { settings: { version: 1 } })
    const seen = await driver.inExtension(async (browser, name) => (await browser.storage.local.get(name))[name], 'settings')
    expect(seen).toEqual({ version: 1 })
    expect(await driver.storageGet('local')).toEqual({ settings: { version: 1 } })
  })

  test('a killed background comes back as another one, on the next message', async () => {
    const page = await driver.extensionPage('page.html?who=Bob')
    const ask = () => {
      const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as {
        runtime: { sendMessage(message: string): Promise<string> }
      }
      return api.runtime.sendMessage('who')
    }
    const before = await page.evaluate(ask)
    expect(await page.evaluate(ask)).toBe(before)
    await driver.killWorker()
    const after = await page.evaluate(ask)
    expect(after).not.toBe(before)
    await driver.killWorker()
    expect(await driver.inExtension((browser) => browser.runtime.id)).toBe(driver.extensionId)
    await page.close()
  })

  test('the window of launchWebAuthFlow is found, and its redirect ends the flow, twice over', async () => {
    for (const code of ['one', 'two']) {
      const flow = driver.inExtension((browser, url) => browser.identity.launchWebAuthFlow({ interactive: true, url }), `${signIn}?${code}`)
      const page = await driver.authWindow()
      expect(page.url()).toBe(`${signIn}?${code}`)
      const callback = await driver.inExtension((browser) => browser.identity.getRedirectURL())
      await page.evaluate((url) => void setTimeout(() => location.assign(url)), `${callback}?code=${code}`)
      expect(await flow).toBe(`${callback}?code=${code}`)
    }
  })

  test("a tab's id is the extension API's own", async () => {
    const page = await driver.extensionPage('page.html?who=Cid')
    const other = await driver.page()
    const own = await page.evaluate(async () => {
      const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as {
        tabs: { getCurrent(): Promise<{ id: number }> }
      }
      return (await api.tabs.getCurrent()).id
    })
    expect(await driver.tabIdOf(page)).toBe(own)
    expect(await driver.tabIdOf(other)).not.toBe(own)
    await page.close()
    await other.close()
  })

  test('pictures are as wide as asked, and dark is not light', async () => {
    const folder = temporaryFolder('pictures')
    const page = await driver.extensionPage('page.html?who=Dan')
    const shots = { dark: join(folder.path, 'made', 'dark.png'), light: join(folder.path, 'made', 'light.png') }
    await driver.screenshot(page, shots.dark, { dark: true, width: 400 })
    await driver.screenshot(page, shots.light, { dark: false, width: 400 })
    expect(readFileSync(shots.dark).readUInt32BE(16)).toBe(400)
    expect(readFileSync(shots.dark).equals(readFileSync(shots.light))).toBe(false)
    await page.close()
    folder.remove()
  })

  test.skipIf(obstacle)('policy reaches storage.managed', async () => {
    // Chromium reads policies once its start is over: some seconds after a page has been in front that nobody closes meanwhile.
    const front = await driver.extensionPage('page.html?who=Eve')
    const greeting = await until('policy to arrive', async () => (await inTime(driver.storageGet('managed'), 8_000)).greeting)
    await front.close()
    expect(greeting).toBe('from policy')
  })

  test('after the desk is put away the extension can still be reached', async () => {
    await driver.putAwayDesk()
    await driver.storageSet('local', { again: true })
    expect(await driver.storageGet('local')).toHaveProperty('again', true)
  })

  test.skipIf(screenObstacle())('on a screen that nobody sees, keys reach a browser with windows', async () => {
    const display = await openDisplay()
    const headed = await openBrowser({
      kind: browserKind,
      extension: fixture.path,
      port: world.port,
      headless: false,
      display: display.name,
    })
    const page = await headed.extensionPage('page.html?who=Ann')
    await page.evaluate(() => {
      document.body.innerHTML = '<input autofocus>'
      document.querySelector('input')?.focus()
    })
    await page.bringToFront()
    await display.press('h', 'i')
    expect(await until('the keys', () => page.$eval('input', ({ value }) => value.length === 2 && value))).toBe('hi')
    await headed.close()
    await display.close()
  })

  test('nothing of a closed browser stays behind', async () => {
    const { path: profile, remove } = temporaryFolder('profile')
    const second = await openBrowser({ kind: browserKind, extension: fixture.path, port: world.port, headless: true, profile })
    expect(await second.inExtension((browser) => browser.runtime.id)).toBe(second.extensionId)
    await second.close()
    expect(existsSync(profile)).toBe(true)
    remove()
  })
})
