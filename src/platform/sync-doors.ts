import { hosts } from '../hosts'
import type { Door } from '../login-page/door'
import { ssoApps } from '../sso-apps'
import { syncAppearance } from './appearance'
import { browser } from './browser'
import { type DoorScripts, syncScripts } from './content-scripts'
import { writeDoors } from './door-stores'
import { currentDoors } from './doors'
import { originOf } from './grants'
import { syncMenus } from './one-click'
import { queue } from './queue'
import { ruleDoors } from './rules'

const inTurn = queue()

/**
 * Brings the browser's rules and menus, our content scripts, their texts and the doors in storage into step with settings, policy, grants and
 * discoveries. Whoever changes any of these calls it; calls run one after the other.
 */
export const syncDoors = (scripts: DoorScripts): Promise<void> =>
  inTurn(async () => {
    await syncAppearance()
    await apply(await currentDoors(), scripts)
  })

async function apply(doors: readonly Door[], scripts: DoorScripts): Promise<void> {
  const granted = await grantedOf(doors)
  const ruled = await ruleDoors(granted)
  await syncScripts(granted, scripts)
  await writeDoors(
    doors.map((door) => ({ ...door, ruled: door.ruled && ruled.includes(door) })),
    { hosts, apps: ssoApps },
  )
  await syncMenus(doors)
}

async function grantedOf(doors: readonly Door[]): Promise<readonly Door[]> {
  const granted = await Promise.all(doors.map(({ baseUrl }) => browser.permissions.contains({ origins: [originOf(baseUrl)] })))
  return doors.filter((_, index) => granted[index])
}
