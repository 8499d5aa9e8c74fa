import type { WebRequest } from 'webextension-polyfill'
import type { RunningSignIn, SignInState, SignInTab } from '../../session/session'
import { beginElsewhere, finishElsewhere, forget } from '../../session/sign-in'
import { browser } from '../browser'
import { listen } from '../listen'
import { redirectAddress } from '../redirect-addresses'
import { forgetSignIn, readSignIns } from '../session-stores'
import { stateStore } from '../state-store'
import { chosen } from './chosen'
import { type Hands, run } from './flows'
import { portsFor } from './ports'
import { recordOf } from './record'

/**
 * Signs in at a provider with its page in an ordinary tab, where pages survive that end the browser's own window: captchas,
 * challenges, forms with an error. The answer is heard as a request for our redirect address, whose host we have to be granted and
 * which nobody has to serve; the background may sleep until then. Resolves when the tab is open.
 */
export const signInInTab = (id: string): Promise<void> => run(id, { prepare: () => leaveTab(id), act: (hands) => open(id, hands) })

async function open(id: string, { record, stopped, by }: Hands): Promise<undefined> {
  const { settings, provider } = await chosen(id)
  by(settings)
  const { url, ...requested } = await beginElsewhere({ settings, provider, ports: portsFor() })
  const [from] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  const tab = stopped.aborted ? undefined : await browser.tabs.create({ url: 'about:blank' })
  if (tab?.id === undefined) return forget(requested, { pending: stateStore }) as Promise<undefined>
  // The answer can come faster than it is noted what it is the answer to, so the page comes last.
  await record.note({ tab: { id: tab.id, requested, ...(from?.id !== undefined && { from: from.id }) } })
  browser.tabs.onRemoved.addListener(endWithTab)
  await browser.tabs.update(tab.id, { url })
  return undefined
}

/** Hears the answers. Call synchronously at start-up. */
export function watchTabs(): void {
  const { onBeforeRequest } = browser.webRequest
  const again = listen(onBeforeRequest, { urls: [`${redirectAddress()}*`], types: ['main_frame'] }, arrive)
  browser.permissions.onAdded.addListener(again)
}

async function arrive({ tabId, url }: WebRequest.OnBeforeRequestDetailsType): Promise<void> {
  const state = new URL(url).searchParams.get('state') ?? ''
  const [id, from] = Object.entries(await readSignIns()).find(([, one]) => tabOf(one)?.requested.state === state) ?? []
  const tab = tabOf(from)
  if (id === undefined || !tab) return
  // At once, so that the code stays in no address bar.
  const home = { url: browser.runtime.getURL(`src/popup/index.html?tab=${tab.from ?? tabId}`) }
  await browser.tabs.update(tabId, home)
  await run(id, { from: from as RunningSignIn, act: (hands) => finish(url, { id, tab }, hands) })
  // A page that was on its way already may have come after all.
  const shown = await browser.tabs.get(tabId).catch(() => undefined)
  if (shown?.url?.startsWith(redirectAddress())) await browser.tabs.update(tabId, home)
}

async function finish(url: string, { id, tab }: { readonly id: string; readonly tab: SignInTab }, { record, by }: Hands) {
  if (tabOf((await readSignIns())[id])?.id !== tab.id) return undefined // it came twice
  await record.note({ tab: undefined })
  const { settings, provider } = await chosen(id)
  by(settings)
  return finishElsewhere(url, tab.requested, { settings, provider, ports: portsFor() })
}

/** Closes the tab in which a sign-in stands, and forgets it. False where there is none. */
export async function leaveTab(id: string): Promise<boolean> {
  const tab = tabOf((await readSignIns())[id])
  if (!tab) return false
  // First of all, lest the end of the tab be taken for the person's.
  await forgetSignIn(id)
  await browser.tabs.remove(tab.id).catch(() => undefined)
  await forget(tab.requested, { pending: stateStore })
  return true
}

/** Sign-ins in tabs that have been closed meanwhile are over; `closed` is one that browsers may still show for a moment. */
export async function endWithTab(closed?: number): Promise<void> {
  for (const [id, state] of Object.entries(await readSignIns())) {
    const tab = tabOf(state)
    if (!tab || (tab.id !== closed && (await isThere(tab)))) continue
    await forget(tab.requested, { pending: stateStore })
    await recordOf(id).end({ problem: { code: 'sign-in-cancelled' } })
  }
}

/** The tab of a sign-in whose page stands in one. */
export const tabOf = (state: SignInState | undefined): SignInTab | undefined => (state?.phase === 'running' ? state.tab : undefined)

const isThere = async ({ id }: SignInTab): Promise<boolean> =>
  browser.tabs.get(id).then(
    () => true,
    () => false,
  )
