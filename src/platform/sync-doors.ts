import type { Door } from '../login-page/door'
import { digestOf, forgetApplied, isApplied, writeApplied } from './applied'
import { type DoorScripts, syncScripts } from './content-scripts'
import { currentDoors } from './current-doors'
import { writeDoors } from './door-stores'
import { missingGrants, originOf } from './grants'
import { syncMenus } from './menus'
import { latest } from './queue'
import { ruleDoors } from './rules'
import { signs } from './signs'
import { syncAppearance } from './sync-appearance'

/**
 * Brings the browser's rules and menus, our content scripts, their texts and the doors in storage into step with settings, policy, grants and
 * discoveries. Whoever changes any of these calls it; calls run one after the other, and all that wait are one. What has not changed is not
 * written again.
 */
export const syncDoors = latest(async (scripts: DoorScripts) => {
  await syncAppearance()
  await apply(await currentDoors(), scripts)
})

async function apply(doors: readonly Door[], scripts: DoorScripts): Promise<void> {
  const missing = await missingGrants(doors)
  const digest = await digestOf([scripts, doors, missing])
  if (!(await isApplied(digest))) {
    // Whoever is killed in mid-change leaves half of it: should the change be taken back, what was applied before no longer is.
    await forgetApplied()
    const granted = doors.filter(({ baseUrl }) => !missing.includes(originOf(baseUrl)))
    const ruled = await ruleDoors(granted)
    await syncScripts(granted, scripts)
    await writeDoors(
      doors.map((door) => ({ ...door, ruled: door.ruled && ruled.includes(door) })),
      signs,
    )
    await writeApplied(digest)
  }
  await syncMenus(doors)
}
