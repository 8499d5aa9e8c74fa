import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { JournalEntry } from '../../src/platform/journal-store'
import { browserKind } from './driver/browser-kind'
import { has } from './driver/has'
import { openPopup } from './driver/popup'
import { until } from './driver/until'
import { anchorIsKept, domain, isHeldOff, landsOn, openScene, rulesOfTab, type Scene, signInAtCognito, site, visit, whereIs } from './scene'

let scene: Scene
let page: Page
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())
beforeEach(async () => {
  Object.assign(scene.confluence.settings, {
    form: 'legacy',
    ssoApp: 'miniorange',
    latency: 0,
    forgetsSessions: false,
    forgetsDestinations: false,
  })
  scene.confluence.settings.miniorange.bounces = false
  await scene.signEverybodyOut()
  page = await scene.driver.page()
})
afterEach(() => page.close())

const isLoginPage = async (page: Page) => new URL(await whereIs(page)).pathname === '/confluence/login.action'
const untilLoginPage = (page: Page) =>
  until(
    'the login page',
    async () => (await isLoginPage(page)) && (await has(page, 'input[type="password"], #password-field, #username-field')),
  )
const untilAtCognito = (page: Page) => until('Cognito', async () => new URL(page.url()).host === domain)
const starts = () => scene.asked().filter((path) => path.includes('/plugins/servlet/oauth/auth')).length
const loginPages = () => scene.asked().filter((path) => path.includes('/login.action')).length

async function signIn(address = `${site}display/DS/Page`, username = 'ann'): Promise<void> {
  await visit(page, address)
  if (address.includes('#')) await anchorIsKept(scene.driver, page)
  await signInAtCognito(page, username)
  await landsOn(page, address, username)
}
/** The latest page in the journal. */
async function latest(): Promise<JournalEntry | undefined> {
  const { journal } = (await scene.driver.storageGet('session')) as { journal?: readonly JournalEntry[] }
  return journal?.[0]
}

describe('the page that was asked for', () => {
  test('is where each of two tabs ends that log in at once, though the SSO app remembers one page for both', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    const other = await scene.driver.page()
    await visit(page, `${site}display/DS/One?a=1%2B1#Timeline`)
    await untilAtCognito(page)
    await anchorIsKept(scene.driver, page)
    await visit(other, `${site}display/DS/Two#People`)
    await untilAtCognito(other)
    await anchorIsKept(scene.driver, other)
    await page.bringToFront()
    await signInAtCognito(page)
    await landsOn(page, `${site}display/DS/One?a=1%2B1#Timeline`, 'ann')
    await other.bringToFront()
    await signInAtCognito(other)
    await landsOn(other, `${site}display/DS/Two#People`, 'ann')
    await other.close()
  })

  test('is kept though the context path’s text occurs inside its path', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    await signIn(`${site}display/confluence/A`)
  })

  test.each([
    ['with what a cookie cannot hold', 'display/DS/A;b,c%20d?x=%2B#People', 'display/DS/A%3Bb%2Cc%20d?x=%2B#People'],
    ['by its short link', 'x/abc#People', 'pages/tinyurl.action?urlIdentifier=abc#People'],
    ['by space and title', 'display/DS/My+Page#People', 'pages/viewpage.action?spaceKey=DS&title=My+Page#People'],
  ])('is kept %s', async (_, asked, ends) => {
    scene.confluence.settings.canonicalDestination = !asked.includes(';')
    await scene.configure({ onLoginPage: 'redirect' })
    await visit(page, site + asked)
    await anchorIsKept(scene.driver, page)
    await signInAtCognito(page)
    await landsOn(page, site + ends, 'ann')
    scene.confluence.settings.canonicalDestination = false
  })

  test('is kept though the wiki’s own link to the login page spells it as a whole address', async () => {
    scene.confluence.settings.absoluteLoginLink = true
    await scene.configure({ onLoginPage: 'redirect' })
    await visit(page, `${site}display/PUB/Welcome`)
    await page.click('#login-link')
    await signInAtCognito(page)
    await landsOn(page, `${site}display/PUB/Welcome`, 'ann')
    scene.confluence.settings.absoluteLoginLink = false
  })

  test('is kept though the SSO app sends everybody to one page', async () => {
    scene.confluence.settings.miniorange.relayState = `${site}display/PUB/Welcome`
    await scene.configure({ onLoginPage: 'redirect' })
    await signIn(`${site}display/DS/Page#Timeline`)
    scene.confluence.settings.miniorange.relayState = ''
  })
})

