import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserKind } from './driver/browser-kind'
import { openOptions } from './driver/options-page'
import { openPopup } from './driver/popup'
import { until } from './driver/until'
import { inPseudoLocales, pseudo } from './pseudo-locale'
import { openScene, type Scene, site, visit } from './scene'

let scene: Scene
let wiki: Page
beforeAll(async () => {
  scene = await openScene({}, { extension: inPseudoLocales(`dist/demo-${browserKind}`) })
  await scene.configure()
  wiki = await scene.driver.page()
  await visit(wiki, `${site}login.action?logout=true`)
})
afterAll(() => scene?.close())

/** For people to look at: a run that only tests does without. */
const picture = async (page: Page, name: string, width: number, dark = false) =>
  process.env['LATCHKEY_PICTURES'] &&
  scene.driver.screenshot(page, `demo-out/languages/${browserKind}-${name}-${width}${dark ? '-dark' : ''}.png`, { width, dark })
const messages = JSON.parse(readFileSync(new URL('../../public/_locales/de/messages.json', import.meta.url), 'utf8')) as Record<
  string,
  { message: string }
>
const german = (key: string) => messages[key]?.message ?? ''
const button = () => until('the button', async () => (await wiki.$eval('#latchkey-offer', (box) => box.textContent)) || undefined)
const choose = async (language: string) => {
  const { settings } = (await scene.driver.storageGet('local')) as { settings: object }
  await scene.driver.storageSet('local', { settings: { ...settings, appearance: { language } } })
  await until('the language to be in force', async () => {
    const { appearance } = (await scene.driver.storageGet('local')) as { appearance?: { language: string } }
    return appearance?.language === language
  })
}

/** A page that has read what it shows. */
async function opened(path: string, sign: string): Promise<Page> {
  const page = await scene.driver.extensionPage(path)
  await until(`${path} to be drawn`, async () => (await page.$(sign)) !== null)
  return page
}

const pages: readonly [string, () => Promise<Page>][] = [
  ['popup', async () => (await openPopup(scene.driver, wiki)).page],
  ['options', async () => (await openOptions(scene.driver)).page],
  ['workbench', () => opened('src/workbench/index.html', '.side nav')],
  ['welcome', () => opened('src/welcome/index.html', '.found')],
]

describe('in a language that is read from right to left', () => {
  test.each(pages)('the %s runs from the right, and nothing sticks out of a narrow window', async (name, open) => {
    const page = await open()
    expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl')
    for (const width of name === 'popup' ? [320, 400] : [320, 1280]) {
      await picture(page, `rtl-${name}`, width)
      await page.setViewport({ width, height: 640 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    }
    await page.close()
  })

  test('the button in the login form runs from the right too', async () => {
    expect(await button()).toContain(pseudo('Sign in again'))
    expect(await wiki.$eval('#latchkey-offer p', (words) => getComputedStyle(words).direction)).toBe('rtl')
  })
})

test('a language that is chosen on the options page is spoken there at once, and everywhere else', async () => {
  const options = await openOptions(scene.driver, '#appearance')
  await options.page.select('#appearance select:has([value="de"])', 'de')
  await options.says('Latchkey-Optionen')
  expect(await options.page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['de', 'ltr'])
  await until('login pages to follow', async () => 'notice_logged-out' in ((await scene.driver.storageGet('local'))['texts'] as object))
  await options.page.close()
  await visit(wiki, `${site}login.action?logout=true`)
  expect(await button()).toBe(`${german('notice_logged_out').replace('$site$', 'Acme wiki')}${german('noticeButton_logged_out')}`)
  const popup = await openPopup(scene.driver, wiki)
  expect(await popup.decision()).toContain(german('reason_logged_out'))
  const tabId = await scene.driver.tabIdOf(wiki)
  await until('the tooltip in German', async () => {
    const title = await scene.driver.inExtension((browser, tabId) => browser.action.getTitle({ tabId }), tabId)
    return title.includes(german('reason_logged_out'))
  })
  await popup.page.close()
})

test.each([
  ['German', 'de'],
  ['Japanese', 'ja'],
  ['the longest words of all languages', 'es'],
])('every page in %s fits into a narrow window', async (_, language) => {
  await choose(language)
  for (const [name, open] of pages) {
    const page = await open()
    await until(`${name} in ${language}`, () => page.evaluate((wanted) => document.documentElement.lang === wanted, language))
    for (const width of name === 'popup' ? [320, 400] : [320, 1280]) {
      await picture(page, `${language}-${name}`, width, width === 320)
      await page.setViewport({ width, height: 640 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    }
    await page.close()
  }
})
