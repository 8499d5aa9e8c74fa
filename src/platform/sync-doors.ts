import type { Scripting } from 'webextension-polyfill'
import { hosts } from '../hosts'
import type { Door } from '../login-page/door'
import { rulesFor } from '../login-page/rules'
import { ssoApps } from '../sso-apps'
import { browser } from './browser'
import { writeDoors } from './door-stores'
import { currentDoors } from './doors'
import { originOf, patternOf } from './grants'
import { syncMenus } from './one-click'
import { queue } from './queue'

const inTurn = queue()

/**
 * Brings the browser's rules, our content script and the doors in storage into step with settings, policy, grants and discoveries.
 * Whoever changes any of these calls it; calls run one after the other.
 */
export const syncDoors = (contentScript: string): Promise<void> => inTurn(async () => apply(await currentDoors(), contentScript))

async function apply(doors: readonly Door[], contentScript: string): Promise<void> {
  const granted = await grantedOf(doors)
  const isRuled = await rule(granted)
  await register(granted, contentScript)
  await syncMenus(doors)
  await writeDoors(isRuled ? doors : doors.map((door) => ({ ...door, ruled: false })), { hosts, apps: ssoApps })
}

/** False where the browser refuses the rules, all of them at once: the content script then does what they would have done. */
async function rule(doors: readonly Door[]): Promise<boolean> {
  const removeRuleIds = (await browser.declarativeNetRequest.getDynamicRules()).map(({ id }) => id)
  try {
    await browser.declarativeNetRequest.updateDynamicRules({ removeRuleIds, addRules: rulesFor(doors) as never })
    return true
  } catch (refusal) {
    console.warn('The browser refused the redirect rules; login pages are redirected after they have loaded.', refusal)
    await browser.declarativeNetRequest.updateDynamicRules({ removeRuleIds })
    return false
  }
}

/** Only the pages by which people come in or go out are ours; on all others of the site there is not a byte of us, unless anonymous visitors are to be signed in. */
async function register(doors: readonly Door[], contentScript: string): Promise<void> {
  const paths = hosts.flatMap(({ doorPaths }) => doorPaths)
  const matches = doors.flatMap(({ baseUrl, anonymous }) =>
    (anonymous === 'sign-in' ? [''] : paths).map((path) => `${patternOf(baseUrl)}${path}*`),
  )
  const script: Scripting.RegisteredContentScript = {
    id: 'door',
    js: [contentScript],
    css: ['door.css'],
    matches,
    runAt: 'document_start',
    persistAcrossSessions: true,
  }
  const { registerContentScripts, updateContentScripts, unregisterContentScripts } = browser.scripting
  const isRegistered = (await browser.scripting.getRegisteredContentScripts()).length > 0
  if (matches.length === 0) return isRegistered ? unregisterContentScripts() : undefined
  // In place: between taking it out and putting it back a login page could load without it.
  await (isRegistered ? updateContentScripts([script]) : registerContentScripts([script]))
}

async function grantedOf(doors: readonly Door[]): Promise<readonly Door[]> {
  const granted = await Promise.all(doors.map(({ baseUrl }) => browser.permissions.contains({ origins: [originOf(baseUrl)] })))
  return doors.filter((_, index) => granted[index])
}
