import { isFirstRun } from '../setup/first-run'
import { browser } from './browser'
import { loadSettings } from './settings-store'

/** A browser that has just installed us takes some seconds to hand over policy; so long it is waited for, in milliseconds. */
const patience = 3000

/** Shows the welcome page to a person who has just installed Latchkey. Call synchronously at start-up. */
export function watchFirstRun(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcome(reason)
  })
}

async function welcome(reason: string): Promise<void> {
  const { installType } = await browser.management.getSelf()
  const isOrganisations = (browser.runtime.getManifest().host_permissions ?? []).length > 0
  await policyToArrive()
  const { features, sites } = (await loadSettings()).settings
  if (isFirstRun({ reason, installType, isOrganisations, isWelcome: features.welcome, hasSites: sites.length > 0 }))
    await browser.tabs.create({ url: browser.runtime.getURL('src/welcome/index.html') })
}

/** Resolves when policy is there, or when none is to be expected any more. */
async function policyToArrive(): Promise<void> {
  const isThere = async () => Object.keys(await browser.storage.managed.get().catch(() => ({}))).length > 0
  if (await isThere()) return
  await new Promise<void>((resolve) => {
    const changed = (_: unknown, area: string) => area === 'managed' && resolve()
    browser.storage.onChanged.addListener(changed)
    setTimeout(() => {
      browser.storage.onChanged.removeListener(changed)
      resolve()
    }, patience)
  })
}
