import fc from 'fast-check'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Rule } from '../../src/login-page/rule'
import type { Keeping } from '../../src/platform/watch/keeping'
import { loginAddresses, plainLoginAddresses } from '../login-page/addresses'
import { outcome, strongest } from '../login-page/matcher'
import { redirectPayloads } from '../login-page/payloads'
import { has } from './driver/has'
import { openPopup } from './driver/popup'
import { storedDoors } from './driver/stored-doors'
import { until } from './driver/until'
import { anchorIsKept, domain, landsOn, openScene, rulesOfTab, type Scene, signInAtCognito, site, stranger, visit, whereIs } from './scene'

let scene: Scene
let page: Page
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(async () => {
  await scene.signEverybodyOut()
  page = await scene.driver.page()
})
afterEach(() => page.close())

/** The wiki's own login page, whichever of its shapes, after its scripts have run. */
const untilForm = (page: Page) =>
  until(
    'the login page',
    async () =>
      new URL(await whereIs(page)).pathname.endsWith('/login.action') &&
      (await has(page, 'input[type="password"], #authentication-gateway')),
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
    await anchorIsKept(scene.driver, page)
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
    await anchorIsKept(scene.driver, page)
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
    expect(await offered()).toMatchObject({ text: 'Sign in again', href: expect.stringContaining('/confluence/plugins/servlet/') })
    await until('the hold-off', () =>
      scene.driver.inExtension(async (browser) =>
        (await browser.declarativeNetRequest.getSessionRules()).some(
          ({ action, condition }) => action.type === 'allow' && !condition.tabIds,
        ),
      ),
    )
    await visit(page, `${site}display/DS/Page`)
    await untilForm(page)
    await until('a way in', () => has(page, '#latchkey-offer a, #use_idp_button_js, #authentication-gateway a'))
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
    await until('the words', () => page.$eval('#latchkey-offer p', (words) => words.textContent.includes('your account may not see it')))
    expect(new URL(await whereIs(page)).pathname).toBe('/confluence/login.action')
    expect(scene.asked().filter((path) => path.includes('oauth/auth')).length).toBeLessThanOrEqual(1)
  })

  test('somebody who is signed in and comes to the login page of a page that they may see reads nothing else than how it is', async () => {
    await scene.configure({ onLoginPage: 'offer' })
    await visit(page, `${site}display/DS/Page`)
    await page.click('#use_idp_button_js')
    await signInAtCognito(page)
    await landsOn(page, `${site}display/DS/Page`, 'ann')
    await visit(page, `${site}login.action?os_destination=%2Fdisplay%2FDS%2FPage&permissionViolation=true`)
    await until('the words', () =>
      page.$eval('#latchkey-offer p', (words) => words.textContent.startsWith('You are signed in to Acme wiki. If the page')),
    )
  })

  test('a countdown runs, and a person can stop it', async () => {
    await scene.configure({ onLoginPage: 'redirect', delaySeconds: 30 })
    await visit(page, `${site}display/DS/Page`)
    await until('the countdown', () => has(page, '#latchkey-countdown progress'))
    await page.keyboard.press('Escape')
    await until('the end of the countdown', async () => !(await has(page, '#latchkey-countdown progress')))
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

  test('an administrator’s second password question is left as it is, with a way to SSO where the site wants that', async () => {
    await scene.configure({ onLoginPage: 'redirect', adminLogin: 'form' })
    const question = `${site}authenticate.action?destination=%2Fadmin%2F`
    await visit(page, `${site}display/DS/Page`)
    await signInAtCognito(page, 'admin')
    await landsOn(page, `${site}display/DS/Page`, 'admin')
    await visit(page, question)
    await until('the question', () => has(page, '#authenticateButton'))
    expect(await page.$('#latchkey-offer')).toBeNull()
    await scene.configure({ onLoginPage: 'redirect', adminLogin: 'sso', ssoApp: 'miniorange' })
    // Beside a button of the SSO app's own ours stays away.
    scene.confluence.settings.ssoApp = 'none'
    await visit(page, question)
    expect((await offered()).href).toContain('return_to=%2Fadmin%2F')
    expect(page.url()).toBe(question)
    scene.confluence.settings.ssoApp = 'miniorange'
  })

  test('the popup’s way into a listed site opens it in the tab in front, whatever that tab shows', async () => {
    await scene.configure({ onLoginPage: 'stay' })
    await visit(page, `${stranger}display/PUB/Welcome`)
    const popup = await openPopup(scene.driver, page)
    await popup.press('Log in to Acme wiki')
    await page.bringToFront()
    await signInAtCognito(page)
    await until('the site', async () => (await whereIs(page)).startsWith(site) && !page.url().includes('login.action'))
    await popup.page.close()
  })

  test('rules that were lost while the background slept are back with the next change of settings', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    await scene.driver.killWorker()
    await scene.driver.inExtension(async (browser) => {
      const { getDynamicRules, updateDynamicRules } = browser.declarativeNetRequest
      await updateDynamicRules({ removeRuleIds: (await getDynamicRules()).map(({ id }) => id) })
      const { settings } = (await browser.storage.local.get('settings')) as { settings: object }
      await browser.storage.local.set({ settings: { ...settings, appearance: { theme: 'dark' } } })
    })
    await until('the rules', () =>
      scene.driver.inExtension(async (browser) => (await browser.declarativeNetRequest.getDynamicRules()).length > 0),
    )
    scene.forget()
    await visit(page, `${site}display/DS/Page`)
    await untilAtCognito()
    expect(loginPages()).toEqual([])
  })

  test('a login page in a frame is nobody’s visit: not redirected, and given no button', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    await visit(page, `${site}display/PUB/Welcome`)
    await page.evaluate(async (url) => {
      const frame = document.createElement('iframe')
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
      frame.src = url
      document.body.append(frame)
      await loaded
    }, `${site}login.action?os_destination=%2Fdisplay%2FDS%2FPage`)
    const frame = page.frames().find((one) => one.url().includes('/login.action'))
    expect(await frame?.$('input[type="password"]'), 'the form in the frame').toBeTruthy()
    expect(await frame?.$('#latchkey-offer')).toBeNull()
    expect(await whereIs(page)).toBe(`${site}display/PUB/Welcome`)
  })

  // Firefox asks for a page anew that it must not store, and keeps others as they were; Chromium keeps both.
  test.each(['no-cache', 'no-cache, no-store, must-revalidate'])(
    'a login page, sent as %s, that a person comes back to has its one button still, and it works',
    async (cacheControl) => {
      await scene.configure({ onLoginPage: 'offer', ssoApp: 'miniorange' })
      Object.assign(scene.confluence.settings, { ssoApp: 'none', cacheControl })
      await visit(page, `${site}display/DS/Page`)
      const { href } = await offered()
      const thereAndBack = async () => {
        await page.evaluate(() => Object.assign(globalThis, { isKept: true }))
        await visit(page, `${site}display/PUB/Welcome`)
        // Of a page that comes out of its memory, Firefox does not say that it has loaded.
        await page.evaluate(() => history.back())
        await untilForm(page)
        expect((await offered()).href).toBe(href)
        expect(await page.$$('#latchkey-offer')).toHaveLength(1)
        return page.evaluate(() => 'isKept' in globalThis)
      }
      let isKept = await thereAndBack()
      // Chromium now and then lets go of a page that it could have kept.
      for (let trips = 1; cacheControl === 'no-cache' && !isKept && trips < 5; trips += 1) isKept = await thereAndBack()
      if (cacheControl === 'no-cache') expect(isKept, 'a page that was kept').toBe(true)
      Object.assign(scene.confluence.settings, { ssoApp: 'miniorange' })
      await page.click('#latchkey-offer a')
      await signInAtCognito(page)
      await landsOn(page, `${site}display/DS/Page`, 'ann')
    },
  )

  test('a login page of 20 MB gets its button like any other', async () => {
    scene.confluence.settings.ssoApp = 'none'
    scene.confluence.settings.customHtml.endOfBody = `<p>${'x'.repeat(1000)}</p>`.repeat(20_000)
    await scene.configure({ onLoginPage: 'offer', ssoApp: 'miniorange' })
    await visit(page, `${site}display/DS/Page`)
    expect((await offered()).href).toContain('return_to')
    Object.assign(scene.confluence.settings, { ssoApp: 'miniorange' })
    scene.confluence.settings.customHtml.endOfBody = ''
  })

  test('a site that is taken out of the settings is nobody’s business any more', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    await scene.driver.storageSet('local', { settings: { version: 1, sites: [] } })
    // Its rules go first, then its script, and its door last.
    await until('the door to go', async () => (await storedDoors(scene.driver))?.length === 0)
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

  test('of sites with a path too long for a shared expression redirect as well, guard their tab, and leave other sites’ rules in force', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    const long = ['knowledge-base-of-everybody', 'a-very-long-path-'.repeat(20)].map((path) => `https://wiki.acme.example/${path}/`)
    await scene.driver.inExtension(async (browser, baseUrls) => {
      const { settings } = (await browser.storage.local.get('settings')) as { settings: { sites: object[] } }
      const sites = baseUrls.map((baseUrl) => ({ baseUrl, ssoApp: 'miniorange', onLoginPage: 'redirect' }))
      await browser.storage.local.set({ settings: { ...settings, sites: [...settings.sites, ...sites] } })
    }, long)
    await until('all doors to be ruled', async () => {
      const doors = await storedDoors(scene.driver)
      return doors?.length === 3 && doors.every(({ ruled }) => ruled)
    })
    for (const baseUrl of long) {
      scene.forget()
      await visit(page, `${baseUrl}login.action?os_destination=%2Fdisplay%2FDS%2FA*B`)
      const { pathname } = new URL(baseUrl)
      expect(scene.asked()).toEqual([`GET ${pathname}plugins/servlet/oauth/auth?return_to=%2Fdisplay%2FDS%2FA*B`])
      await until('the guard of the tab', async () =>
        JSON.stringify(await rulesOfTab(scene.driver, page)).includes(`${pathname}login.action\\\\1#latchkey:`),
      )
    }
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
    keeping?: Keeping
  }
  expect((journal ?? []).filter(({ address }) => address.startsWith(stranger))).toEqual([])
  expect([...(keeping?.arrivals ?? []), ...(keeping?.guards ?? [])].filter(({ baseUrl }) => baseUrl !== site)).toEqual([])
  const scripts = await scene.driver.inExtension((browser) => browser.scripting.getRegisteredContentScripts())
  expect(scripts.flatMap(({ matches }) => matches ?? []).filter((match) => !match.startsWith(site))).toEqual([])
})
