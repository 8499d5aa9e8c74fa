import type { ElementHandle, Page } from 'puppeteer-core'
import { press } from './press'
import { until } from './until'

/** The fields and buttons of a page of ours, by the words on it. `within` narrows to the entry with that name in its heading. */
export interface Form {
  /** The control that a label names. */
  control(label: string, within?: string): Promise<ElementHandle<HTMLInputElement>>
  /** Empties a control, types into it, and leaves it. */
  enter(label: string, text: string, within?: string): Promise<void>
  /** Chooses from a list by the words of the choice. */
  choose(label: string, choice: string, within?: string): Promise<void>
  /** Presses the button with this name. */
  press(button: string, within?: string): Promise<void>
  /** Waits until these words can be read on the page. */
  says(words: string): Promise<void>
}

const literal = (words: string) => `"${words}"`
const entry = (name: string) => `//details[contains(@class, "entry")][summary/*[normalize-space()=${literal(name)}]]`
const xpath = (path: string) => `::-p-xpath(${path})`

export function formOn(page: Page): Form {
  const find = async <E extends Element>(what: string, path: string) =>
    (await until(what, async () => (await page.$(xpath(path))) ?? undefined)) as unknown as ElementHandle<E>
  const inside = (within: string | undefined) => (within === undefined ? '' : entry(within))
  const control = async (label: string, within?: string) => {
    const named = await find<HTMLLabelElement>(`the label “${label}”`, `${inside(within)}//label[normalize-space()=${literal(label)}]`)
    const id = await named.evaluate((element) => element.htmlFor)
    return find<HTMLInputElement>(`the control “${label}”`, `//*[@id=${literal(id)}]`)
  }
  return {
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
      press(`the button “${button}”`, () =>
        page.$(xpath(`${inside(within)}//button[normalize-space()=${literal(button)} or @aria-label=${literal(button)}]`)),
      ),
    says: async (words) => void (await find(`the words “${words}”`, `//*[text()[contains(normalize-space(), ${literal(words)})]]`)),
  }
}
