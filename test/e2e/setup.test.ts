import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type OptionsPage, openOptions } from './driver/options-page'
import { openPopup } from './driver/popup'
import { until } from './driver/until'
import { asShipped, domain, landsOn, openScene, type Scene, signInAtCognito, site } from './scene'

const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => (element as HTMLElement).innerText)

describe('setting up', () => {
  let scene: Scene
  const pages: Page[] = []
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene?.close())
  afterEach(() => Promise.all(pages.splice(0).map((page) => page.close())))

  const options = async (fragment: string): Promise<OptionsPage> => {
    const opened = await openOptions(scene.driver, fragment)
    pages.push(opened.page)
    return opened
  }

  test('the welcome page leads from an address into Confluence', async () => {
    const page = await scene.driver.extensionPage('src/welcome/index.html')
    pages.push(page)
    await (await page.waitForSelector('#first-site'))?.type(`${new URL(site).host}${new URL(site).pathname}login.action`)
    await page.keyboard.press('Enter')
    await until('the SSO app', async () => (await textOf(page, '.found')).includes('miniOrange OAuth/OpenID'))
    const start = await until('the way in', () =>
      page.$eval('.button.primary', (link) => (link as HTMLAnchorElement).href.includes('oauth/auth') && (link as HTMLAnchorElement).href),
    )
    const tab = await scene.driver.page()
    pages.push(tab)
    await tab.goto(String(start), { waitUntil: 'domcontentloaded' })
    await signInAtCognito(tab)
    await landsOn(tab, site, 'ann')
  })

  test('the assistant prints this browser’s own callback URL and the SSO app’s', async () => {
    await scene.configure()
    const { page, says } = await options('#assistant')
    await says(`${site}plugins/servlet/oauth/callback`)
    await says(await scene.driver.inExtension((browser) => browser.identity.getRedirectURL()))
    await page.click('#assistant input[value="command"]')
    await says('aws cognito-idp create-user-pool-client')
  })

  const check = async (opened: OptionsPage) => {
    await opened.press('Check connection', 'Acme wiki')
    return {
      ended: () =>
        until('the end of the check', async () => {
          const verdict = await textOf(opened.page, '#sites .check-verdict')
          return /Everything|Nothing|failed/.test(verdict) && verdict
        }),
      steps: () =>
        opened.page.$$eval('#sites .check-step', (lines) =>
          lines.map((line) => ({ outcome: line.className.replace('check-step ', ''), text: (line as HTMLElement).innerText })),
        ),
    }
  }

  test('a healthy connection passes every step, in the browser and with a sign-in, and nothing of it is kept', async () => {
    await scene.signEverybodyOut()
    await scene.configure({ mapping: { username: 'cognito:username', email: 'email' } })
    const running = await check(await options('#sites'))
    await signInAtCognito(await scene.driver.authWindow())
    expect(await running.ended()).toBe('Everything is as it should be.')
    const steps = await running.steps()
    expect(steps.length).toBe(20)
    expect(new Set(steps.map(({ outcome }) => outcome))).toEqual(new Set(['passed']))
    expect(steps.find(({ text }) => text.startsWith('Confluence, and its version'))?.text ?? JSON.stringify(steps)).toContain('9.2.2')
    const kept = JSON.stringify(await scene.driver.storageGet('session'))
    expect(kept).not.toMatch(/eyJ|ann@acme/)
    const again = await check(await options('#sites'))
    expect(await again.ended(), 'nor is anybody logged out: nobody is asked to sign in again').toBe('Everything is as it should be.')
  })

  test('what is wrong at Cognito is found without a window, with what has to be entered there', async () => {
    const client = scene.cognito.pool.clients.find(({ secret }) => !secret)
    const wiki = scene.cognito.pool.clients.find(({ secret }) => secret)
    const before = [client, wiki].map((one) => one?.redirectUris.splice(0) ?? [])
    const logouts = client?.logoutUris.splice(0) ?? []
    await scene.configure()
    const running = await check(await options('#sites'))
    expect(await running.ended()).toContain('Steps that failed: 3.')
    const failed = (await running.steps()).filter(({ outcome }) => outcome === 'failed').map(({ text }) => text)
    expect(failed[0]).toContain(`${site}plugins/servlet/oauth/callback`)
    expect(failed[1]).toContain(await scene.driver.inExtension((browser) => browser.identity.getRedirectURL()))
    expect(failed[2]).toContain('signed-out')
    client?.redirectUris.push(...(before[0] ?? []))
    wiki?.redirectUris.push(...(before[1] ?? []))
    client?.logoutUris.push(...logouts)
  })

  test('a problem in the popup leads to the check', async () => {
    await scene.configure({}, { userPoolId: 'eu-west-1_Nobody0' })
    const tab = await scene.driver.page()
    const popup = await openPopup(scene.driver, tab)
    pages.push(tab, popup.page)
    await popup.signIn()
    expect(await popup.problem()).toContain('Check connection')
    const link = await popup.page.$eval('.notice a[href*="check="]', (one) => (one as HTMLAnchorElement).href)
    const { page } = await options(new URL(link).hash)
    await until('the check to be in focus', () =>
      page.evaluate(
        () => document.activeElement?.textContent === 'Check connection' && document.activeElement.closest('#providers') !== null,
      ),
    )
  })

  test('settings are imported from a file after a look at what would change, and undone; one of 5 MB is told to be none', async () => {
    await scene.configure()
    const { page, press, says } = await options('#backup')
    const before = (await scene.driver.storageGet('local'))['settings']
    const open = (text: string, times = 1) =>
      page.$eval(
        'input[type="file"]',
        (input, part, count) => {
          const files = new DataTransfer()
          files.items.add(new File([part.repeat(count)], 'settings.json'))
          ;(input as HTMLInputElement).files = files.files
          input.dispatchEvent(new Event('change', { bubbles: true }))
        },
        text,
        times,
      )
    await open('x', 5_000_000)
    await says('The file is larger than 2 MB, which settings of Latchkey never are.')
    await open(JSON.stringify({ version: 1, sites: [{ baseUrl: site, name: 'Imported' }] }))
    await says('The file would change')
    await press('Import these settings')
    await until('the import', async () => JSON.stringify(await scene.driver.storageGet('local')).includes('"Imported"'))
    await press('Undo')
    await until(
      'what was there',
      async () => JSON.stringify((await scene.driver.storageGet('local'))['settings']) === JSON.stringify(before),
    )
  })

  test('search finds the pool’s domain, and it is saved from there', async () => {
    const { enter, says } = await options('')
    await enter('Search settings', 'domain amazoncognito')
    await says('Settings for “domain amazoncognito”')
    await enter('Domain', `https://${domain}/login?client_id=7abc`)
    await until('what was taken apart', async () => JSON.stringify(await scene.driver.storageGet('local')).includes('"clientId":"7abc"'))
  })
})

test('a person who has just installed Latchkey is welcomed', async () => {
  const scene = await openScene({}, { extension: asShipped })
  try {
    await until('the welcome page', () =>
      scene.driver.inExtension((browser) =>
        browser.extension.getViews({ type: 'tab' }).some(({ location }) => location.pathname === '/src/welcome/index.html'),
      ),
    )
  } finally {
    await scene.close()
  }
})
