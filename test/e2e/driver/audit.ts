import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'puppeteer-core'
import type { Driver } from './driver'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with a page, light and dark, in one line each. */
export async function complaints(driver: Driver, page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const found: string[] = []
  const grounds = new Set<string>()
  for (const scheme of ['light', 'dark'] as const) {
    await driver.prefer(page, scheme)
    await page.evaluate(stillness)
    grounds.add(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor))
    const violations = await page.evaluate(judge, rules[scheme])
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${scheme}: ${id}: ${html.slice(0, 200)}`)))
  }
  await driver.prefer(page, undefined)
  return grounds.size === 2 ? found : [...found, 'the page looks the same light and dark']
}

/** Colours may change over to the scheme bit by bit. */
const stillness = async () => void (await Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))

/** A scheme changes colours and nothing else: what does not look at them need not be asked twice. */
const rules = {
  light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  dark: ['color-contrast', 'link-in-text-block'],
}

/** What passed is neither described nor handed over. */
const judge = async (runOnly: readonly string[]) => {
  const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }
  const { violations } = await axe.run({ runOnly, resultTypes: ['violations'] })
  return violations
}

/** Buttons, fields and cards that nobody could make out where the system's few colours take the place of ours. Chromium alone can be asked for them. */
export async function edgeless(page: Page): Promise<readonly string[]> {
  const devTools = await page.createCDPSession()
  await devTools.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] })
  const found = await page.$$eval(edged, (all) => {
    const hasEdge = ({ borderTopStyle, outlineStyle }: CSSStyleDeclaration) => borderTopStyle !== 'none' || outlineStyle !== 'none'
    return all.filter((one) => !hasEdge(getComputedStyle(one))).map(({ outerHTML }) => outerHTML.slice(0, 200))
  })
  await devTools.send('Emulation.setEmulatedMedia', { features: [] })
  await devTools.detach()
  return found
}

const edged =
  'button:not(.link, .tool, .disclose, .copy.small), .button, select, textarea, input:not([type="checkbox"], [type="radio"]), .card, .notice'

/** Parts that tell screen readers of changes, but are out of the page until they do, or in a button, of which its name alone is read: nobody hears of those. */
export const unheard = (page: Page): Promise<readonly string[]> =>
  page.$$eval('[aria-live], [role="status"], [role="alert"]', (all) =>
    all.filter((one) => getComputedStyle(one).display === 'none' || one.closest('button')).map(({ outerHTML }) => outerHTML.slice(0, 200)),
  )

/** What does not fit when the page is 320 pixels wide: what sticks out at the side, and names of claims and of people in the popup that take two lines. */
export const cramped = (page: Page): Promise<readonly string[]> => narrow(page, () => page.evaluate(crampedNow))

const crampedNow = () => {
  const pixels = document.documentElement.scrollWidth - document.documentElement.clientWidth
  const lines = document.createRange()
  const isBroken = (name: Element) => {
    lines.selectNodeContents(name)
    return lines.getClientRects().length > 1
  }
  const names = [...document.querySelectorAll('.claims th code, .names .muted')].filter(isBroken)
  return [...(pixels > 0 ? [`${pixels} pixels`] : []), ...names.map(({ textContent }) => textContent ?? '')]
}

/** Words that do not fit into one line of their place when the page is 320 pixels wide. Names that are typed elsewhere may break anywhere. */
export const brokenWords = (page: Page): Promise<readonly string[]> => narrow(page, () => page.$eval('main', brokenIn))

const brokenIn = (main: Element) => {
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  const broken: string[] = []
  const range = document.createRange()
  while (texts.nextNode()) {
    const { currentNode: text } = texts
    if (text.parentElement?.closest('code, pre, select, .unseen')) continue
    for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\p{L}+/gu)) {
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word)
    }
  }
  return broken
}

/** What is found in a window 320 pixels wide, which afterwards is as it was. */
async function narrow<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const before = page.viewport()
  await page.setViewport({ width: 320, height: 640 })
  const found = await look()
  await page.setViewport(before)
  return found
}
