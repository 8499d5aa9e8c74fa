import type { Display } from './display'
import type { Person } from './person'
import { until } from './until'

/** Chromium's own windows answer to keys alone, and need a screen for them. */
export function personAtChromium(screen: Display | undefined): Person {
  const display = () => {
    if (!screen) throw new Error('Chromium shows its questions and menus on a screen only: open it with one')
    return screen
  }
  return {
    allow: async (page) => {
      await until('the browser’s question', () => page.evaluate(() => !document.hasFocus()))
      await display().still()
      await display().press('Tab', 'Return') // from Deny to Allow
    },
    press: async (keys) => {
      await display().still()
      await display().press(keys.toLowerCase())
    },
    choose: async (page, selector, ...titles) => {
      // Chromium reports the click when the menu has closed.
      const clicked = page.click(selector, { button: 'right' })
      for (const title of titles) {
        await display().still()
        await display().press(title.slice(0, 1).toLowerCase())
      }
      await clicked
    },
  }
}
