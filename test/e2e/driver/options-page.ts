import type { Page } from 'puppeteer-core'
import type { Driver } from './driver'
import { type Form, formOn } from './form'
import { has } from './has'
import { until } from './until'

/** The options page as a person uses it: by the words on it. */
export interface OptionsPage extends Form {
  readonly page: Page
  /** What is wrong with a control, in the words beside it; empty when nothing is. */
  complaint(label: string, within?: string): Promise<string>
}

/** Opens the options, at a section if one is named. */
export async function openOptions(driver: Driver, fragment = ''): Promise<OptionsPage> {
  const page = await driver.extensionPage(`src/options/index.html${fragment}`)
  await until('the settings to be read', () => has(page, 'main section, main .notice'))
  const form = formOn(page)
  return {
    ...form,
    page,
    complaint: async (label, within) =>
      (await form.control(label, within)).evaluate((element) => {
        const ids = element.getAttribute('aria-describedby')?.split(' ') ?? []
        return ids.map((id) => document.getElementById(id)).find((found) => found?.matches('.wrong'))?.textContent ?? ''
      }),
  }
}
