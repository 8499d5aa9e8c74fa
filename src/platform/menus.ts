import { plainDialect } from '../claims/dialect'
import { namesFor } from '../claims/names'
import type { Door } from '../login-page/door'
import type { SiteSettings } from '../settings/catalog'
import { providerOf } from '../settings/provider-of'
import { ssoAppOf } from '../settings/sso-app-of'
import { dialects } from '../sso-apps/dialects'
import { speakAsChosen } from './appearance'
import { browser } from './browser'
import { patternOf } from './grants'
import { message } from './language'
import { insertName } from './name-menu'
import { queue } from './queue'
import { readAccounts } from './session-stores'
import { loadSettings } from './settings-store'

/** A menu of more items cannot be looked through. */
const most = 40
const inTurn = queue()

/** Brings the menus of the button, of the sites' own pages and of the fields in them into step with the sites and with who is signed in. */
export const syncMenus = (doors: readonly Door[]): Promise<void> =>
  inTurn(async () => {
    await speakAsChosen()
    await browser.contextMenus.removeAll()
    addWaysIn(doors)
    await addNameMenus(doors)
  })

function addWaysIn(doors: readonly Door[]): void {
  const documentUrlPatterns = doors.filter(({ enabled }) => enabled).map(({ baseUrl }) => `${patternOf(baseUrl)}*`)
  if (documentUrlPatterns.length === 0) return
  for (const [id, key] of [
    ['log-in', 'menuLogIn'],
    ['backdoor', 'menuBackdoor'],
  ] as const) {
    const title = message(key)
    browser.contextMenus.create({ id, title, contexts: ['action'] })
    browser.contextMenus.create({ id: `${id}-on-page`, title, contexts: ['page'], documentUrlPatterns })
  }
}

/** Offers the names of claims in every field of a configured site's pages, spelled for its SSO app. Names only: what a claim says is in no menu. */
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
  const parentId = `${insertName} ${baseUrl}`
  browser.contextMenus.create({ id: parentId, title: message('menuInsertName'), contexts: ['editable'], documentUrlPatterns })
  for (const name of names.slice(0, most)) {
    const title = name.replaceAll('&', '&&') // one alone would underline the next letter
    browser.contextMenus.create({ id: `${parentId} ${name}`, parentId, title, contexts: ['editable'], documentUrlPatterns })
  }
}
