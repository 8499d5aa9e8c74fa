import { forgetApplied } from './applied'
import { offerBeside } from './beside'
import { browser } from './browser'
import type { DoorScripts } from './content-scripts'
import { askDue } from './discovering'
import { readDoors } from './door-stores'
import { syncMenus } from './one-click'
import { showPending } from './pending'
import { areOtherClaims } from './session-stores'
import { loadSettings } from './stores'
import { syncDoors } from './sync-doors'
import { watchSettings } from './watch-stores'

/**
 * Keeps rules, content scripts, doors and side panel in step: after install, update and start of the browser, and whenever settings,
 * policy, grants or discoveries change. Sites are asked about themselves meanwhile: one that takes its time holds nothing up.
 * Call synchronously at start-up.
 */
export function watchSetup(scripts: DoorScripts, started: () => Promise<void>): void {
  const sync = () => {
    void syncDoors(scripts)
    void askDue()
    void showPending()
    void loadSettings().then(({ settings }) => offerBeside(settings.features.workbench))
  }
  browser.runtime.onInstalled.addListener(() => {
    void forgetApplied().then(sync)
    void started()
  })
  browser.runtime.onStartup.addListener(() => {
    sync()
    void started()
  })
  browser.permissions.onAdded.addListener(sync)
  browser.permissions.onRemoved.addListener(sync)
  watchSettings(sync)
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && 'discovered' in changes) void syncDoors(scripts)
    if (area === 'session' && areOtherClaims(changes)) void readDoors().then(syncMenus)
  })
}
