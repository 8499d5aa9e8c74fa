import fc from 'fast-check'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Rule } from '../../src/login-page/rule'
import { loginAddresses, plainLoginAddresses } from '../login-page/addresses'
import { outcome, strongest } from '../login-page/matcher'
import { redirectPayloads } from '../login-page/payloads'
import { until } from './driver/until'
import { domain, landsOn, openScene, type Scene, signInAtCognito, site, stranger, visit, whereIs } from './scene'

let scene: Scene
let page: Page
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(async () => {
  scene.confluence.endSessions()
  scene.cognito.expireSessions()
  await scene.driver.storageSet('local', { standBacks: {} })
  page = await scene.driver.page()
})
afterEach(() => page.close())

/** The wiki's own login page, whichever of its shapes, after its scripts have run. */
const untilForm = (page: Page) =>
  until(
    'the login page',
    async () =>
      new URL(await whereIs(page)).pathname.endsWith('/login.action') &&
      (await page.$('input[type="password"], #authentication-gateway')) !== null,
  )
const untilAtCognito = () => until('Cognito', async () => new URL(page.url()).host === domain)
const loginPages = () => scene.asked().filter((path) => path.includes('/login.action'))
const offered = () =>
  until('the button', async () =>
    page.$eval('#latchkey-offer a', (link) => ({ text: link.textContent, href: (link as HTMLAnchorElement).href })),
  )

describe.each([
  { form: 'legacy', ssoApp: 'miniorange' },
  { form: 'two-step', ssoApp: 'miniorange' },
  { form: 'legacy', ssoApp: 'atlassian' },
  { form: 'two-step', ssoApp: 'atlassian' },
] as const)('a wiki with the $form form and $ssoApp', (shape) => {
  beforeAll(() => void Object.assign(scene.confluence.settings, shape))

  test('is redirected to SSO before its login page is requested, and leads to the very page and anchor', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    scene.forget()
    const wanted = `${site}display/DS/Caf%C3%A9+%E6%97%A5%E6%9C%AC?a=1%2B1&b=x+y#Timeline`
    await visit(page, wanted)
    await signInAtCognito(page)
    await landsOn(page, wanted, 'ann')
    expect(loginPages()).toEqual([])
  })

  test('offers a button that says what the SSO app says, and that leads to the very page and anchor', async () => {
    await scene.configure({ onLoginPage: 'offer' })
    const wanted = `${site}display/DS/Page?a=1%2B1#Timeline`
    await visit(page, wanted)
    const link = await until(
      'a way in',
      async () => (await page.$('#latchkey-offer a, #use_idp_button_js, a[href*="/plugins/servlet/external-login"]')) ?? undefined,
    )
    await link.evaluate((element) => (element as HTMLElement).click())
    await signInAtCognito(page)
    await landsOn(page, wanted, 'ann')
  })

  test('is left alone where the site is told to stay', async () => {
    await scene.configure({ onLoginPage: 'stay' })
    await visit(page, `${site}display/DS/Page`)
    await untilForm(page)
    expect(await page.$('#latchkey-offer')).toBeNull()
    expect(new URL(page.url()).pathname).toBe('/confluence/login.action')
  })

  test('opens its plain form by the emergency way in', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    for (const parameter of ['oauth_sso=false', 'auth_fallback', 'nosso']) {
      await visit(page, `${site}login.action?os_destination=%2Fdisplay%2FDS%2FPage&${parameter}`)
      await untilForm(page)
      expect(page.url()).toContain(`login.action?os_destination=%2Fdisplay%2FDS%2FPage&${parameter}`)
    }
  })

  test('signs nobody straight back in after a logout, but offers to', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    await visit(page, `${site}display/DS/Page`)
    await signInAtCognito(page)
    await landsOn(page, `${site}display/DS/Page`, 'ann')
    await visit(page, `${site}logout.action`)
    expect(page.url(), 'signed out, and not back in').toMatch(/login\.action|sso-logout/)
    await until('the hold-off', () =>
      scene.driver.inExtension(async (browser) =>
        (await browser.declarativeNetRequest.getSessionRules()).some(
          ({ action, condition }) => action.type === 'allow' && !condition.tabIds,
        ),
      ),
    )
    await visit(page, `${site}display/DS/Page`)
    await untilForm(page)
    await until('a way in', async () => (await page.$('#latchkey-offer a, #use_idp_button_js, #authentication-gateway a')) !== null)
  })
})

