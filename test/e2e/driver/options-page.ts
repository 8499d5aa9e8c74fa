import type { ElementHandle, Page } from 'puppeteer-core'
import type { Driver } from './driver'
import { press } from './press'
import { until } from './until'

/** The options page as a person uses it: by the words on it. */
export interface OptionsPage {
  readonly page: Page
  /** The control that a label names; `within` narrows it to the entry with that name in its heading. */
  control(label: string, within?: string): Promise<ElementHandle<HTMLInputElement>>
  /** Empties a control, types into it, and leaves it. */
  enter(label: string, text: string, within?: string): Promise<void>
  /** Chooses from a list by the words of the choice. */
  choose(label: string, choice: string, within?: string): Promise<void>
  press(button: string, within?: string): Promise<void>
  /** What is wrong with a control, in the words beside it; empty when nothing is. */
  complaint(label: string, within?: string): Promise<string>
  /** Waits until these words can be read on the page. */
  says(words: string): Promise<void>
}

const literal = (words: string) => `"${words}"`
const entry = (name: string) => `//details[contains(@class, "entry")][summary/*[normalize-space()=${literal(name)}]]`
const xpath = (path: string) => `::-p-xpath(${path})`

/** Opens the options, at a section if one is named. */
export async function openOptions(driver: Driver, fragment = ''): Promise<OptionsPage> {
  const page = await driver.extensionPage(`src/options/index.html${fragment}`)
  await until('the settings to be read', async () => (await page.$('main section, main .notice')) !== null)
  const find = async <E extends Element>(what: string, path: string) =>
    (await until(what, async () => (await page.$(xpath(path))) ?? undefined)) as unknown as ElementHandle<E>
  const inside = (within: string | undefined) => (within === undefined ? '' : entry(within))
  const control = async (label: string, within?: string) => {
    const named = await find(`the label “${label}”`, `${inside(within)}//label[normalize-space()=${literal(label)}]`)
    const id = await named.evaluate((element) => (element as HTMLLabelElement).htmlFor)
    return find<HTMLInputElement>(`the control “${label}”`, `//*[@id=${literal(id)}]`)
  }
  return {
    page,
    control,
    enter: async (label, text, within) => {
      const input = await control(label, within)
      await input.evaluate((element) => {
        element.focus()
        element.select()
      })
      await page.keyboard.press('Backspace')
      await page.keyboard.type(text)
      await input.evaluate((element) => element.blur())
    },
    choose: async (label, choice, within) => {
      const list = (await control(label, within)) as unknown as ElementHandle<HTMLSelectElement>
      const value = await list.evaluate((element, words) => [...element.options].find(({ text }) => text === words)?.value, choice)
      if (value === undefined) throw new Error(`“${label}” has no choice “${choice}”`)
      await list.select(value)
    },
    press: (button, within) =>
      press(`the button “${button}”`, () => page.$(xpath(`${inside(within)}//button[normalize-space()=${literal(button)}]`))),
    complaint: async (label, within) =>
      (await control(label, within)).evaluate((element) => {
        const ids = element.getAttribute('aria-describedby')?.split(' ') ?? []
        return ids.map((id) => document.getElementById(id)).find((found) => found?.matches('.wrong'))?.textContent ?? ''
      }),
    says: async (words) => void (await find(`the words “${words}”`, `//*[text()[contains(normalize-space(), ${literal(words)})]]`)),
  }
}
