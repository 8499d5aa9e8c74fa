import type { Menus, Tabs } from 'webextension-polyfill'
import { plainDialect } from '../claims/dialect'
import { namesFor } from '../claims/names'
import type { Door } from '../login-page/door'
import type { SiteSettings } from '../settings/catalog'
import { providerOf } from '../settings/provider-of'
import { ssoAppOf } from '../settings/sso-app-of'
import { dialects } from '../sso-apps/dialects'
import { browser } from './browser'
import { patternOf } from './grants'
import { insertText } from './insert-text'
import { message } from './language'
import { readAccounts } from './session-stores'
import { loadSettings } from './stores'

/** Ids of menu items say what they insert, behind this. */
const prefix = 'insert-name'
/** A menu of more items cannot be looked through. */
const most = 40

/**
 * Offers the names of claims in every field of a configured site's pages, spelled for its SSO app. Names only: what a claim says is in no
 * menu. The caller has taken the old items out.
 */
export async function addNameMenus(doors: readonly Door[]): Promise<void> {
  const { settings } = await loadSettings()
  if (!settings.features.workbench) return
  for (const site of settings.sites.filter(({ enabled }) => enabled)) {
    const app = ssoAppOf(site, doors.find(({ baseUrl }) => baseUrl === site.baseUrl)?.ssoApp)
    const provider = providerOf(site, settings.providers)
    const [account] = provider ? await readAccounts(provider.id) : []
    addMenu(site, namesFor(account?.claims, dialects[app ?? ''] ?? plainDialect))
  }
}

function addMenu({ baseUrl }: SiteSettings, names: readonly string[]): void {
  const documentUrlPatterns = [`${patternOf(baseUrl)}*`]
  const parentId = `${prefix} ${baseUrl}`
  browser.contextMenus.create({ id: parentId, title: message('menuInsertName'), contexts: ['editable'], documentUrlPatterns })
  for (const name of names.slice(0, most)) {
    const title = name.replaceAll('&', '&&') // one alone would underline the next letter
    browser.contextMenus.create({ id: `${parentId} ${name}`, parentId, title, contexts: ['editable'], documentUrlPatterns })
  }
}

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
  if (item !== prefix || name.length === 0 || tab?.id === undefined) return
  const injection = { target: { tabId: tab.id, frameIds: [frameId] }, func: insertText, args: [name.join(' ')] }
  await browser.scripting.executeScript(injection).catch(() => undefined) // a page that has gone meanwhile
}
