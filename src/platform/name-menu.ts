import type { Menus, Tabs } from 'webextension-polyfill'
import { browser } from './browser'
import { insertText } from './insert-text'

/** Ids of menu items say what they insert, behind this. */
export const insertName = 'insert-name'

/** Inserts the name that was chosen at the cursor. The click opens the page to us, so no host has to be granted. Call synchronously at start-up. */
export function watchNameMenus(): void {
  browser.contextMenus.onClicked.addListener((info, tab) => void insertChosen(info, tab))
}

/** Puts the name behind a menu item into the field in which the menu was opened. */
export async function insertChosen(
  { menuItemId, frameId = 0 }: Pick<Menus.OnClickData, 'menuItemId' | 'frameId'>,
  tab?: Pick<Tabs.Tab, 'id'>,
): Promise<void> {
  const [item, , ...name] = String(menuItemId).split(' ')
  if (item !== insertName || name.length === 0 || tab?.id === undefined) return
  const injection = { target: { tabId: tab.id, frameIds: [frameId] }, func: insertText, args: [name.join(' ')] }
  await browser.scripting.executeScript(injection).catch(() => undefined) // a page that has gone meanwhile
}
