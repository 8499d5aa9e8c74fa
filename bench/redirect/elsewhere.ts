import type { Figure, Orders } from '../report/measurement'
import { configureSites, siteAt } from '../setting/sites'
import { foreignHosts, type RedirectScene } from './scene'
import { countWorlds } from './worlds'

const pages = 100
/** On other sites: their start pages, anything, and what looks like a login page of ours. */
const foreignPaths = ['', 'products?id=1', 'confluence/login.action?os_destination=%2F', 'oauth2/authorize']
const foreign = Array.from({ length: pages }, (_, n) => `https://${foreignHosts[n % 3]}/${foreignPaths[n % 4]}`)
/** On our own sites: pages that are no doors. */
const wikiPages = Array.from({ length: pages / 4 }, (_, n) => `${siteAt(1)}display/PUB/Page+${n}`)

/** What is to be noticed of Latchkey where it has no business: nothing. */
export async function elsewhere(scene: RedirectScene, where: string, { tell }: Orders): Promise<readonly Figure[]> {
  const { driver } = scene
  await configureSites(driver, 1, { onLoginPage: 'offer' })
  tell(`${pages} pages of other sites`)
  const [there, here] = [await traces(scene, foreign), await traces(scene, wikiPages)]
  const inWorlds = (what: string, value: number): Figure => ({ what, where, unit: 'times', value, atMost: 0 })
  const proof = driver.kind === 'chromium' ? (await traces(scene, [`${siteAt(1)}login.action?os_destination=%2F`])).worlds : undefined
  if (proof === 0) throw new Error(`${where}: our script on a login page went unseen, so that seeing none elsewhere proves nothing`)
  return [
    ...(proof === undefined ? [] : [inWorlds(`Isolated worlds on ${pages} pages of other sites`, there.worlds)]),
    inWorlds(`Worker starts on ${pages} pages of other sites`, there.wakes),
    inWorlds(`Requests by Latchkey on ${pages} pages of other sites`, there.requests),
    ...(proof === undefined ? [] : [inWorlds(`Isolated worlds on ${wikiPages.length} other pages of our site`, here.worlds)]),
    inWorlds(`Worker starts on ${wikiPages.length} other pages of our site`, here.wakes),
  ]
}

async function traces({ driver, world }: RedirectScene, addresses: readonly string[]) {
  const page = await driver.page()
  const worlds = driver.kind === 'chromium' ? await countWorlds(page, driver.extensionOrigin) : () => 0
  const asked = new Set(addresses.map((address) => new URL(address).pathname + new URL(address).search))
  await driver.killWorker()
  world.visits.splice(0)
  let wakes = 0
  for (const address of addresses) {
    await page.goto(address, { waitUntil: 'load' })
    if (await driver.isAwake()) {
      wakes += 1
      await driver.killWorker()
    }
  }
  const requests = world.visits.filter(({ path }) => !asked.has(path) && path !== '/favicon.ico').length
  const found = { worlds: worlds(), wakes, requests }
  await page.close()
  return found
}
