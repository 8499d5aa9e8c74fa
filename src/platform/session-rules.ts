import { anchorRule, type Rule, standBackRule } from '../login-page/rules'
import { browser } from './browser'
import { readStandBacks, type StandBacks, writeStandBacks } from './door-stores'

/** A page that is to get its `#anchor` back when this tab arrives there. `until` in milliseconds since the epoch. */
export interface Anchor {
  readonly tabId: number
  readonly page: string
  readonly fragment: string
  readonly until: number
}
/** A tab in which a site's login page is left alone, after a loop was seen. */
export interface Guard {
  readonly tabId: number
  readonly baseUrl: string
  readonly until: number
}

/** What is being kept for the tabs of this browser session. */
export interface Keeping {
  readonly anchors: readonly Anchor[]
  readonly guards: readonly Guard[]
}

export async function readKeeping(): Promise<Keeping> {
  const { keeping } = await browser.storage.session.get('keeping')
  return (keeping as Keeping | undefined) ?? { anchors: [], guards: [] }
}

/** Stores what is kept and brings the session's rules into step; whatever has run out is dropped, and the next end is an alarm. */
export async function keep({ anchors, guards }: Keeping): Promise<void> {
  const now = Date.now()
  const current = { anchors: anchors.filter(({ until }) => until > now), guards: guards.filter(({ until }) => until > now) }
  const standBacks = await currentStandBacks(now)
  await browser.storage.session.set({ keeping: current })
  const heldOff = Object.entries(standBacks).filter(([, { because }]) => because === 'held-off')
  const drafts: ((id: number) => Rule)[] = [
    ...heldOff.map(
      ([baseUrl]) =>
        (id: number) =>
          standBackRule({ baseUrl }, id),
    ),
    ...current.guards.map((guard) => (id: number) => standBackRule(guard, id, guard.tabId)),
    ...current.anchors.map(
      ({ page, fragment, tabId }) =>
        (id: number) =>
          anchorRule(page, fragment, { id, tabId }),
    ),
  ]
  const old = await browser.declarativeNetRequest.getSessionRules()
  const addRules = drafts.map((draft, index) => draft(index + 1)) as never
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: old.map(({ id }) => id), addRules })
  const ends = [...current.anchors, ...current.guards, ...Object.values(standBacks)].map(({ until }) => until)
  if (ends.length) browser.alarms.create(keepingAlarm, { when: Math.min(...ends) })
}

async function currentStandBacks(now: number): Promise<StandBacks> {
  const stored = Object.entries(await readStandBacks())
  const current = stored.filter(([, { until }]) => until > now)
  if (current.length < stored.length) await writeStandBacks(Object.fromEntries(current))
  return Object.fromEntries(current)
}

/** Name of the alarm at which something that is kept runs out. */
export const keepingAlarm = 'keeping'