describe('after a logout', () => {
  test('Cognito’s session is ended where the site wants that, and the login page offers to sign in again', async () => {
    await scene.configure({ onLoginPage: 'redirect', logout: { mode: 'cognito' } })
    await signIn()
    scene.world.visits.splice(0)
    await visit(page, `${site}logout.action`)
    await untilLoginPage(page)
    await until('Cognito’s logout', async () => scene.world.visits.some(({ host, path }) => host === domain && path.startsWith('/logout?')))
    await until('a way in', () => has(page, '#use_idp_button_js, #latchkey-offer a'))
    // The page that Cognito's logout comes back to begins the pause anew. Which one that is, the SSO app's own logout cookie decides.
    await until('the last page to be judged', async () => {
      const { visits } = scene.world
      const back = visits
        .slice(visits.findIndex(({ path }) => path.startsWith('/logout?')))
        .findLast(({ path }) => path.includes('/login.action'))
      const judged = await latest()
      return back !== undefined && judged?.page !== undefined && judged.at >= performance.timeOrigin + back.at
    })
    await scene.driver.storageSet('local', { standBacks: {} })
    await until('the pause to end', async () => !(await isHeldOff(scene.driver)))
    await visit(page, `${site}display/DS/Page`)
    await untilAtCognito(page)
    await until('a question for the password', () => has(page, 'input[name="password"]'))
  })

  test('the site’s own address is opened where it has one', async () => {
    const { pool } = scene.cognito
    const client = pool.clients.find(({ secret }) => !secret)?.id ?? ''
    const url = `https://${domain}/logout?${new URLSearchParams({ client_id: client, logout_uri: `${site}login.action?logout=true` })}`
    await scene.configure({ onLoginPage: 'redirect', logout: { mode: 'url', url } })
    await signIn()
    scene.world.visits.splice(0)
    await visit(page, `${site}logout.action`)
    await until('the address', async () => scene.world.visits.some(({ host, path }) => host === domain && path.startsWith('/logout?')))
    await untilLoginPage(page)
  })

  test('Latchkey’s own tokens are gone, and revoked', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    await signIn()
    const popup = await openPopup(scene.driver, page)
    await popup.signIn()
    await popup.claims()
    await popup.page.close()
    scene.world.visits.splice(0)
    await visit(page, `${site}logout.action`)
    await until('the tokens to go', async () => !('accounts:acme' in (await scene.driver.storageGet('session'))))
    await until('the revocation', async () => scene.world.visits.some(({ method, path }) => method === 'POST' && path === '/oauth2/revoke'))
  })
})

const logOutBy = {
  script: (address: string) => void fetch(address),
  frame: (address: string) => document.body.append(Object.assign(document.createElement('iframe'), { src: address })),
}

test.each(['script', 'frame'] as const)(
  'a logout by a %s of the wiki’s own page is one: nobody is signed straight back in',
  async (how) => {
    await scene.configure({ onLoginPage: 'redirect' })
    await signIn()
    await page.evaluate(logOutBy[how], `${site}logout.action`)
    await until('the pause to begin', () => isHeldOff(scene.driver))
    await visit(page, `${site}display/DS/Page`)
    await untilLoginPage(page)
  },
)

/** Runs in the page: writes down what becomes of its sight, which nobody outside may be quick enough to see. */
const tellOfSight = () => {
  const { documentElement } = document
  const tell = () => {
    const timings = documentElement.getAnimations().map(({ effect }) => effect?.getComputedTiming())
    const sights = timings.map((timing) => ({ ...timing, opacity: getComputedStyle(documentElement).opacity }))
    sessionStorage.setItem('sight', JSON.stringify(sights, ['opacity', 'endTime', 'fill']))
  }
  new MutationObserver(tell).observe(documentElement, { attributes: true, attributeFilter: ['class'] })
}

