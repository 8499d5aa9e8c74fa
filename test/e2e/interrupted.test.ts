import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { browserKind } from './driver/browser-kind'
import { close } from './driver/close'
import { has } from './driver/has'
import { openPopup, type Popup } from './driver/popup'
import { temporaryFolder } from './driver/temporary-folder'
import { until } from './driver/until'
import { anchorIsKept, landsOn, openScene, type Scene, signInAtCognito, site, visit } from './scene'

let scene: Scene
let page: Page
const wanted = `${site}display/DS/Page?a=%2B#Timeline`

beforeAll(async () => {
  scene = await openScene()
  await scene.configure({ onLoginPage: 'redirect' })
})
afterAll(() => scene.close())
beforeEach(async () => {
  await scene.signEverybodyOut()
  page = await scene.driver.page()
})
afterEach(() => page.close())

/** The popup of somebody whom Cognito knows: a sign-in of theirs needs no password. */
async function popupOfAnn(): Promise<Popup> {
  await visit(page, wanted)
  await anchorIsKept(scene.driver, page)
  await signInAtCognito(page)
  await landsOn(page, wanted, 'ann')
  return openPopup(scene.driver, page)
}

const interrupted = 'Sign-in was interrupted'

async function expectWayOn(popup: Popup): Promise<void> {
  expect(await popup.problem()).toContain(interrupted)
  await popup.tryAgain()
  expect(await popup.person()).toContain('Ann Archer')
  await popup.page.close()
}

describe('the background is killed', () => {
  test.each(['discovery', 'token', 'jwks', 'userInfo'] as const)(
    'while Latchkey waits for the pool’s %s: it says so, and trying again signs in without a password',
    async (endpoint) => {
      const popup = await popupOfAnn()
      const hold = scene.cognito.mischief.hold(endpoint)
      await scene.driver.killWorker() // what was remembered of the pool goes as well
      await popup.signIn()
      await hold.arrived
      await scene.driver.killWorker()
      hold.release()
      await expectWayOn(popup)
    },
  )

  test('while the sign-in window is open: it says so, and another window signs in', async () => {
    await visit(page, wanted)
    const popup = await openPopup(scene.driver, page)
    await popup.signIn()
    const window = await scene.driver.authWindow()
    await scene.driver.killWorker()
    expect(await popup.problem()).toContain(interrupted)
    await close(window)
    await popup.tryAgain()
    await signInAtCognito(await scene.driver.authWindow())
    expect(await popup.person()).toContain('Ann Archer')
    await popup.page.close()
  })

  test('while nobody looks: whoever opens the popup later reads it there', async () => {
    const popup = await popupOfAnn()
    const hold = scene.cognito.mischief.hold('token')
    await popup.signIn()
    await hold.arrived
    await popup.page.close()
    await scene.driver.killWorker()
    hold.release()
    await expectWayOn(await openPopup(scene.driver, page))
  })

  test('after a sign-in: nothing of it is lost', async () => {
    const popup = await popupOfAnn()
    await popup.signIn()
    const names = (await popup.claims()).map(({ name }) => name)
    await popup.page.close()
    await scene.driver.killWorker()
    const later = await openPopup(scene.driver, page)
    expect((await later.claims()).map(({ name }) => name)).toEqual(names)
    expect(await later.person()).toContain('Ann Archer')
    await later.page.close()
  })

  test('before a visit: the redirect happens without it, anchor included', async () => {
    await scene.driver.killWorker()
    scene.forget()
    await visit(page, wanted)
    await anchorIsKept(scene.driver, page)
    await signInAtCognito(page)
    await landsOn(page, wanted, 'ann')
    expect(scene.asked().filter((path) => path.includes('/login.action'))).toEqual([])
  })

  test('while a person types at Cognito: they land on the very page and anchor', async () => {
    await visit(page, wanted)
    await anchorIsKept(scene.driver, page) // a background at work is not put to sleep
    await scene.driver.killWorker()
    await signInAtCognito(page)
    await landsOn(page, wanted, 'ann')
  })
})

describe('an update comes in mid-login', () => {
  const folder = temporaryFolder('newer')
  afterAll(() => folder.remove())
  /** What runs, as the next version. */
  const newer = (version: string) => {
    const extension = `dist/demo-${browserKind}`
    const path = join(folder.path, version)
    cpSync(extension, path, { recursive: true })
    const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as object
    writeFileSync(join(path, 'manifest.json'), JSON.stringify({ ...manifest, version }))
    return path
  }
  const expectVersion = async (version: string) =>
    expect(await scene.driver.inExtension((browser) => browser.runtime.getManifest().version)).toBe(version)
  /** Who is signed in is shown before all that was noted on the way has gone. */
  const expectNothingHalfWritten = () =>
    until('nothing half-written', async () => {
      const [session, local] = [await scene.driver.storageGet('session'), await scene.driver.storageGet('local')]
      return !('underway' in local) && !Object.keys(session).some((key) => key.startsWith('oidc.'))
    })

  test('while Latchkey waits for the token: it says so, and trying again signs in without a password', async () => {
    const popup = await popupOfAnn()
    const hold = scene.cognito.mischief.hold('token')
    await popup.signIn()
    await hold.arrived
    await scene.driver.update(newer('0.1.1'))
    hold.release()
    const later = await openPopup(scene.driver, page)
    await expectVersion('0.1.1')
    await expectWayOn(later)
    await expectNothingHalfWritten()
  })

  test('while the sign-in window is open: it says so, and another window signs in', async () => {
    await visit(page, wanted)
    const popup = await openPopup(scene.driver, page)
    await popup.signIn()
    const window = await scene.driver.authWindow()
    await scene.driver.update(newer('0.1.2'))
    const later = await openPopup(scene.driver, page)
    await expectVersion('0.1.2')
    expect(await later.problem()).toContain(interrupted)
    await close(window)
    await later.tryAgain()
    await signInAtCognito(await scene.driver.authWindow())
    expect(await later.person()).toContain('Ann Archer')
    await later.page.close()
    await expectNothingHalfWritten()
  })

  test('while the sign-in page stands in a tab: that ends on our page, which says so, and trying again signs in', async () => {
    await visit(page, wanted)
    const popup = await openPopup(scene.driver, page)
    await popup.signIn()
    await close(await scene.driver.authWindow())
    await popup.press('Sign in in a tab')
    const tab = await scene.driver.authWindow()
    await until('the popup to wait for it', () => has(popup.page, '.running .actions'))
    await scene.driver.update(newer('0.1.4'))
    await scene.catchUp() // nobody types as fast as an update comes into force; the driver may
    await signInAtCognito(tab)
    await until('our page in its place', () =>
      scene.driver.inExtension(async (browser) =>
        (await browser.tabs.query({})).some(({ id, url = '' }) => url.endsWith(`/popup/index.html?tab=${id}`)),
      ),
    )
    await expectWayOn(await openPopup(scene.driver, page))
    await close(tab)
  })

  // The anchor goes with what the browser keeps in memory: no server has ever seen it.
  test('while a person types at Cognito: they land on the page that they asked for', async () => {
    const plain = `${site}display/DS/Page`
    await visit(page, plain)
    await scene.driver.update(newer('0.1.3'))
    await signInAtCognito(page)
    await landsOn(page, plain, 'ann')
    await expectVersion('0.1.3')
  })
})
