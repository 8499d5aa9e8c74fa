import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElementHandle } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { browserKind } from './driver/browser-kind'
import { type OptionsPage, openOptions } from './driver/options-page'
import { press } from './driver/press'
import { temporaryFolder } from './driver/temporary-folder'
import { until } from './driver/until'
import { domain, landsOn, openScene, type Scene, signInAtCognito, site, visit } from './scene'

let scene: Scene
let options: OptionsPage
const downloads = temporaryFolder('downloads')
beforeAll(async () => {
  scene = await openScene({}, { downloads: downloads.path })
})
afterAll(async () => {
  await scene.close()
  downloads.remove()
})
beforeEach(async () => {
  await scene.driver.storageSet('local', { settings: { version: 1 } })
  options = await openOptions(scene.driver)
})
afterEach(() => options.page.close())

interface Stored {
  readonly sites?: Record<string, unknown>[]
  readonly providers?: Record<string, unknown>[]
}
const stored = async () => (await scene.driver.storageGet('local'))['settings'] as Stored
const untilStored = (what: string, holds: (settings: Stored) => boolean) => until(what, async () => holds(await stored()))

async function addWiki(): Promise<void> {
  await options.enter('Address of your Confluence', `${site}login.action?os_destination=%2Fx`)
  await options.press('Add site')
  await untilStored('the site', ({ sites }) => sites?.[0]?.['baseUrl'] === site)
}

describe('a site', () => {
  test('is added by the address of any of its pages, edited, and people are signed in through it', async () => {
    await addWiki()
    await options.choose('On the login page', 'Go to sign-in at once', 'wiki.acme.example')
    await options.enter('Name', 'Acme Wiki', 'wiki.acme.example')
    await untilStored('what was chosen', ({ sites }) => sites?.[0]?.['onLoginPage'] === 'redirect' && sites[0]['name'] === 'Acme Wiki')
    await until('the redirect', () =>
      scene.driver.inExtension(async (browser) => (await browser.declarativeNetRequest.getDynamicRules()).length > 0),
    )
    const page = await scene.driver.page()
    await visit(page, `${site}display/DS/Page#Timeline`)
    await signInAtCognito(page)
    await landsOn(page, `${site}display/DS/Page#Timeline`, 'ann')
    await page.close()
  })

  test('is judged as it is typed, and nothing wrong is stored', async () => {
    const input = await options.control('Address of your Confluence')
    await input.type('http://wiki.acme.example/')
    expect(await until('a complaint', () => options.complaint('Address of your Confluence'))).toBe(
      'Only https:// addresses are safe to use. (Plain http:// is for localhost.)',
    )
    await options.press('Add site')
    expect((await stored()).sites ?? []).toEqual([])
    expect(await input.evaluate(({ value }) => value), 'what was typed is still there').toBe('http://wiki.acme.example/')
  })

  test('is removed after one question, and can be brought back', async () => {
    await addWiki()
    await options.press('Remove', 'wiki.acme.example')
    await options.says('Remove wiki.acme.example and its settings?')
    await options.press('Keep', 'wiki.acme.example')
    await options.press('Remove', 'wiki.acme.example')
    await options.press('Remove', 'wiki.acme.example')
    await untilStored('no site', ({ sites }) => sites?.length === 0)
    await options.press('Undo')
    await untilStored('the site again', ({ sites }) => sites?.[0]?.['baseUrl'] === site)
  })
})

test('a change that cannot be saved is told where the person is, however far down the page', async () => {
  await scene.driver.storageSet('local', { settings: { version: 99, sites: [{ baseUrl: site }] } })
  await (await options.control('Theme')).focus()
  await options.choose('Theme', 'Dark')
  await options.says('Nothing was changed: these settings come from a newer Latchkey')
  expect(
    await options.page.$eval('main > .notice.bad', (notice) => {
      const { top, bottom } = notice.getBoundingClientRect()
      return scrollY > 0 && top >= 0 && bottom <= innerHeight
    }),
  ).toBe(true)
})

/** Leaves less room in local storage than any change needs; false where something else was stored meanwhile. */
async function fillUp({ storage: { local } }: ExtensionApi): Promise<boolean> {
  const [quota, frame] = [10 * 1024 * 1024, '"setAside":[""]'.length]
  await local.remove('setAside')
  await local.set({ setAside: ['x'.repeat(quota - frame - (await local.getBytesInUse()))] })
  return quota - (await local.getBytesInUse()) < frame
}

