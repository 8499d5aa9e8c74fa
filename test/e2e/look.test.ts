import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { has } from './driver/has'
import { until } from './driver/until'
import { openScene, type Scene, site, visit, whereIs } from './scene'

let scene: Scene
let page: Page
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(async () => {
  // No SSO app shows itself here, so that the button is ours.
  Object.assign(scene.confluence.settings, { form: 'legacy', ssoApp: 'none', stylesheet: '', atBodyStart: '' })
  await scene.signEverybodyOut()
  page = await scene.driver.page()
})
afterEach(() => page.close())

const configure = (values: object = {}) =>
  scene.configure({ ssoApp: 'custom', startUrl: 'plugins/servlet/oauth/auth?return_to={destination}', ...values })
const loginPage = `${site}login.action?os_destination=%2Fdisplay%2FDS%2FPage`
const button = () => until('the button', async () => (await page.$('#latchkey-offer a:not([hidden])')) ?? undefined)
const said = () => until('what is said', () => page.$eval('#latchkey-offer p', (words) => words.textContent))
const counting = () => until('the countdown', async () => (await page.$('#latchkey-countdown progress')) ?? undefined)
const isCounting = () => has(page, '#latchkey-countdown')
const picture = (name: string, width?: number) =>
  scene.driver.screenshot(page, `demo-out/look/${scene.driver.kind}-${name}.png`, { only: 'what is in view', ...(width && { width }) })

const dark =
  'body { background: #101214; color: #c7d1db } #main { background: #1d2125; border-color: #3b4148 } input[type=text], input[type=password] { background: #22272b; color: #c7d1db } .aui-button-primary { background: #579dff; border-color: #579dff; color: #1d2125 } label { color: #9fadbc }'
const byId =
  '.aui-button { all: unset } #loginButton, #login-button { background: rgb(200, 30, 60); color: white; border: 2px dashed black; border-radius: 18px; padding: 10px 30px; font: italic 18px serif }'
const wide = '#loginButton, #login-button { width: 100%; margin: 0 }'
const themes = { plain: '', dark, 'styled by ids': byId, wide }

describe('the button', () => {
  test.each(
    Object.entries(themes).flatMap(([theme, stylesheet]) => (['legacy', 'two-step'] as const).map((form) => ({ theme, form, stylesheet }))),
  )('looks like the $form form’s own in a theme that is $theme, and fits a phone', async ({ theme, form, stylesheet }) => {
    Object.assign(scene.confluence.settings, { form, stylesheet })
    await configure({ buttonText: 'Mit dem Firmenkonto der Acme Aktiengesellschaft anmelden' })
    await visit(page, loginPage)
    await button()
    const [ours, theirs] = await page.$$eval('#latchkey-offer a, #loginButton, #login-button', (found) =>
      found.map((element) => {
        const { color, backgroundColor, borderTopColor, borderTopLeftRadius, fontFamily, fontSize, fontStyle, paddingLeft } =
          getComputedStyle(element)
        return { color, backgroundColor, borderTopColor, borderTopLeftRadius, fontFamily, fontSize, fontStyle, paddingLeft }
      }),
    )
    expect(ours).toEqual(theirs)
    await picture(`${form}-${theme}`)
    await picture(`${form}-${theme}-narrow`, 320)
    const widths = await page.$$eval('#latchkey-offer a, #loginButton, #login-button', (found) =>
      found.map((element) => element.getBoundingClientRect().width),
    )
    if (theme === 'wide') expect(Math.abs((widths[0] ?? 0) - (widths[1] ?? 0))).toBeLessThan(2)
    expect(await page.$eval('#latchkey-offer a', (link) => link.scrollWidth <= link.clientWidth)).toBe(true)
  })

  test('can be reached and pressed by the keyboard, before the form’s own', async () => {
    await configure()
    await visit(page, loginPage)
    const link = await button()
    await page.focus('#os_cookie')
    await page.keyboard.press('Tab')
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await until('the way to SSO', async () =>
      (await whereIs(page)).includes('/plugins/servlet/oauth/auth?return_to=%2Fdisplay%2FDS%2FPage'),
    )
  })

  test('comes back with a form that is drawn again, and is there once', async () => {
    await configure()
    await visit(page, loginPage)
    await button()
    await page.$eval('form[name="loginform"]', (form) => {
      const again = form.cloneNode(true) as HTMLElement
      again.querySelector('#latchkey-offer')?.remove()
      form.replaceWith(again)
    })
    await button()
    expect((await page.$$('#latchkey-offer')).length).toBe(1)
  })

  test('is not kept away by something that looks like it, and goes once the SSO app shows its own', async () => {
    await configure()
    await page.evaluateOnNewDocument(() => {
      addEventListener('DOMContentLoaded', () => {
        document.body.append(Object.assign(document.createElement('div'), { id: 'latchkey-offer' }))
      })
    })
    await visit(page, loginPage)
    await until('the button', () => has(page, 'form #latchkey-offer a'))
    await page.$eval('form[name="loginform"]', (form) => {
      const link = Object.assign(document.createElement('a'), {
        id: 'use_idp_button_js',
        href: '/confluence/plugins/servlet/oauth/auth?return_to=x',
      })
      form.append(link)
    })
    await until('no second button', async () => !(await has(page, 'form #latchkey-offer')))
  })
})

