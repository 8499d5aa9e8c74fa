import type { ElementHandle, Page } from 'puppeteer-core'
import type { Driver } from './driver'
import { has } from './has'
import { press } from './press'
import { until } from './until'

/** The workbench as a person uses it: by the words on it. */
export interface Workbench {
  readonly page: Page
  /** Goes to a section by its name in the list, and waits for its heading. */
  go(section: string): Promise<void>
  /** The control that a label names. */
  control(label: string): Promise<ElementHandle<HTMLInputElement>>
  /** Chooses from a list by the value of the choice. */
  choose(label: string, value: string): Promise<void>
  /** Presses the button with this name. */
  press(button: string): Promise<void>
  /** Waits until these words can be read on the page. */
  says(words: string): Promise<void>
  /** Every name in the list of claims, once there is one. */
  claims(): Promise<readonly string[]>
  /** Everything that can be read on the page. */
  text(): Promise<string>
}

const literal = (words: string) => `"${words}"`
const named = (tag: string, name: string) => `::-p-xpath(//${tag}[normalize-space()=${literal(name)} or @aria-label=${literal(name)}])`

/** Opens the workbench as a tab, or as it stands beside a page. */
export async function openWorkbench(driver: Driver, fragment = ''): Promise<Workbench> {
  const page = await driver.extensionPage(`src/workbench/index.html${fragment}`)
  await until('the workbench to know', () => has(page, 'main h2, main .notice'))
  const find = async <E extends Element = Element>(what: string, selector: string) =>
    (await until(what, async () => (await page.$(selector)) ?? undefined)) as unknown as ElementHandle<E>
  const text = () => page.evaluate(() => document.body.innerText)
  const control = async (label: string) => {
    const found = await find<HTMLLabelElement>(`the label “${label}”`, named('label', label))
    const id = await found.evaluate((element) => element.htmlFor)
    return find<HTMLInputElement>(`the control “${label}”`, `[id=${literal(id)}]`)
  }
  return {
    page,
    text,
    control,
    go: async (section) => {
      await press(`the section ${section}`, () => page.$(named('nav//a', section)))
      await find(`the heading ${section}`, named('h2', section))
    },
    choose: async (label, value) => void (await (await control(label)).select(value)),
    press: (button) => press(`the button ${button}`, () => page.$(named('button', button))),
    says: async (words) => void (await until(`the words “${words}”`, async () => (await text()).includes(words))),
    claims: () =>
      until('claims', async () => {
        const names = await page.$$eval('.entries .disclose', (doors) => doors.map(({ textContent }) => textContent.trim()))
        return names.length > 0 && names
      }),
  }
}
