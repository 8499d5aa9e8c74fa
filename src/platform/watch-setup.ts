import { browser } from './browser'
import type { DoorScripts } from './content-scripts'
import { readDoors } from './door-stores'
import { watchGrants } from './grants'
import { areOtherClaims } from './session-stores'
import { watchSettings } from './watch-stores'

const inStep = async () => (await import('./second-script')).inStep

/**
 * Keeps what we have set up in the browser in step: after install, update and start of the browser, and whenever settings, policy, grants,
 * discoveries or what claims there are change. Call synchronously at start-up.
 */
export function watchSetup(scripts: DoorScripts, started: () => Promise<void>): void {
  const sync = async () => (await inStep()).bringInStep(scripts)
  browser.runtime.onInstalled.addListener(() => {
    void inStep().then(({ bringInStepAnew }) => bringInStepAnew(scripts))
    void started()
  })
  browser.runtime.onStartup.addListener(() => {
    void sync()
    void started()
  })
  watchGrants(sync)
  watchSettings(sync)
  browser.storage.onChanged.addListener(async (changes, area) => {
    if (area === 'local' && 'discovered' in changes) await (await inStep()).syncDoors(scripts)
    if (area === 'session' && areOtherClaims(changes)) await (await inStep()).syncMenus(await readDoors())
  })
}