describe('what is said beside it', () => {
  test.each([
    ['login.action?logout=true', 'You are logged out of Acme wiki.', 'Sign in again'],
    ['login.action?os_destination=%2Fx#latchkey:', 'Sign-in to Acme wiki was tried a moment ago and led back to this page', 'Try again'],
    ['login.action?oautherror=1', 'Single sign-on to Acme wiki failed.', 'Try again'],
    ['login.action?os_destination=https%3A%2F%2Fevil.example%2F', 'leads away from Acme wiki', 'Log in with SSO'],
  ])('%s: %s', async (path, words, label) => {
    await configure({ onLoginPage: 'redirect', buttonText: 'Log in with SSO' })
    await visit(page, `${site}${path}`)
    expect(await said()).toContain(words)
    expect(await (await button()).evaluate((link) => link.textContent)).toBe(label)
    await picture(`said-${label.toLowerCase().replaceAll(' ', '-')}-${words.length}`)
  })
})

describe('a page that has been tampered with', () => {
  const names = [
    'readyState',
    'referrer',
    'activeElement',
    'hidden',
    'querySelector',
    'querySelectorAll',
    'createElement',
    'body',
    'location',
    'length',
  ]
  const clobbered = names.map((name) => `<form name="${name}"><input name="length"><input name="${name}"></form>`).join('')

  test('by elements that stand in the place of the document’s members still gets its button, and its countdown still ends', async () => {
    scene.confluence.settings.atBodyStart = clobbered
    await configure()
    await visit(page, loginPage)
    await button()
    await configure({ onLoginPage: 'redirect', delaySeconds: 1 })
    await visit(page, loginPage)
    await until('the way to SSO', async () => (await whereIs(page)).includes('/plugins/servlet/oauth/auth?return_to='))
  })

  test('by being written anew gets its button again', async () => {
    await configure()
    await visit(page, loginPage)
    await button()
    await page.evaluate(() => {
      document.querySelector('#latchkey-offer')?.remove()
      const html = document.documentElement.outerHTML
      document.open()
      document.write(html)
      document.close()
    })
    await button()
    expect((await page.$$('#latchkey-offer')).length).toBe(1)
  })
})