describe('an anonymous visitor', () => {
  test('of any page is signed in where the site wants that, and ends on that page and anchor', async () => {
    await scene.configure({ anonymous: 'sign-in' })
    await visit(page, `${site}display/PUB/Welcome?a=b#Timeline`)
    await anchorIsKept(scene.driver, page)
    await signInAtCognito(page)
    await landsOn(page, `${site}display/PUB/Welcome?a=b#Timeline`, 'ann')
  })

  test('sees nothing of the page while SSO takes its time, and sees it again where nothing comes of that', async () => {
    await scene.configure({ anonymous: 'sign-in' })
    const { customHtml } = scene.confluence.settings
    customHtml.endOfHead = `<script>(${tellOfSight})()</script>`
    await visit(page, `${site}display/PUB/Welcome`)
    await signInAtCognito(page)
    await landsOn(page, `${site}display/PUB/Welcome`, 'ann')
    customHtml.endOfHead = ''
    const seen = await page.evaluate(() => sessionStorage.getItem('sight'))
    expect(JSON.parse(seen ?? '')).toEqual([{ opacity: '0', endTime: 5000, fill: 'none' }])
  })

  test('is left alone where the site says nothing of it, with not a byte of Latchkey in the page', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    await visit(page, `${site}display/PUB/Welcome`)
    await until('the page', async () => (await page.$eval('meta[name="ajs-remote-user"]', (meta) => meta.getAttribute('content'))) === '')
    expect(await whereIs(page)).toBe(`${site}display/PUB/Welcome`)
    const scripts = await scene.driver.inExtension((browser) => browser.scripting.getRegisteredContentScripts())
    const matches = scripts.flatMap(({ matches }) => matches ?? [])
    expect(matches.length).toBeGreaterThan(0)
    expect(matches.filter((match) => !/(?:\.action|-logout|\/logout)\*$/.test(match))).toEqual([])
  })
})

describe('the emergency way in', () => {
  test.each(['legacy', 'two-step'] as const)('is remembered by its tab until somebody has logged in with the %s form', async (form) => {
    scene.confluence.settings.form = form
    await scene.configure({ onLoginPage: 'redirect' })
    await visit(page, `${site}login.action?os_destination=%2Fdisplay%2FDS%2FPage&oauth_sso=false`)
    await untilLoginPage(page)
    await until('the tab’s rule', async () => (await rulesOfTab(scene.driver, page)).length > 0)
    await visit(page, `${site}display/DS/Page`)
    await untilLoginPage(page)
    expect(await whereIs(page), 'reached without the parameter').not.toContain('oauth_sso')
    await logInByForm[form]()
    await landsOn(page, `${site}display/DS/Page`, 'admin')
    await until('the tab’s rule to go', async () => (await rulesOfTab(scene.driver, page)).every(({ action }) => action.type !== 'allow'))
    scene.confluence.endSessions()
    await visit(page, `${site}display/DS/Page`)
    await untilAtCognito(page)
  })

  const fill = async (field: string, value: string) => {
    await page.waitForSelector(field, { visible: true })
    await page.type(field, value)
    await page.keyboard.press('Enter')
  }
  const logInByForm = {
    legacy: async () => {
      await page.type('#os_username', 'admin')
      await fill('#os_password', 'admin')
    },
    'two-step': async () => {
      await fill('#username-field', 'admin')
      await fill('#password-field', 'admin')
    },
  }

  test('is forgotten by its tab once somebody has signed in there by SSO, at Cognito’s own page', async () => {
    await scene.configure({ onLoginPage: 'redirect', delaySeconds: 30 })
    await visit(page, `${site}login.action?os_destination=%2Fx&oauth_sso=false`)
    await untilLoginPage(page)
    const remembered = () => page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith('latchkey.form')))
    await until('the tab’s rule', async () => (await rulesOfTab(scene.driver, page)).length > 0)
    expect(await remembered()).toHaveLength(1)
    await visit(page, `${site}plugins/servlet/oauth/auth?return_to=%2Fdisplay%2FDS%2FPage`)
    await signInAtCognito(page)
    await landsOn(page, `${site}display/DS/Page`, 'ann')
    await until('nothing to be remembered', async () => (await remembered()).length === 0)
  })

  test('opens the plain form though the settings make no sense', async () => {
    await scene.driver.storageSet('local', { settings: 'broken', doorOrigins: 'broken', [new URL(site).origin]: 'broken' })
    await visit(page, `${site}login.action?os_destination=%2Fx&oauth_sso=false`)
    await untilLoginPage(page)
  })
})

