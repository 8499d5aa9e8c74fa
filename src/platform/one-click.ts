import type { Tabs } from 'webextension-polyfill'
import { type Door, doorOf } from '../login-page/door'
import { browser } from './browser'
import { readDoors } from './door-stores'
import { sendTab } from './tabs'
import { backdoorOf, startOf } from './ways'

/** The command of the manifest; the menu items carry the same names. */
const acts = { 'log-in': logIn, backdoor: openBackdoor } as const

/**
 * Logging in by a key or by a menu, in the tab in front, back to the page that is there. The key and the menu open the tab to us,
 * so no host has to be granted for it. Call synchronously at start-up.
 */
export function watchOneClick(): void {
  const act = (name: string, tab: Tabs.Tab | undefined) => {
    if (name in acts) void acts[name as keyof typeof acts](tab)
  }
  browser.commands.onCommand.addListener(act)
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => act(String(menuItemId).replace(/-on-page$/, ''), tab))
}

async function logIn(tab: Tabs.Tab | undefined): Promise<void> {
  const door = await doorFor(tab)
  if (!door) return browser.runtime.openOptionsPage()
  await go(tab, startOf(door, tab?.url) ?? door.baseUrl)
}

async function openBackdoor(tab: Tabs.Tab | undefined): Promise<void> {
  const door = await doorFor(tab)
  const address = door && backdoorOf(door.baseUrl, door)
  if (address) await go(tab, address)
}

/** The site in front, else the first one. */
async function doorFor(tab: Tabs.Tab | undefined): Promise<Door | undefined> {
  const stored = await readDoors()
  const doors = (stored.length ? stored : await (await import('./second-script')).inStep.currentDoors()).filter(({ enabled }) => enabled)
  return doorOf(tab?.url ?? '', doors) ?? doors[0]
}

const go = async (tab: Tabs.Tab | undefined, url: string): Promise<void> =>
  tab?.id === undefined ? void (await browser.tabs.create({ url })) : sendTab(tab.id, url)
