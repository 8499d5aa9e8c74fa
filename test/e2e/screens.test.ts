import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { complaints, cramped, edgeless, unheard } from './driver/audit'
import { browserKind } from './driver/browser-kind'
import { openOptions } from './driver/options-page'
import { openPopup } from './driver/popup'
import { until } from './driver/until'
import { openWorkbench } from './driver/workbench'
import { landsOn, openScene, type Scene, signInAtCognito, site, visit } from './scene'

describe('every screen can be used by everybody, light and dark', () => {
  let scene: Scene
  let tab: Page
  beforeAll(async () => {
    scene = await openScene()
    await scene.configure({ onLoginPage: 'redirect' })
    tab = await scene.driver.page()
    await visit(tab, `${site}display/DS/Page`)
    await signInAtCognito(tab, 'hundred')
    await landsOn(tab, `${site}display/DS/Page`, 'hundred')
  })
  afterAll(() => scene?.close())

  const store = (settings: object) => scene.driver.storageSet('local', { settings: { ...settings, version: 1 } })

  const screens: readonly [string, () => Promise<Page>][] = [
    ['the popup of somebody who is signed out', async () => (await openPopup(scene.driver, tab)).page],
    [
      'the popup of somebody with a hundred groups',
      async () => {
        const popup = await openPopup(scene.driver, tab)
        await popup.signIn()
        await popup.claims()
        return popup.page
      },
    ],
    ...['claims', 'checks', 'paste', 'compare', 'directory', 'export'].map((section): [string, () => Promise<Page>] => [
      `the workbench, at ${section}`,
      async () => {
        const bench = await openWorkbench(scene.driver, `#${section}`)
        if (section === 'claims') await bench.press('cognito:groups')
        if (section === 'compare') await bench.press('Keep')
        if (section === 'compare') await bench.says('Kept: ')
        return bench.page
      },
    ]),
    [
      'the popup with a token that was refused',
      async () => {
        const popup = await openPopup(scene.driver, tab)
        await popup.signOut()
        scene.cognito.mischief.spoilIdTokens({ signature: 'stranger' })
        await popup.signIn()
        await signInAtCognito(await scene.driver.authWindow())
        await popup.problem()
        return popup.page
      },
    ],
    ['the options with a site and a pool', async () => (await openOptions(scene.driver)).page],
    [
      'the set-up assistant, and a connection check that found something',
      async () => {
        const options = await openOptions(scene.driver, '#assistant')
        const client = scene.cognito.pool.clients.find(({ secret }) => !secret)
        const known = client?.redirectUris.splice(0) ?? []
        await options.press('Check connection', 'Acme wiki')
        await options.says('Steps that failed')
        client?.redirectUris.push(...known)
        return options.page
      },
    ],
    [
      'the options with nothing in them',
      async () => {
        await store({})
        return (await openOptions(scene.driver)).page
      },
    ],
    ['the welcome page', () => scene.driver.extensionPage('src/welcome/index.html')],
    ['the workbench with nobody at it', async () => (await openWorkbench(scene.driver)).page],
    ['the popup before anything is set up', async () => (await openPopup(scene.driver, tab)).page],
    [
      'the options with settings that make no sense',
      async () => {
        const astray = { baseUrl: site, ssoApp: 'custom', startUrl: 'https://elsewhere.example/', relayState: 'https://elsewhere.example/' }
        await store({ sites: [{ baseUrl: 'ftp://x' }, 7, astray], providers: 'none', colour: 'red' })
        const { page } = await openOptions(scene.driver)
        await page.$$eval('.entry details', (all) => {
          for (const group of all) group.setAttribute('open', '')
        })
        await until('what may not be meant to be read beside two fields', () =>
          page.$$eval('.remark', (all) => all.filter((one) => (one as HTMLElement).offsetHeight > 0).length === 2),
        )
        return page
      },
    ],
  ]

  test.each(screens)('%s', async (_, open) => {
    const page = await open()
    expect(await complaints(scene.driver, page)).toEqual([])
    expect(await unheard(page), 'what changes is heard').toEqual([])
    if (browserKind === 'chromium') expect(await edgeless(page), 'everything has an edge in forced colours').toEqual([])
    expect(await cramped(page), 'everything fits into 320 pixels').toEqual([])
    await page.close()
  })

  test.skipIf(browserKind === 'firefox')('on paper everything is dark on white, whatever the theme', async () => {
    await store({ appearance: { theme: 'dark' } })
    const { page } = await openOptions(scene.driver)
    await until('the theme', () => page.evaluate(() => document.documentElement.dataset['theme'] === 'dark'))
    await page.emulateMediaType('print')
    const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
    expect(scheme).toBe('light')
    await page.close()
  })
})
