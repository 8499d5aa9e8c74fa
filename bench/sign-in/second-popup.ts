import { openPopup } from '../../test/e2e/driver/popup'
import type { Figure } from '../report/measurement'
import { latchkeySignsIn, type PoolScene } from '../setting/pool'

/** What a popup asks of anybody while somebody is signed in: nothing, for all that it shows is stored. */
export async function secondPopup(scene: PoolScene): Promise<Figure> {
  const { driver, wiki, world } = scene
  await latchkeySignsIn(scene)
  const first = await openPopup(driver, wiki)
  await first.claims()
  await first.page.close()
  scene.forget()
  const second = await openPopup(driver, wiki)
  await second.claims()
  await second.page.waitForNetworkIdle()
  await second.page.close()
  return { what: 'Requests by a second popup', where: 'Chromium', unit: 'times', value: world.visits.length, atMost: 0 }
}
