import { forgetApplied } from './applied'
import type { DoorScripts } from './content-scripts'
import { askDue } from './discovering'
import { showPending } from './pending-hosts'
import { loadSettings } from './settings-store'
import { offerBeside } from './side-panel'
import { syncDoors } from './sync-doors'

/**
 * Brings rules, content scripts, doors, menus, badge and side panel into step with settings, policy, grants and discoveries. Sites are asked
 * about themselves meanwhile: one that takes its time holds nothing up.
 */
export function bringInStep(scripts: DoorScripts): void {
  void syncDoors(scripts)
  void askDue()
  void showPending()
  void loadSettings().then(({ settings }) => offerBeside(settings.features.workbench))
}

/** The same, whatever was in step before: an update drops what scripts were registered. */
export async function bringInStepAnew(scripts: DoorScripts): Promise<void> {
  await forgetApplied()
  bringInStep(scripts)
}