describe('a wiki that sends everybody straight back', () => {
  test.each([
    { latency: 5, asleep: false },
    { latency: 5, asleep: true },
    { latency: 0, asleep: false },
    { latency: 0, asleep: true },
  ])('is left alone after $latency ms a request (background asleep: $asleep), and its login page shows', async ({ latency, asleep }) => {
    await scene.configure({ onLoginPage: 'redirect' })
    scene.confluence.settings.miniorange.bounces = true
    scene.confluence.settings.latency = latency
    scene.forget()
    if (asleep) await scene.driver.killWorker()
    await page.goto(`${site}login.action?os_destination=%2Fdisplay%2FDS%2FPage`).catch(() => undefined) // a chain that was cut short
    await untilLoginPage(page)
    expect(starts() + loginPages(), scene.asked().join('\n')).toBeLessThanOrEqual(4)
    await until('a way in', () => has(page, '#use_idp_button_js, #latchkey-offer a'))
  })

  test.each([
    { from: 'login.action?os_destination=%2Fdisplay%2FDS%2FPage', asleep: false },
    { from: 'login.action?os_destination=%2Fdisplay%2FDS%2FPage', asleep: true },
    { from: 'login.action', asleep: true },
  ])('to its bare login page, from $from, is told from a logout (background asleep: $asleep)', async ({ from, asleep }) => {
    await scene.configure({ onLoginPage: 'redirect' })
    scene.confluence.settings.miniorange.bounces = true
    scene.confluence.settings.forgetsDestinations = true
    scene.forget()
    if (asleep) await scene.driver.killWorker()
    await visit(page, site + from)
    await until('the words', () => page.$eval('#latchkey-offer p', (words) => words.textContent.includes('was tried a moment ago')))
    expect(starts(), scene.asked().join('\n')).toBe(1)
  })
})

test.skipIf(browserKind === 'firefox')(
  'a logout that the browser renders ahead of the click is one: nobody is signed straight back in',
  async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    await signIn()
    await page.evaluate((url) => {
      const rules = document.createElement('script')
      rules.type = 'speculationrules'
      rules.textContent = JSON.stringify({ prerender: [{ urls: [url] }] })
      document.head.append(rules)
    }, `${site}logout.action`)
    await until('the pause to begin', () => isHeldOff(scene.driver))
    await visit(page, `${site}display/DS/Page`)
    await untilLoginPage(page)
  },
)

test.skipIf(browserKind === 'firefox')(
  'a page that the browser fetches or renders ahead of a visit leaves no trace in its tab',
  async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    await visit(page, `${site}display/PUB/Welcome`)
    scene.forget()
    await page.evaluate((url) => {
      const rules = document.createElement('script')
      rules.type = 'speculationrules'
      rules.textContent = JSON.stringify({ prerender: [{ source: 'list', urls: [url], eagerness: 'immediate' }] })
      document.head.append(rules)
    }, `${site}display/DS/Page`)
    await until('the page to be fetched ahead', async () => starts() > 0)
    await page.click('#login-link')
    await signInAtCognito(page)
    await landsOn(page, `${site}display/PUB/Welcome`, 'ann')
    const tab = await scene.driver.tabIdOf(page)
    await scene.catchUp()
    const { journal } = (await scene.driver.storageGet('session')) as { journal: readonly JournalEntry[] }
    expect(journal.filter(({ tabId }) => tabId === tab)).toEqual([expect.objectContaining({ address: `${site}login.action` })])
  },
)