// Firefox's local storage is as large as the disk lets it be.
test.skipIf(browserKind === 'firefox')(
  'a limit of the browser’s is said when it is near, and a change that does not fit changes nothing',
  async () => {
    await scene.configure()
    const before = await stored()
    await options.page.close()
    await until('no room to be left', () => scene.driver.inExtension(fillUp))
    options = await openOptions(scene.driver)
    await options.says('fill 10 of the 10 MB that the browser has for them')
    await options.choose('Theme', 'Dark')
    await options.says('Latchkey’s storage is full')
    expect(await stored()).toEqual(before)
    await scene.driver.inExtension((browser) => browser.storage.local.remove('setAside'))
  },
)

test('sessions that nearly fill the browser’s room for them are told of, and how to make room', async () => {
  await options.page.close()
  await scene.driver.inExtension((browser) => browser.storage.session.set({ filler: 'x'.repeat(9 * 1024 * 1024) }))
  options = await openOptions(scene.driver)
  await options.says('fill 9 of the 10 MB that the browser has for them. Sign out of accounts')
  await scene.driver.inExtension((browser) => browser.storage.session.remove('filler'))
})

describe('a user pool', () => {
  test('is added, filled in, renamed and removed', async () => {
    await options.enter('A short name for it, or anything you have of it', 'acme')
    await options.press('Add user pool')
    await options.enter('AWS region', 'eu-west-1', 'acme')
    await options.enter('User pool id', 'eu-west-1_AbCdEf123', 'acme')
    await options.enter('Domain', domain, 'acme')
    await options.enter('Client id', 'latchkeypublicclient000001', 'acme')
    await untilStored('the pool', ({ providers }) => providers?.[0]?.['clientId'] === 'latchkeypublicclient000001')
    expect((await stored()).providers).toEqual([
      {
        id: 'acme',
        region: 'eu-west-1',
        userPoolId: 'eu-west-1_AbCdEf123',
        domain,
        clientId: 'latchkeypublicclient000001',
      },
    ])
    await options.enter('Short name', 'partners', 'acme')
    await untilStored('the new name', ({ providers }) => providers?.[0]?.['id'] === 'partners')
    await options.press('Remove', 'partners')
    await options.press('Remove', 'partners')
    await untilStored('no pool', ({ providers }) => providers?.length === 0)
  })

  test('is judged field by field as it is typed', async () => {
    await options.enter('A short name for it, or anything you have of it', 'acme')
    await options.press('Add user pool')
    const input = await options.control('User pool id', 'acme')
    await input.type('eu-west-1')
    expect(await until('a complaint', () => options.complaint('User pool id', 'acme'))).toBe(
      'This is not a user pool id, such as eu-west-1_AbCdEf123.',
    )
    expect((await stored()).providers?.[0]).not.toHaveProperty('userPoolId')
    await input.type('_AbCdEf123')
    await until('no complaint', async () => (await options.complaint('User pool id', 'acme')) === '')
  })

  test('needs to know this browser’s callback URL, which is there to copy', async () => {
    await options.says(await scene.driver.inExtension((browser) => browser.identity.getRedirectURL()))
  })
})

describe('a file', () => {
  /** What the browser has saved under this name, once it is whole: Firefox begins with an empty file and writes beside it. */
  const saved = (name: string) =>
    until(`${name} to be saved`, async () => {
      const files = readdirSync(downloads.path)
      return files.includes(name) && !files.some((file) => file.endsWith('.part')) && readFileSync(join(downloads.path, name), 'utf8')
    })

  test('of all settings lands where the browser saves files, and brings them back', async () => {
    await addWiki()
    const before = await stored()
    await options.press('Export')
    expect(JSON.parse(await saved('latchkey-settings.json'))).toEqual(before)
    await scene.driver.storageSet('local', { settings: { version: 1 } })
    await options.page.close()
    options = await openOptions(scene.driver)
    const input = await until('the file’s field', async () => (await options.page.$('input[type="file"]')) ?? undefined)
    await (input as unknown as ElementHandle<HTMLInputElement>).uploadFile(join(downloads.path, 'latchkey-settings.json'))
    await options.says('The file would change: 1')
    await options.press('Import these settings')
    await untilStored('what the file says', (settings) => JSON.stringify(settings) === JSON.stringify(before))
  })

  test('of policy is saved as the platform wants it', async () => {
    await addWiki()
    await options.page.close()
    options = await openOptions(scene.driver, '#policy')
    for (const heading of ['Make these settings into policy', 'Linux: Chrome, Edge, Chromium'])
      await press(heading, () => options.page.$(`::-p-xpath(//summary[normalize-space()="${heading}"])`))
    await options.press('Save chrome.json')
    expect(await saved('chrome.json')).toContain(site)
  })
})
