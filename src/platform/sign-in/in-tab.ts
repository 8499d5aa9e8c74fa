import type { WebRequest } from 'webextension-polyfill'
import { ProblemError } from '../../problem'
import type { Failure, Outcome } from '../../session/outcome'
import { forget } from '../../session/pending'
import type { RunningSignIn, SignInTab } from '../../session/session'
import { beginElsewhere, finishElsewhere } from '../../session/sign-in'
import { browser } from '../browser'
import { redirectAddress } from '../redirect-address'
import { readAccounts, readSignIns } from '../session-stores'
import { stateStore } from '../state-store'
import { remarked } from './accounts'
import { configured, isInForce, lettersOf } from './configured'
import { departed } from './departures'
import { type Hands, isRunning, over, run } from './flows'
import { isWindowFree, oneWindowSoon } from './one-window'
import { portsFor, withHidden } from './ports'
import { recordOf } from './record'
import { recordQueue } from './record-queue'
import { closeTab, isThere, tabOf } from './tab'

/**
 * Signs in at a provider with its page in an ordinary tab, where pages survive that end the browser's own window: captchas,
 * challenges, forms with an error. The answer is heard as a request for our redirect address, whose host we have to be granted and
 * which nobody has to serve; the background may sleep until then. Resolves when the tab is open.
 */
export const signInInTab = (id: string, isAfresh: boolean): Promise<void> =>
  run(id, { isAfresh, prepare: () => leaveTab(id), act: (hands) => open(id, isAfresh, hands) })

async function open(id: string, afresh: boolean, { record, stopped, by }: Hands): Promise<undefined> {
  await departed(id)
  if (stopped.aborted) return undefined
  const { settings, provider } = await configured(id)
  by(settings)
  const ports = withHidden(portsFor(undefined, stopped), oneWindowSoon)
  const { url, ...requested } = await beginElsewhere({ settings, provider, ports }, { interactive: true, afresh })
  const [from] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  const { id: tabId } = stopped.aborted ? { id: undefined } : await browser.tabs.create({ url: 'about:blank' })
  if (tabId === undefined) return forget(requested, { pending: stateStore }) as Promise<undefined>
  const tab = { id: tabId, requested, by: lettersOf(settings), ...(from?.id !== undefined && { from: from.id }) }
  if (stopped.aborted) return closeTab(tab) as Promise<undefined>
  try {
    // The answer can come faster than it is noted what it is the answer to, and is heard by that alone: so the page comes last.
    await record.note({ isWaiting: undefined, tab })
    browser.tabs.onRemoved.addListener(noticeEnd)
    await browser.tabs.update(tabId, { url })
    return undefined
  } catch (cause) {
    // Maybe the person has closed the tab before its page came.
    const isClosed = !(await isThere(tab))
    await closeTab(tab)
    throw isClosed ? new ProblemError({ code: 'sign-in-cancelled' }, { cause }) : cause
  }
}

/** A page that a tab asks for. */
type Answer = Pick<WebRequest.OnBeforeRequestDetailsType, 'tabId' | 'url'>

/** Hears an answer, maybe: a request for our redirect address. What it ends is ended once `ready`. */
export async function arrive({ tabId, url }: Answer, ready: Promise<void>): Promise<void> {
  // Twice: an answer comes once, and is lost with what it is the answer to.
  const all = await standingInTabs().catch(standingInTabs)
  const standing = all.find(({ tab }) => isAnswer(new URL(url).searchParams, tabId, tab))
  if (!standing && !(await ready.then(isBrokenOff))) return
  const home = { url: browser.runtime.getURL(`src/popup/index.html?tab=${standing?.tab.from ?? tabId}`) }
  // A private tab shows none of our pages.
  const goHome = () => browser.tabs.update(tabId, home).catch(() => undefined)
  await goHome() // at once, so that the code stays in no address bar
  if (!standing) return
  const { id } = standing
  await ready
  await over(id) // the answer can be faster than the news that its page has come
  await run(id, { from: standing.begun, act: (hands) => finish(url, standing, hands) })
  // A page that was on its way already may have come after all.
  const shown = await browser.tabs.get(tabId).catch(() => undefined)
  if (shown?.url?.startsWith(redirectAddress())) await goHome()
}

/**
 * Whether an answer that nobody waits for may be that of a sign-in that was interrupted, in a tab that outlived an update of Latchkey or the
 * browser's end: its page says so, where the browser would show one that nobody understands.
 */
const isBrokenOff = async (): Promise<boolean> =>
  isWindowFree() &&
  Object.values(await readSignIns()).some((state) => state.phase === 'failed' && state.problem.code === 'sign-in-interrupted')

/** An answer that came while nobody could hear it stands in its tab's address: we see that of our redirect address, and of no other. */
export async function hearUnheard(): Promise<void> {
  for (const { tab } of await standingInTabs()) {
    const shown = await browser.tabs.get(tab.id).catch(() => undefined)
    if (shown?.url?.startsWith(redirectAddress())) await arrive({ tabId: tab.id, url: shown.url }, Promise.resolve())
  }
}

/** A refusal opens nothing, so one that has lost our state may still be told. */
function isAnswer(given: URLSearchParams, tabId: number, { id, requested }: SignInTab): boolean {
  const state = given.get('state')
  return state === null ? given.has('error') && id === tabId : state === requested.state
}

async function finish(url: string, { id, tab, begun }: Standing, { record, by }: Hands): Promise<Outcome | undefined> {
  if (tabOf((await readSignIns())[id])?.requested.state !== tab.requested.state) return undefined // it came twice
  await record.note({})
  if (!(await isInForce(tab.by))) {
    await forget(tab.requested, { pending: stateStore })
    return { problem: { code: 'settings-changed' } }
  }
  const { settings, provider } = await configured(id)
  by(settings)
  const unwanted = begun.isAfresh ? (await readAccounts(id)).slice(0, 1) : []
  return remarked(await finishElsewhere(url, tab.requested, { settings, provider, ports: portsFor() }), unwanted)
}

/** Closes the tab in which a sign-in stands, and says what became of it: nothing, or this. */
export async function leaveTab(id: string, failure?: Failure): Promise<void> {
  const left = await recordQueue(async () => {
    const tab = tabOf((await readSignIns())[id])
    // First of all, lest the end of the tab be taken for the person's.
    if (tab) await recordOf(id).end(failure)
    return tab
  })
  if (left) await closeTab(left)
}

/** Sign-ins in tabs that have been closed meanwhile are over; `closed` is one that browsers may still show for a moment. */
export const endWithTab = (closed?: number): Promise<void> =>
  recordQueue(async () => {
    for (const { id, tab } of await standingInTabs()) {
      if (isRunning(id) || (tab.id !== closed && (await isThere(tab)))) continue
      await forget(tab.requested, { pending: stateStore })
      await recordOf(id).end({ problem: { code: 'sign-in-cancelled' } })
    }
  })

/** What the browser could not keep of it now is noticed by whoever looks next. */
const noticeEnd = (closed: number): Promise<void> => endWithTab(closed).catch(() => undefined)

/** A sign-in whose page stands in a tab, and its record without that. */
interface Standing {
  readonly id: string
  readonly tab: SignInTab
  readonly begun: RunningSignIn
}

async function standingInTabs(): Promise<readonly Standing[]> {
  return Object.entries(await readSignIns()).flatMap(([id, state]) => {
    if (state.phase !== 'running' || !state.tab) return []
    const { tab, ...begun } = state
    return [{ id, tab, begun }]
  })
}