describe('the administrator’s second password question', () => {
  test.each(['sso', 'form'])('is answered by SSO where the site wants that, and left alone otherwise: %s', async (adminLogin) => {
    await configure({ onLoginPage: 'stay' })
    await visit(page, loginPage)
    await page.type('#os_username', 'admin')
    await page.type('#os_password', 'admin')
    await page.keyboard.press('Enter')
    await until('somebody signed in', () => has(page, '#logout-link'))
    await configure({ onLoginPage: 'redirect', adminLogin })
    await visit(page, `${site}admin/viewgeneralconfig.action`)
    await until('the question', () => has(page, '#authenticateButton'))
    if (adminLogin === 'sso')
      expect(await (await button()).evaluate((link) => (link as HTMLAnchorElement).href)).toContain(
        'oauth/auth?return_to=%2Fadmin%2Fviewgeneralconfig.action',
      )
    else expect(await isJudged()).toBe(true)
    expect((await page.$$('#latchkey-offer')).length).toBe(adminLogin === 'sso' ? 1 : 0)
  })

  /** The script has come to its decision. */
  const isJudged = async () => {
    const tabId = await scene.driver.tabIdOf(page)
    return until('the decision', () =>
      scene.driver.inExtension(async (browser, id) => (await browser.action.getTitle({ tabId: id })).includes(': '), tabId),
    )
  }
})

test('what runs in a login page is no more than 4 kB to download', () => {
  const script = readFileSync(new URL(`../../dist/demo-${scene.driver.kind}/src/content.iife.js`, import.meta.url))
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(4096)
})

describe('the countdown', () => {
  const start = async (values: object = {}) => {
    await configure({ onLoginPage: 'redirect', delaySeconds: 30, ...values })
    await visit(page, loginPage)
    await counting()
  }

  test.each(['Escape', 'Cancel', 'typing'])('is stopped by %s, and leaves a button', async (how) => {
    await start()
    await picture('countdown')
    await picture('countdown-narrow', 320)
    if (how === 'Escape') await page.keyboard.press('Escape')
    else if (how === 'Cancel') await page.click('#latchkey-countdown button')
    else await page.type('#os_username', 'a')
    await button()
    expect(await isCounting()).toBe(false)
    expect(await whereIs(page)).toBe(loginPage)
  })

  test('is not stopped by a page or a password manager that makes up events', async () => {
    await start()
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#latchkey-countdown button')?.click()
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
      const field = document.querySelector<HTMLInputElement>('#os_username')
      if (field) field.value = 'ann'
      field?.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    expect(await isCounting()).toBe(true)
  })

  test.each(['Escape', 'Cancel'])('can still be stopped by %s on a page that is written anew', async (how) => {
    await start()
    await page.evaluate(() => {
      const html = document.documentElement.outerHTML
      document.open()
      document.write(html)
      document.close()
      for (const copy of document.querySelectorAll('#latchkey-countdown')) copy.remove()
    })
    await counting()
    if (how === 'Escape') await page.keyboard.press('Escape')
    else await page.click('#latchkey-countdown button')
    await until('the countdown to be over', async () => !(await isCounting()))
    expect(await whereIs(page)).toBe(loginPage)
  })

  test('comes back on a page that draws itself anew', async () => {
    await start()
    await page.$eval('#latchkey-countdown', (card) => card.remove())
    await counting()
  })

  test('stands still while nobody can see it', async () => {
    await start()
    const other = await scene.driver.page()
    await other.bringToFront()
    const left = () => page.$eval('#latchkey-countdown progress', (bar) => (bar as HTMLProgressElement).value)
    await until('the page to be hidden', () => page.evaluate(() => document.hidden))
    const before = await left()
    const since = performance.now()
    await until('time to pass', async () => performance.now() > since + 2500)
    expect(await left()).toBe(before)
    await other.close()
  })

  test('has no bar that moves for whoever asks for less motion', async () => {
    await start()
    const isShown = () => page.$eval('#latchkey-countdown progress', (bar) => bar.checkVisibility())
    expect(await isShown()).toBe(true)
    await scene.driver.prefer(page, 'less motion')
    await until('the bar to go', async () => !(await isShown()))
    expect(await isCounting()).toBe(true)
    await scene.driver.prefer(page, undefined)
  })

  test('tells a screen reader where it leads, once, and the time to nobody', async () => {
    await start()
    const [words, clock] = await page.$eval('#latchkey-countdown', (card) => [
      card.querySelector('[role="status"]')?.textContent,
      card.querySelector('time')?.ariaHidden,
    ])
    expect(words).toBe('Taking you to sign-in for Acme wiki.')
    expect(clock).toBe('true')
  })
})
