import { browser } from './browser'
import { syncDoors } from './sync-doors'

/**
 * Keeps rules, content script and doors in step: after install, update and start of the browser, and whenever settings,
 * policy or grants change. Call synchronously at start-up.
 */
export function watchSetup(contentScript: string, started: () => Promise<void>): void {
  const sync = () => void syncDoors(contentScript)
  browser.runtime.onInstalled.addListener(() => {
    sync()
    void started()
  })
  browser.runtime.onStartup.addListener(() => {
    sync()
    void started()
  })
  browser.permissions.onAdded.addListener(sync)
  browser.permissions.onRemoved.addListener(sync)
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'managed' || (area === 'local' && ('settings' in changes || 'policy' in changes))) sync()
  })
}
