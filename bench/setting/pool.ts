import type { Page } from 'puppeteer-core'
import { buildFor } from '../../scripts/demo/build'
import { until } from '../../test/e2e/driver/until'
import { domain, grantedHosts, landsOn, openScene, type Scene, signInAtCognito, site, visit } from '../../test/e2e/scene'
import { type Floor, findFloor, writeFloor } from './floor'
import { ourHosts } from './sites'

/** Chromium with Latchkey and the floor, and Ann in the wiki: the user pool knows her, so that every sign-in is silent. */
export interface PoolScene extends Scene {
  readonly floor: Floor
  /** A page of the wiki. */
  readonly wiki: Page
  readonly clientId: string
}

/** `extension` is a built Latchkey; by default one is built. */
export async function openPoolScene(extension?: string): Promise<PoolScene> {
  const folder = writeFloor()
  const built = extension ?? (await buildFor('chromium', [...grantedHosts, ourHosts], 'dist/bench-chromium'))
  const scene = await openScene({}, { kind: 'chromium', extension: built, beside: [folder.path], lean: false })
  const close = () => scene.close().finally(folder.remove)
  try {
    await scene.configure({ onLoginPage: 'redirect' })
    const floor = await findFloor(scene.driver)
    const clientId = scene.cognito.pool.clients.find(({ secret }) => !secret)?.id ?? ''
    scene.cognito.allowRedirectUri(clientId, `https://${floor.id}.chromiumapp.org/`)
    const wiki = await scene.driver.page()
    await visit(wiki, `${site}display/DS/Page`)
    await signInAtCognito(wiki)
    await landsOn(wiki, `${site}display/DS/Page`, 'ann')
    return { ...scene, floor, wiki, clientId, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A claim that Cognito usually has and Ann has not: Latchkey's menus name it while nobody is signed in. */
const notAnns = `insert-name ${site} preferred_username`

/** Waits until Latchkey is still: what it does after a sign-in would slow whatever is measured next. Its menus are the last to follow. */
export const still = ({ driver }: Pick<PoolScene, 'driver'>, isAnybodySignedIn: boolean): Promise<true> =>
  until('the menus to follow', async () => {
    const update = driver.inExtension((browser, item) => browser.contextMenus.update(item, {}), notAnns)
    const isNamed = await update.then(
      () => true,
      () => false,
    )
    return isNamed !== isAnybodySignedIn
  })

/** Takes Latchkey back to where nobody has signed in yet. */
export async function forgetEverybody(scene: Pick<PoolScene, 'driver'>): Promise<void> {
  await scene.driver.inExtension((browser) => browser.storage.session.clear())
  await still(scene, false)
}

/** Asks Latchkey's worker to sign in, as the popup does, and gives the milliseconds until it is over. */
export const latchkeySignsIn = ({ driver }: Pick<PoolScene, 'driver'>): Promise<number> =>
  driver.inExtension(async (browser) => {
    const start = performance.now()
    await browser.runtime.sendMessage({ verb: 'signIn', input: ['acme', 'in-a-window'] })
    return performance.now() - start
  })

/** The same of the floor. */
export async function floorSignsIn({ floor, clientId }: PoolScene): Promise<number> {
  const { said, taken } = await floor.page.evaluate(
    async (message) => {
      const chrome = Reflect.get(globalThis, 'chrome') as { runtime: { sendMessage(message: object): Promise<string> } }
      const start = performance.now()
      const said = await chrome.runtime.sendMessage(message)
      return { said, taken: performance.now() - start }
    },
    { domain, client_id: clientId },
  )
  if (said !== 'signed in') throw new Error(`The floor did not sign in: ${said}`)
  return taken
}
