import { startAddress } from '../login-page/door'
import { type AppFacts, foundStart, type KnownApp } from '../login-page/door-of-site'
import type { LoginPage } from '../login-page/page'
import type { Asked, Ending, Findings } from './discover'

/** Where a discovery came from that no answer gave. */
export const loginPage = 'login-page'

/** What is known of a site without anybody having said it in the settings, as it is stored. */
export interface Discovery {
  /** When the site was asked last, in milliseconds since the epoch; 0 for never. */
  readonly at: number
  readonly known?: KnownApp
  /** The path whose answer `known` is, or `login-page`. */
  readonly from?: string
  /** Absent in what an older version stored. */
  readonly asked?: readonly Asked[]
}

const [minutes, day] = [60_000, 86_400_000]
/** These say that the app is gone; all others only that nobody could be heard. */
const clear: readonly Ending[] = ['another-app', 'switched-off', 'not-there', 'empty']
const passing: readonly Ending[] = ['no-connection', 'too-slow', 'status']

/** Whether a site is to be asked: once a day, sooner where it could not be reached, at once where asking was not allowed before. */
export function isDue(discovery: Discovery | undefined, now: number): boolean {
  if (!discovery || now < discovery.at) return true
  const endings = discovery.asked?.map(({ ending }) => ending) ?? []
  if (endings.includes('not-granted')) return true
  const wait = !discovery.known && endings.some((ending) => passing.includes(ending)) ? 5 * minutes : day
  return now - discovery.at > wait
}

/**
 * What is known after a site was asked. A silent site takes nothing back, and its login page counts until an answer says more, or until
 * there is nothing where it says that SSO starts: once people are redirected, nobody sees that page again.
 */
export function afterAsking(earlier: Discovery | undefined, { asked, known, from, isStartGone }: Findings, at: number): Discovery {
  if (known) return { at, asked, known, ...(from && { from }) }
  const ending = asked.find(({ path }) => path === earlier?.from)?.ending
  const isOver = isStartGone || (ending !== undefined && clear.includes(ending))
  if (!earlier?.known || isOver) return { at, asked }
  return { at, asked, known: earlier.known, ...(earlier.from && { from: earlier.from }) }
}

/** Where SSO starts, if that is known from the login page alone: nobody but the address itself tells whether it still does. */
export function learnedStart(baseUrl: string, discovery: Discovery | undefined, apps: readonly AppFacts[]): string | undefined {
  if (discovery?.from !== loginPage) return undefined
  const start = foundStart(
    baseUrl,
    discovery.known,
    apps.find(({ id }) => id === discovery.known?.ssoApp),
  )
  return start && startAddress(start, baseUrl, '')
}

/** The questions that a site refused to answer to anybody but its own pages, and that no page has asked yet. */
export const refusedIn = (discovery: Discovery | undefined): readonly string[] =>
  discovery?.asked?.flatMap(({ path, ending, fromPage }) => (ending === 'forbidden' && !fromPage ? [path] : [])) ?? []

/** What is known after a page of the site has put those questions once more. */
export function afterAskingFromPage(earlier: Discovery, findings: Findings): Discovery {
  const again = new Map(findings.asked.map((one) => [one.path, { ...one, fromPage: true as const }]))
  const asked = earlier.asked?.map((one) => again.get(one.path) ?? one) ?? []
  // What another question has told already stands: the first app that answers is it.
  const isTold = asked.some(({ path, ending }) => path === earlier.from && ending === 'found')
  return isTold ? { ...earlier, asked } : afterAsking(earlier, { ...findings, asked }, earlier.at)
}

const longestStart = 1000 // characters; the browser's rules have to hold it
const loginKinds: readonly LoginPage['kind'][] = ['login', 'login-failed', 'sso-failed', 'logged-out']

/** What is known after a login page was seen, with the link on it as `Door.start`; undefined where that says nothing new. A server's own answer counts for more. */
export function afterSeeing(earlier: Discovery | undefined, { kind, ssoApp }: LoginPage, startLink?: string): Discovery | undefined {
  if (!ssoApp || !loginKinds.includes(kind)) return undefined
  if (earlier?.known && earlier.from !== loginPage) return undefined
  const before = earlier?.known?.ssoApp === ssoApp ? earlier.known.start : undefined
  const start = startLink && startLink.length <= longestStart ? startLink : before
  const known: KnownApp = { ssoApp, ...(start && { start }) }
  if (JSON.stringify(known) === JSON.stringify(earlier?.known)) return undefined
  return { at: earlier?.at ?? 0, ...(earlier?.asked && { asked: earlier.asked }), known, from: loginPage }
}