describe('whatever the wiki looks like', () => {
  beforeAll(() => void Object.assign(scene.confluence.settings, { form: 'legacy', ssoApp: 'miniorange' }))

  test('a silent sign-in keeps the anchor as well', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    await visit(page, `${site}display/DS/Page`)
    await signInAtCognito(page)
    await landsOn(page, `${site}display/DS/Page`, 'ann')
    scene.confluence.endSessions()
    await scene.later()
    scene.forget()
    await visit(page, `${site}display/DS/Other?x=%2B#People`)
    await landsOn(page, `${site}display/DS/Other?x=%2B#People`, 'ann')
    expect(loginPages()).toEqual([])
  })

  test('somebody who is signed in and may not see a page is told that, and not sent round', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    await visit(page, `${site}display/DS/Page`)
    await signInAtCognito(page, 'eve')
    await landsOn(page, `${site}display/DS/Page`, 'eve')
    scene.forget()
    await visit(page, `${site}display/SECRET/Page`)
    await until('the words', () => page.$eval('#latchkey-offer p', (words) => words.textContent.includes('may not see this page')))
    expect(new URL(await whereIs(page)).pathname).toBe('/confluence/login.action')
    expect(scene.asked().filter((path) => path.includes('oauth/auth')).length).toBeLessThanOrEqual(1)
  })

  test('a countdown runs, and a person can stop it', async () => {
    await scene.configure({ onLoginPage: 'redirect', delaySeconds: 30 })
    await visit(page, `${site}display/DS/Page`)
    await until('the countdown', async () => (await page.$('#latchkey-countdown progress')) !== null)
    await page.keyboard.press('Escape')
    await until('the end of the countdown', async () => (await page.$('#latchkey-countdown progress')) === null)
    expect(new URL(page.url()).pathname).toBe('/confluence/login.action')
  })

  test('a countdown that nobody stops leads to SSO', async () => {
    await scene.configure({ onLoginPage: 'redirect', delaySeconds: 1 })
    await visit(page, `${site}display/DS/Page`)
    await signInAtCognito(page)
    await landsOn(page, `${site}display/DS/Page`, 'ann')
  })

  test('the button carries the site’s own text where it has one', async () => {
    scene.confluence.settings.form = 'two-step'
    await scene.configure({ onLoginPage: 'offer', buttonText: 'Zur Anmeldung bei Acme' })
    await visit(page, `${site}display/DS/Page`)
    expect((await offered()).text).toBe('Zur Anmeldung bei Acme')
    scene.confluence.settings.form = 'legacy'
  })

  test('a site that is taken out of the settings is nobody’s business any more', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    await scene.driver.storageSet('local', { settings: { version: 1, sites: [] } })
    await until('the rules to go', () =>
      scene.driver.inExtension(async (browser) => (await browser.declarativeNetRequest.getDynamicRules()).length === 0),
    )
    await visit(page, `${site}display/DS/Page`)
    expect(new URL(page.url()).pathname).toBe('/confluence/login.action')
  })
})

describe('the rules', () => {
  const login = `${site}login.action`
  const addresses = () => [
    ...new Set(
      [
        ...fc.sample(loginAddresses(login), 2500),
        ...fc.sample(plainLoginAddresses(login), 1000),
        ...redirectPayloads
          .flatMap((payload) => [payload, encodeURIComponent(payload)])
          .map((payload) => `${login}?os_destination=${payload}`),
      ].map((address) => new URL(address).href),
    ),
  ]
  const dynamicRules = () => scene.driver.inExtension((browser) => browser.declarativeNetRequest.getDynamicRules())

  test.each([{}, { relayState: '/dashboard.action' }])(
    'are to the browser’s own matcher what they are to ours, for thousands of addresses: %o',
    async (values) => {
      await scene.configure({ onLoginPage: 'redirect', ...values })
      const rules = (await dynamicRules()) as unknown as Rule[]
      const asked = addresses()
      const followed = await scene.driver.rulesAt(asked)
      const misjudged = asked.flatMap((address, index) => {
        const ours = strongest(rules, address).map(({ id }) => id)
        const theirs = followed[index] ?? undefined
        return (theirs === undefined ? ours.length === 0 : ours.includes(theirs)) ? [] : [{ address, ours, theirs }]
      })
      expect(misjudged).toEqual([])
      expect(followed.filter((id) => id !== null).length).toBeGreaterThan(1000)
    },
  )

  test('lead where they say that they lead', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    const rules = (await dynamicRules()) as unknown as Rule[]
    const [addressed = []] = fc.sample(fc.array(plainLoginAddresses(login), { minLength: 8, maxLength: 8 }), 1)
    for (const address of addressed) {
      // A tab that was sent to SSO a moment ago would be left alone.
      await page.close()
      page = await scene.driver.page()
      scene.forget()
      await visit(page, address)
      await untilAtCognito()
      const { pathname, search } = new URL(outcome(rules, new URL(address).href) ?? '')
      expect(scene.asked()[0], address).toBe(`GET ${pathname}${search}`)
    }
  })

  test('of a site with a path too long for an expression leave its login page to the script, and other sites’ rules stand', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    const long = `https://wiki.acme.example/${'a-very-long-path-'.repeat(12)}/`
    await scene.driver.inExtension(async (browser, baseUrl) => {
      const { settings } = (await browser.storage.local.get('settings')) as { settings: { sites: object[] } }
      const site = { baseUrl, ssoApp: 'miniorange', onLoginPage: 'redirect' }
      await browser.storage.local.set({ settings: { ...settings, sites: [...settings.sites, site] } })
    }, long)
    const doors = await until('both doors', async () => {
      const { doors } = (await scene.driver.storageGet('local')) as { doors: { baseUrl: string; ruled: boolean }[] }
      return doors.length === 2 && doors
    })
    const isHeld = scene.driver.kind === 'firefox' // it has no such limit
    expect(doors.map(({ ruled }) => ruled)).toEqual([true, isHeld])
    scene.forget()
    await visit(page, `${site}display/DS/Page`)
    await untilAtCognito()
    expect(loginPages()).toEqual([])
  })
})

test('on a wiki that nobody configured there is nothing of Latchkey: no redirect, no script, no entry', async () => {
  await scene.configure({ onLoginPage: 'redirect' })
  await visit(page, `${stranger}display/DS/Page#Timeline`)
  await untilForm(page)
  expect(page.url()).toContain('login.action')
  expect(await page.$('#latchkey-offer')).toBeNull()
  const { journal, keeping } = (await scene.driver.storageGet('session')) as {
    journal?: { address: string }[]
    keeping?: { anchors: { page: string }[] }
  }
  expect((journal ?? []).filter(({ address }) => address.startsWith(stranger))).toEqual([])
  expect((keeping?.anchors ?? []).filter(({ page }) => page.startsWith(stranger))).toEqual([])
  const scripts = await scene.driver.inExtension((browser) => browser.scripting.getRegisteredContentScripts())
  expect(scripts.flatMap(({ matches }) => matches ?? []).filter((match) => !match.startsWith(site))).toEqual([])
})