describe('a wiki that forgets everybody who has signed in', () => {
  test.each([0, 1])('is left alone at the first bounce, with what happened and one more try (delay: %i s)', async (delaySeconds) => {
    await scene.configure({ onLoginPage: 'redirect', delaySeconds })
    scene.confluence.settings.forgetsSessions = true
    scene.forget()
    await visit(page, `${site}display/DS/Page`)
    await signInAtCognito(page)
    await untilLoginPage(page)
    await until('the words', () => page.$eval('#latchkey-offer p', (words) => words.textContent.includes('was tried a moment ago')))
    expect(await page.$eval('#latchkey-offer a', (link) => link.textContent)).toBe('Try again')
    expect(starts(), scene.asked().join('\n')).toBe(1)
    scene.confluence.settings.forgetsSessions = false
  })
})

describe('somebody who leaves the sign-in page unfinished', () => {
  const untilSignInPage = () => until('the sign-in page', async () => (await has(page, 'input[name="password"]')) && starts() > 0)
  /** The sign-in page has been left for longer than a page on the way needs to go back by itself. */
  const aWhileLater = async () => {
    await scene.catchUp()
    await until('the way there to be known', () =>
      scene.driver.inExtension(async (browser) => {
        type Sent = { sent?: { at: number } }
        const { keeping } = (await browser.storage.session.get('keeping')) as { keeping: { guards: Sent[] } }
        const sent = keeping.guards.filter((guard) => guard.sent)
        for (const guard of sent) if (guard.sent) guard.sent.at -= 30_000
        await browser.storage.session.set({ keeping })
        return sent.length > 0
      }),
    )
  }

  test('is sent there again from the same tab, by an address that is typed and by the site’s own link', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    scene.forget()
    await visit(page, `${site}display/DS/One`)
    await untilSignInPage()
    scene.forget()
    await visit(page, `${site}display/DS/Two#People`)
    await untilSignInPage()
    await visit(page, `${site}display/PUB/Welcome`)
    await aWhileLater()
    await page.click('#login-link')
    await signInAtCognito(page)
    await landsOn(page, `${site}display/PUB/Welcome`, 'ann')
  })
})

describe('the toolbar button', () => {
  const badge = async () => {
    const tabId = await scene.driver.tabIdOf(page)
    return scene.driver.inExtension(
      async (browser, id) => ({
        text: await browser.action.getBadgeText({ tabId: id }),
        title: await browser.action.getTitle({ tabId: id }),
      }),
      tabId,
    )
  }

  test('says in words and by a mark that Latchkey stands back, until the tab moves on', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    await visit(page, `${site}login.action?os_destination=%2Fx&oauth_sso=false`)
    await untilLoginPage(page)
    await until('the mark', async () => (await badge()).text === '–')
    expect((await badge()).title).toContain('backdoor parameter oauth_sso=false')
    await visit(page, `${site}display/PUB/Welcome`)
    await until('no mark', async () => (await badge()).text === '')
    expect((await badge()).title).toBe('Latchkey')
  })

  test('and the popup lists the latest decisions with what they were made of, and no secret', async () => {
    await scene.configure({ onLoginPage: 'redirect' })
    await signIn(`${site}display/DS/Page?secret=1234`)
    scene.confluence.endSessions()
    await visit(page, `${site}login.action?os_destination=%2Fx%3Fsecret%3D1234&nosso`)
    await untilLoginPage(page)
    const popup = await openPopup(scene.driver, page)
    const journal = await until('the journal', async () => {
      await popup.page.$eval('.journal:not([open]) summary', (fold) => (fold as HTMLElement).click()).catch(() => undefined)
      const entries = await popup.page.$$eval('.journal li', (all) => all.map(({ textContent }) => textContent))
      const text = entries.join('\n')
      return text.includes('nosso') && text
    })
    expect(journal).toContain('Went straight to sign-in')
    expect(journal).toContain('login.action')
    expect(journal).not.toContain('1234')
    await popup.page.close()
  })
})
