import type { WebRequest } from 'webextension-polyfill'
import type { Door } from '../../login-page/door'
import { providerOf } from '../../settings/provider-of'
import { browser } from '../browser'
import { readStandBacks, writeStandBacks } from '../door-stores'
import { loadSettings } from '../settings-store'
import { dropSession } from '../sign-in'
import { cookieStoreOf, sendTab } from '../tabs'
import { note } from './journal'
import { keep, readKeeping } from './keeping'

const seconds = 1000

type Request = WebRequest.OnBeforeRequestDetailsType

/** A logout under way in a tab: its request, and until when it is waited for, in milliseconds since the epoch. */
interface Leaving {
  readonly baseUrl: string
  readonly requestId: string
  readonly until: number
}

/** Somebody logs out of a site, which is held off for a while; where the site wants that, the tab then goes on to end the provider's session. */
export async function leaveSite(door: Door, { tabId, requestId, timeStamp: at }: Request): Promise<void> {
  await holdOff(door, tabId, at)
  const { arrivals, guards } = await readKeeping()
  await keep({
    arrivals: arrivals.filter((arrival) => arrival.tabId !== tabId),
    guards: guards.filter((guard) => guard.baseUrl !== door.baseUrl || guard.because !== 'tried-already'),
  })
  const leaving: Leaving = { baseUrl: door.baseUrl, requestId, until: at + 30 * seconds }
  await browser.storage.session.set({ [leavingKey(tabId)]: leaving })
}

/** Nobody is signed straight back in for a while, in no tab, and Latchkey's own tokens for the site's provider go. */
export async function holdOff({ baseUrl }: Pick<Door, 'baseUrl'>, tabId: number, now: number): Promise<void> {
  const { settings } = await loadSettings()
  const site = settings.sites.find((one) => one.baseUrl === baseUrl)
  if (!site) return
  if (site.holdOffSeconds > 0) {
    const [here, standBacks] = [await cookieStoreOf(tabId), await readStandBacks()]
    const elsewhere = standBacks[baseUrl]?.leftIn?.filter((store) => store !== here) ?? []
    const standBack = { until: now + site.holdOffSeconds * 1000, because: 'held-off', leftIn: [here, ...elsewhere] } as const
    await writeStandBacks({ ...standBacks, [baseUrl]: standBack })
  }
  const provider = providerOf(site, settings.providers)
  if (provider) void dropSession(provider.id)
}

/**
 * Sends a tab that has just logged out on to end the provider's session as well, where the site wants that. The page that the site
 * shows after its own logout says that it is done: one that looks like that (`isOut`), or any to which the logout itself leads. Whoever
 * asks for another page goes on with something else. True when the tab has gone.
 */
export async function endProviderSession({ baseUrl, afterLogout }: Door, request: Request, isOut: boolean): Promise<boolean> {
  const { tabId, requestId, timeStamp: at } = request
  const leaving = await readLeaving(tabId)
  if (!leaving) return false
  await forgetLeaving(tabId)
  const isOver = leaving.baseUrl === baseUrl && leaving.until > at && (isOut || leaving.requestId === requestId)
  if (!isOver || !afterLogout) return false
  await sendTab(tabId, afterLogout)
  await note({ at, tabId, url: baseUrl, decision: { act: 'redirect', because: { code: 'ending-session' } } })
  return true
}

/** SSO starts in a tab: whoever has logged out there is on the way back in. A single logout passes where some apps start, in its own request or as a SAML message. */
export async function stopLeaving({ tabId, requestId, method, url }: Request): Promise<void> {
  const isLogout = method !== 'GET' || /[?&]SAML(?:Request|Response)=/.test(url)
  if (!isLogout && (await readLeaving(tabId))?.requestId !== requestId) await forgetLeaving(tabId)
}

/** Whether somebody has just logged out in this tab, and nothing has come of it yet. */
export const isLeaving = async (tabId: number, now: number): Promise<boolean> => ((await readLeaving(tabId))?.until ?? 0) > now

/** A logout in this tab is over, or nobody waits for it any more. */
export const forgetLeaving = (tabId: number): Promise<void> => browser.storage.session.remove(leavingKey(tabId))

async function readLeaving(tabId: number): Promise<Leaving | undefined> {
  const key = leavingKey(tabId)
  return (await browser.storage.session.get(key))[key] as Leaving | undefined
}

const leavingKey = (tabId: number) => `leaving:${tabId}`
