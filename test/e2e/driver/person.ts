import type { Page } from 'puppeteer-core'

/** What a person does outside of pages: in the browser's own questions and menus, and with its own keys. */
export interface Person {
  /** Answers yes to the question that the browser asks because of a click on this page. */
  allow(page: Page): Promise<void>
  /** Presses a key with its modifiers, as in `Alt+Shift+K`, in the tab in front. */
  press(keys: string): Promise<void>
  /** Opens the context menu on an element of the page in front and chooses an item by the beginnings of its menus' words and its own. */
  choose(page: Page, selector: string, ...titles: string[]): Promise<void>
}
