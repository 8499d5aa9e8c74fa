import type { Parent } from './firefox-parent'
import type { Person } from './person'
import { until } from './until'

/** Firefox's own windows are documents, which its parent process reaches. */
export function personAtFirefox(parent: Parent): Person {
  const inMenu = (title: string) => until(`“${title}” in the menu`, () => parent.run<boolean>(chooseInMenu, title))
  return {
    allow: async () => void (await until('the browser’s question', () => parent.run<boolean>(allow))),
    press: async (keys) => void (await parent.run(pressKeys, ...keys.split('+'))),
    choose: async (page, selector, ...titles) => {
      await page.click(selector, { button: 'right' })
      for (const title of titles) await inMenu(title)
    },
  }
}

/* The following run in Firefox's parent process, as source text: they may use nothing from around them. */

const allow = `() => {
  for (const window of Services.wm.getEnumerator('navigator:browser')) {
    const { panel } = window.PopupNotifications
    if (panel.state !== 'open') continue
    panel.firstElementChild.button.click()
    return true
  }
  return false
}`

const pressKeys = `(...keys) => {
  const window = Services.wm.getMostRecentWindow('navigator:browser')
  const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)
  if (!processor.beginInputTransactionForTests(window)) throw new Error('Firefox takes no keys')
  const strokes = keys.map((key) => new window.KeyboardEvent('', { key, code: key.length > 1 ? key + 'Left' : 'Key' + key }))
  for (const stroke of strokes) processor.keydown(stroke)
  for (const stroke of strokes.reverse()) processor.keyup(stroke)
}`

/** Goes down the menu that is open, one step a call; an extension alone in a menu stands there itself, under its own name or its item's. */
const chooseInMenu = `(title) => {
  const { document } = Services.wm.getMostRecentWindow('navigator:browser')
  const open = [...document.querySelectorAll('menupopup')].filter(({ state }) => state === 'open')
  const popup = open.at(-1)
  const item = [...(popup?.children ?? [])].find(({ label, hidden }) => !hidden && label?.startsWith(title))
  if (!item) return false
  if (item.localName === 'menu') item.openMenu(true)
  else popup.activateItem(item)
  return true
}`
