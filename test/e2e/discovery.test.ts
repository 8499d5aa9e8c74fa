import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Discovery } from '../../src/setup/discovery'
import type { OddAnswer } from '../stand-ins/confluence/odd-answers'
import { type ConfluenceSettings, settingsOf } from '../stand-ins/confluence/settings'
import { has } from './driver/has'
import { type OptionsPage, openOptions } from './driver/options-page'
import { openPopup } from './driver/popup'
import { storedDoors } from './driver/stored-doors'
import { until } from './driver/until'
import { landsOn, openScene, type Scene, signInAtCognito, site, visit, whereIs } from './scene'

let scene: Scene
let options: OptionsPage
let page: Page
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(async () => {
  await scene.signEverybodyOut()
  await scene.driver.storageSet('local', { settings: { version: 1 }, standBacks: {} })
  await until('the last site to be forgotten', async () => (await storedDoors(scene.driver))?.length === 0)
  await scene.driver.storageSet('local', { discovered: {} })
  page = await scene.driver.page()
  options = await openOptions(scene.driver)
})
afterEach(() => Promise.all([page.close(), options.page.close()]))

type Wiki = Partial<Omit<ConfluenceSettings, 'miniorange' | 'atlassian'>> & {
  miniorange?: Partial<ConfluenceSettings['miniorange']>
  atlassian?: Partial<ConfluenceSettings['atlassian']>
}

/** A wiki as given and otherwise as it is when fresh is added by its address alone; resolves once it was asked. */
async function added(wiki: Wiki): Promise<void> {
  Object.assign(scene.confluence.settings, settingsOf({ ...wiki, fetch: scene.world.fetch }))
  await options.page.bringToFront()
  await options.enter('Address of your Confluence', new URL(site).host + new URL(site).pathname)
  await options.press('Add site')
  await until('the site to be asked', async () => (await discovery()).asked)
}

const discovery = async (): Promise<Partial<Discovery>> =>
  ((await scene.driver.storageGet('local'))['discovered'] as Record<string, Discovery> | undefined)?.[site] ?? {}
const isKnown = (from: string) => until(`what ${from} tells`, async () => (await discovery()).from === from)
/** The doors follow what was discovered. */
const door = () => until('the door', async () => (await storedDoors(scene.driver))?.[0])

/** Asks the site again, once the last asking is over: until then nobody can, although its answer may be read by then. */
async function askAgain(): Promise<void> {
  await until('the last asking to be over', async () => !(await has(options.page, '.ask-again progress')))
  await options.press('Ask again', 'wiki.acme.example')
}

/** One click in the toolbar, from a page of the site, leads back to that page, signed in. */
async function oneClick(): Promise<void> {
  const wanted = `${site}display/PUB/Welcome`
  await visit(page, wanted)
  const popup = await openPopup(scene.driver, page)
  await popup.logIn()
  await page.bringToFront()
  await signInAtCognito(page)
  await landsOn(page, wanted, 'ann')
  await popup.page.close()
}

const [loginOptions, getConfig] = ['rest/authconfig/1.0/login-options', 'plugins/servlet/oauth/getconfig']
const idps = [
  { id: 1, buttonText: 'Log in as staff' },
  { id: 2, buttonText: 'Log in as a partner' },
]

describe('a site that is added by its address alone', () => {
  test.each<[string, Wiki, string]>([
    ['miniOrange', { ssoApp: 'miniorange' }, getConfig],
    ['Atlassian’s built-in SSO, older', { ssoApp: 'atlassian', atlassian: { keySpelling: 'older' } }, loginOptions],
    ['Atlassian’s built-in SSO, newer', { ssoApp: 'atlassian', atlassian: { keySpelling: 'newer', showLoginForm: false } }, loginOptions],
  ])('tells that it has %s, and one click signs in', async (_, wiki, from) => {
    await added(wiki)
    await isKnown(from)
    await options.says(`This Confluence said so itself: ${from}`)
    await oneClick()
  })

  test.each<[string, Wiki]>([
    ['re:solution SSO', { ssoApp: 'resolution' }],
    ['Kantega SSO', { ssoApp: 'kantega' }],
  ])('is seen to have %s on its login page, and one click signs in', async (name, wiki) => {
    await added(wiki)
    await options.says('could not be found out')
    await visit(page, `${site}login.action`)
    await isKnown('login-page')
    await options.page.bringToFront()
    await options.says(name)
    await options.says('Seen on its login page.')
    await oneClick()
  })

  test('that answers its own pages alone is asked from its login page', async () => {
    await added({ ssoApp: 'miniorange', miniorange: { restrictApis: true, loginButtonText: 'Acme single sign-on', backdoorKey: 'plain' } })
    await options.says('Refused (403).')
    await visit(page, `${site}login.action`)
    await isKnown(getConfig)
    await options.page.bringToFront()
    await options.says(`asked from its login page: ${getConfig}`)
    await options.says('Acme single sign-on')
    await until(
      'the door',
      async () => (await door())['buttonText'] === 'Acme single sign-on' && (await door())['backdoor'] === 'plain=false',
    )
    await oneClick()
  })

  test('that answers its own pages alone is asked at once where one of its login pages is open', async () => {
    await visit(page, `${site}login.action`)
    await added({ ssoApp: 'miniorange', miniorange: { restrictApis: true } })
    await isKnown(getConfig)
  })
})

