import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type OptionsPage, openOptions } from './driver/options-page'
import { until } from './driver/until'
import { domain, landsOn, openScene, type Scene, signInAtCognito, site, visit } from './scene'

let scene: Scene
let options: OptionsPage
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
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
      'This is no user pool id, such as eu-west-1_AbCdEf123.',
    )
    expect((await stored()).providers?.[0]).not.toHaveProperty('userPoolId')
    await input.type('_AbCdEf123')
    await until('no complaint', async () => (await options.complaint('User pool id', 'acme')) === '')
  })

  test('needs to know this browser’s callback URL, which is there to copy', async () => {
    await options.says(await scene.driver.inExtension((browser) => browser.identity.getRedirectURL()))
  })
})
