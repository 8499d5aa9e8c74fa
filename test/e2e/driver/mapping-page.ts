import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import type { FormField, FormTab } from '../../../src/mapping/form'
import type { Driver } from './driver'
import { type Form, formOn } from './form'
import { has } from './has'
import { press } from './press'
import { until } from './until'

/** What the verdict says, as it can be read. */
export interface ShownVerdict {
  readonly outcome: string
  /** Groups that the person is in afterwards, sorted. */
  readonly groups: readonly string[]
}

/** The workbench's mapping as a person uses it: by the words on it. */
export interface MappingPage extends Form {
  readonly page: Page
  /** Loads the page anew, from what is stored. */
  reload(): Promise<void>
  /** Goes to one of its parts. */
  part(name: 'mappingEditor' | 'mappingWhatIf' | 'mappingTeam' | 'mappingSheet'): Promise<void>
  /** The verdict, once no other is on its way and it says these words. */
  verdict(words?: string): Promise<ShownVerdict>
  /** The sheet, as somebody reads it off to type it in. */
  sheet(): Promise<readonly FormTab[]>
}

const messages = JSON.parse(readFileSync(new URL('../../../public/_locales/en/messages.json', import.meta.url), 'utf8')) as Record<
  string,
  { message: string } | undefined
>
const words = (key: string): string => messages[key]?.message ?? key

/** Opens the workbench at the mapping, as a tab. */
export const openMapping = async (driver: Driver): Promise<MappingPage> =>
  mappingOn(await driver.extensionPage('src/workbench/index.html#mapping'))

/** The mapping on a workbench that is open, wherever it stands. */
export async function mappingOn(page: Page): Promise<MappingPage> {
  await press('the section', () => page.$('nav a[href="#mapping"]'))
  await until('the mapping', () => has(page, '.mapping .parts'))
  const form = formOn(page)
  return {
    ...form,
    page,
    reload: async () => {
      await page.evaluate(() => {
        document.documentElement.dataset['old'] = ''
        location.reload()
      })
      await until('the mapping anew', () => has(page, 'html:not([data-old]) .mapping .parts'))
    },
    part: (name) => form.press(words(name)),
    verdict: (wanted = '') =>
      until(`a verdict that says “${wanted}”`, async () => {
        const shown = await page.$eval('.verdict[aria-busy="false"]', verdictIn)
        return shown.text.includes(wanted) && { outcome: shown.outcome, groups: shown.groups }
      }),
    sheet: () => page.$$eval('.sheet table', sheetIn, words('sheetTicked')),
  }
}

const verdictIn = (section: Element) => ({
  text: section.textContent,
  outcome: section.querySelector('.outcome-line')?.textContent ?? '',
  groups: [...section.querySelectorAll('.memberships tbody tr:not(.removed) code')].map((code) => code.textContent).sort(),
})

const sheetIn = (tables: Element[], ticked: string): FormTab[] => {
  const texts = (within: Element) => [...within.querySelectorAll('code')].map((code) => code.textContent)
  const valueIn = (cell: Element): FormField['value'] => {
    const rows = [...cell.querySelectorAll('ul.values > li')].map(texts)
    if (rows.length > 0)
      return rows.every((row) => row.length === 2) ? rows.map(([left = '', right = '']) => ({ left, right })) : rows.flat()
    if (cell.querySelector('.muted')) return ''
    const [text] = texts(cell)
    return text ?? cell.textContent.trim() === ticked
  }
  return tables.map((table) => ({
    name: table.querySelector('caption')?.textContent ?? '',
    fields: [...table.querySelectorAll('tbody tr')].map((row) => ({
      label: row.querySelector('th')?.firstChild?.textContent?.trim() ?? '',
      value: valueIn(row.querySelector('td') as Element),
    })),
  }))
}