describe('a site with several identity providers', () => {
  beforeEach(() => added({ ssoApp: 'atlassian', atlassian: { idps, showLoginForm: true } }))

  test('sends nobody to any of them unasked, and says so', async () => {
    await options.choose('On the login page', 'Go to sign-in at once', 'wiki.acme.example')
    await until('the choice', async () => (await door())['onLoginPage'] === 'redirect')
    await visit(page, `${site}display/DS/Page`)
    await until('the providers', () => has(page, '#authentication-gateway'))
    const popup = await openPopup(scene.driver, page)
    // Until the page has answered, something else may stand there.
    await until('what was decided', async () => (await popup.decision()).includes('several identity providers'))
    expect(await popup.pageCard()).toContain('Choose on its login page')
    expect(new URL(await whereIs(page)).pathname).toBe('/confluence/login.action')
    await popup.page.close()
  })

  test('leads to the one that a person chooses in the options', async () => {
    await options.says('It offers several identity providers.')
    const choose = await until('the second provider', () => options.page.$('[aria-label="Choose Log in as a partner"]'))
    await choose?.click()
    await until('the choice', async () => String((await door())['start']).includes('external-login/2?'))
    scene.forget()
    await oneClick()
    expect(scene.asked().some((path) => path.includes('external-login/2?'))).toBe(true)
    await options.page.bringToFront()
    await options.press('Let people choose')
    await until('no choice', async () => (await door())['severalProviders'] === true)
  })
})

describe('a site whose SSO app nobody knows', () => {
  test('says what was asked and what to do, and its own start address leads in', async () => {
    await added({ ssoApp: 'in-house' })
    await options.says('Which SSO app this Confluence has could not be found out.')
    await options.says('There is no such page (404).')
    await options.says('choose “Another”')
    await options.choose('SSO app', 'Another', 'wiki.acme.example')
    await options.enter('Start address', `${site}plugins/servlet/acme-gate?to={destination}`, 'wiki.acme.example')
    await until('the start', async () => (await door())['start'] === '/confluence/plugins/servlet/acme-gate?to={destination}')
    await oneClick()
  })

  test('takes no harm from oddities in the place of an answer, says what came, and its emergency way in works', async () => {
    const oddities: readonly [OddAnswer, string][] = [
      ['page', 'Answered with a web page in place of data'],
      ['nothing', 'Answered with nothing'],
      ['endless', 'more than 1 MiB'],
      ['silence', 'No whole answer within ten seconds'],
      ['redirect', 'Sent elsewhere by a redirect'],
      ['unavailable', 'HTTP status 503'],
    ]
    await added({ ssoApp: 'none' })
    for (const [oddAnswer, words] of oddities) {
      scene.confluence.settings.oddAnswer = oddAnswer
      await askAgain()
      await options.says(words)
      expect(await discovery(), oddAnswer).not.toHaveProperty('known')
    }
    await visit(page, `${site}display/PUB/Welcome`)
    const popup = await openPopup(scene.driver, page)
    await visit(page, await popup.emergency())
    expect(await page.$('#os_password')).not.toBeNull()
    await popup.page.close()
  })

  test('cannot lead astray', async () => {
    await added({ ssoApp: 'none', oddAnswer: 'mischief' })
    await isKnown(loginOptions)
    await until('the door to follow', async () => (await door())['ssoApp'] === 'atlassian')
    expect(await door()).not.toHaveProperty('start')
    expect(JSON.stringify(await discovery())).not.toMatch(/evil|javascript|x{100}/)
  })

  test('is asked again when a person wants that', async () => {
    await added({ ssoApp: 'miniorange', oddAnswer: 'unavailable' })
    await options.says('HTTP status 503')
    scene.confluence.settings.oddAnswer = undefined
    await askAgain()
    await options.says(`This Confluence said so itself: ${getConfig}`)
    await until('the time', () =>
      options.page.$eval('.ask-again [role="status"]', (status) => /^Asked today at \d\d:\d\d\.$/.test(status.textContent)),
    )
  })
})

test('an emergency way in that is switched off on the server is called that, with the way to mend it', async () => {
  await added({ ssoApp: 'miniorange', miniorange: { backdoorEnabled: false, disableDefaultLogin: true } })
  await options.says('The server has switched its emergency way in off')
  await until('the door to follow', async () => (await door())['ssoApp'] === 'miniorange')
  await visit(page, `${site}display/PUB/Welcome`)
  const popup = await openPopup(scene.driver, page)
  await until('the rescue', async () => (await popup.pageCard()).includes('The server has switched its emergency way in off'))
  expect(await popup.pageCard()).toContain(`curl -u ADMIN -X POST '${site}plugins/servlet/oauth/enablebackdoorurl'`)
  await popup.page.close()
})
