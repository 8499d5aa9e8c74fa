import type { StandBack } from '../../login-page/history'
import { type Draft, numbered, type Rule } from '../../login-page/rule'
import { anchorRule, markedRule, standBackRule, triedRule } from '../../login-page/tab-rules'
import { type Bag, isBag } from '../../settings/bag'
import { browser } from '../browser'
import { readDoorsAt, readStandBacks, type StandBacks, writeStandBacks } from '../door-stores'
import { writePauses } from '../dynamic-rules'
import { ruleSession } from '../rules'
import { isArrival, isGuard, listOf } from '../stored-shapes'

/** A page that a tab asked for and is on its way to. `until` in milliseconds since the epoch. */
export interface Arrival {
  readonly tabId: number
  readonly baseUrl: string
  readonly page: string
  /** With its "#", or "". */
  readonly fragment: string
  /** The login is over; the fragment alone may still be missing. */
  readonly arrived?: boolean
  readonly until: number
}
/** A tab in which a site's login page is left alone. */
export interface Guard extends StandBack {
  readonly tabId: number
  readonly baseUrl: string
  /** The request by which the tab went to SSO, until SSO comes back; `at` in milliseconds since the epoch. */
  readonly sent?: { readonly requestId: string; readonly at: number }
  /** The request by which a person asks for the site anew, having left the sign-in page unfinished. */
  readonly anew?: string
}

/** What is being kept for the tabs of this browser session. */
export interface Keeping {
  readonly arrivals: readonly Arrival[]
  readonly guards: readonly Guard[]
}

/** What can be used of what is kept. Nothing of it is checked for having run out: `keep` drops that. */
export async function readKeeping(): Promise<Keeping> {
  const { keeping } = await browser.storage.session.get('keeping')
  const { arrivals, guards }: Bag = isBag(keeping) ? keeping : {}
  return { arrivals: listOf(arrivals, isArrival), guards: listOf(guards, isGuard) }
}

/** Stores what is kept and brings the session's rules for the sites in force into step; whatever has run out is dropped, and the next end is an alarm. */
export async function keep({ arrivals, guards }: Keeping): Promise<void> {
  const now = Date.now()
  const current = { arrivals: arrivals.filter(({ until }) => until > now), guards: guards.filter(({ until }) => until > now) }
  const standBacks = await currentStandBacks(now)
  await browser.storage.session.set({ keeping: current })
  const doors = await readDoorsAt(...[...current.arrivals, ...current.guards].map(({ baseUrl }) => baseUrl))
  const isInForce = (one: { readonly baseUrl: string }) => doors.some(({ baseUrl, enabled }) => enabled && baseUrl === one.baseUrl)
  await ruleSession(rulesOf({ arrivals: current.arrivals.filter(isInForce), guards: current.guards.filter(isInForce) }, standBacks))
  const ends = [...current.arrivals, ...current.guards, ...Object.values(standBacks)].map(({ until }) => until)
  if (ends.length) browser.alarms.create(keepingAlarm, { when: Math.min(...ends) })
}

/**
 * Brings what outlives the browser into step with the pauses, which do so too: a tab that the browser restores asks for its login page before
 * we are awake to keep anything.
 */
export const keepPauses = async (): Promise<void> => writePauses(pausesOf(await currentStandBacks(Date.now())))

/** Keeps one thing more, in the place of what the tab had of that kind for the site. */
export async function keepGuard(guard: Guard): Promise<void> {
  const { arrivals, guards } = await readKeeping()
  const others = guards.filter(
    ({ tabId, baseUrl, because }) => !(tabId === guard.tabId && baseUrl === guard.baseUrl && because === guard.because),
  )
  await keep({ arrivals, guards: [...others, guard] })
}

function rulesOf({ arrivals, guards }: Keeping, standBacks: StandBacks): readonly Rule[] {
  return numbered([
    ...pausesOf(standBacks),
    ...guards.flatMap((guard) =>
      (guard.because === 'tried-already' ? [triedRule, markedRule] : [standBackRule]).map((rule) => rule(guard, guard.tabId)),
    ),
    ...arrivals.filter(({ fragment }) => fragment).map(({ page, fragment, tabId }) => anchorRule(page, fragment, tabId)),
  ])
}

const pausesOf = (standBacks: StandBacks): readonly Draft[] =>
  Object.entries(standBacks).flatMap(([baseUrl, { because }]) => (because === 'held-off' ? [standBackRule({ baseUrl })] : []))

async function currentStandBacks(now: number): Promise<StandBacks> {
  const stored = Object.entries(await readStandBacks())
  const current = stored.filter(([, { until }]) => until > now)
  if (current.length < stored.length) await writeStandBacks(Object.fromEntries(current))
  return Object.fromEntries(current)
}

/** Name of the alarm at which something that is kept runs out. */
export const keepingAlarm = 'keeping'
