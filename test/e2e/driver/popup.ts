import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import type { Driver } from './driver'
import { has } from './has'
import { press } from './press'
import { until } from './until'

/** One row of the claims table. */
export interface ShownClaim {
  readonly name: string
  readonly value: string
}

/** The popup as a person uses it. Everything that tests know of its looks stands in this file. */
export interface Popup {
  readonly page: Page
  /** Presses *Show my claims*. Does not wait for the end. */
  signIn(): Promise<void>
  /** Presses *Try again*, once it is there. */
  tryAgain(): Promise<void>
  /** Presses a button by its words, once it is there. */
  press(words: string): Promise<void>
  /** Presses *Sign out*, and waits until nobody is signed in. */
  signOut(): Promise<void>
  /** Presses *Log in to …*. */
  logIn(): Promise<void>
  /** Address of the emergency way in. */
  emergency(): Promise<string>
  /** Who is signed in and until when, in the popup's words. */
  person(): Promise<string>
  /** The claims table, once it has all of its rows; of a page that nobody sees those alone are drawn that a popup has room for. */
  claims(): Promise<readonly ShownClaim[]>
  /** How many checks of the ID token passed, in the popup's words, once it says so. */
  checks(): Promise<string>
  /** The problem's words, once one is shown. */
  problem(): Promise<string>
  /** What Latchkey did on the tab and why, in its words, once it says so; `within` in ms. */
  decision(within?: number): Promise<string>
  /** What the page in front was recognised by, in the popup's words. */
  evidence(): Promise<string>
  /** The whole card about the page in front. */
  pageCard(): Promise<string>
}

const signs = {
  claimRow: '.claims tbody tr',
  allClaims: '.claims [aria-busy="false"]',
  checks: (passed: string) => `::-p-xpath(//summary[contains(., "${passed}")])`,
  problem: '.notice:has(.actions)',
  decision: '.decided',
  evidence: '[aria-labelledby="this-page"] .note',
  button: (name: string) => `::-p-xpath(//button[normalize-space()="${name}"])`,
  emergency: '.emergency a',
  person: '.signed-in .person',
  logIn: '.card .primary.wide',
  card: (heading: string) => `::-p-xpath(//section[.//h2[normalize-space()="${heading}"]])`,
} as const

const messages = JSON.parse(readFileSync(new URL('../../../public/_locales/en/messages.json', import.meta.url), 'utf8')) as Record<
  string,
  { message: string } | undefined
>

/** The text of a message key, as the person reads it. */
function words(key: string): string {
  const found = messages[key]
  if (!found) throw new Error(`_locales/en has no message ${key}`)
  return found.message
}

/** Opens the popup on a tab, as the toolbar does. */
export async function openPopup(driver: Driver, tab: Page): Promise<Popup> {
  const page = await driver.extensionPage(`src/popup/index.html?tab=${await driver.tabIdOf(tab)}`)
  await until('the popup to know', () => has(page, '.card, .notice'))
  const pressLabel = (label: string) => press(`the button "${label}"`, () => page.$(signs.button(label)))
  const pressKey = (key: string) => pressLabel(words(key))
  const text = (selector: string, within?: number) =>
    until(`${selector} to say something`, async () => (await page.$eval(selector, textOf)) || undefined, within).catch(
      async (cause: Error) => {
        throw new Error(`${cause.message}, while the popup says: ${await page.$eval('body', textOf)}`, { cause })
      },
    )
  return {
    page,
    signIn: () => pressKey('showClaims'),
    press: async (label) => {
      await page.bringToFront() // a click on a page that nobody sees may wait for ever
      await pressLabel(label)
    },
    tryAgain: () => pressKey('tryAgain'),
    signOut: async () => {
      await pressKey('signOut')
      await until('nobody signed in', async () => (await page.$(signs.button(words('showClaims')))) !== null)
    },
    logIn: async () => (await until('a way to log in', async () => (await page.$(signs.logIn)) ?? undefined)).click(),
    emergency: () => until('the emergency way in', () => page.$eval(signs.emergency, (link) => (link as HTMLAnchorElement).href)),
    person: () => text(signs.person),
    claims: async () => {
      await until('a row of claims', () => has(page, signs.claimRow))
      await until('all claims', async () => (await page.evaluate(isHidden)) || has(page, signs.allClaims))
      return page.$$eval(signs.claimRow, claimsIn)
    },
    checks: () => text(signs.checks(afterLast('$', words('checksSummary')))),
    problem: () => text(signs.problem),
    decision: (within) => text(signs.decision, within),
    evidence: () => text(signs.evidence),
    pageCard: () => text(signs.card(words('pageCard'))),
  }
}

/** The words behind a message's last placeholder. */
const afterLast = (sign: string, message: string) => message.slice(message.lastIndexOf(sign) + 1).trim()

const isHidden = () => document.hidden

const textOf = (element: Element) => element.textContent.trim()

const claimsIn = (rows: Element[]): ShownClaim[] =>
  rows.flatMap((row) => {
    const name = row.querySelector('th[scope="row"] code')?.textContent.trim()
    return name ? [{ name, value: row.querySelector('td .value')?.textContent.trim() ?? '' }] : []
  })
