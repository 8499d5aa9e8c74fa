import type { WebRequest } from 'webextension-polyfill'
import { sessionInPath } from '../../login-page/destination'
import type { Door } from '../../login-page/door'
import { formMemory } from '../../login-page/history'
import { browser } from '../browser'
import { readDoorsAt, readStandBacks, writeStandBacks } from '../door-stores'
import { cookieStoreOf } from '../tabs'
import { bringHome } from './arrivals'
import { type Guard, keep, readKeeping } from './keeping'
import { forgetLeaving, isLeaving } from './leaving'
import { ownerOf } from './owner'
import { soonIn } from './pages'
import { doorPaths, loginPaths, servletPaths } from './paths'

const seconds = 1000

/** Sees where a login leads. */
export async function seeRedirect(request: WebRequest.OnBeforeRedirectDetailsType): Promise<void> {
  const doors = await readDoorsAt(request.url)
  const ofForm = ownerOf(request.url, loginPaths, doors)
  const door = ofForm ?? ownerOf(request.url, servletPaths, doors)
  if (!door) return
  // A single logout comes back where some apps take people in.
  const isLogout = !ofForm && (await isLeaving(request.tabId, request.timeStamp))
  if (!isLogout && isLoggedIn(request.redirectUrl, door)) await seeLogin(door, request)
  await bringHome(door, request)
}

/**
 * The site at which somebody has logged in by a form that a script has sent; undefined where nobody has. The server may answer with one
 * more question, for a code say: only whoever is then led into the site has answered the last.
 */
export async function hearAnswer({ url, tabId, statusCode }: WebRequest.OnCompletedDetailsType): Promise<Door | undefined> {
  const door = statusCode === 200 ? ownerOf(url, loginPaths, await readDoorsAt(url)) : undefined
  return door && (await soonIn(tabId, () => isInside(tabId, door))) ? door : undefined
}

async function isInside(tabId: number, door: Door): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined)
  return tab?.url !== undefined && isLoggedIn(tab.url, door)
}

/**
 * Whether a login that answers with this redirect has succeeded: a failed one leads to another login page of the site. Apps that start
 * where they come back redirect away from it, to log in and to log out.
 */
function isLoggedIn(redirectUrl: string, { baseUrl }: Door): boolean {
  const pathname = new URL(redirectUrl).pathname.replace(sessionInPath, '')
  const isOnTheWay = pathname.includes('/plugins/servlet/') || doorPaths.some((path) => pathname.endsWith(`/${path}`))
  return redirectUrl.startsWith(baseUrl) && !isOnTheWay
}

/** The plain form, once asked for in this tab, is asked for no more, a pause after a logout is over, and only a login page that comes at once is a bounce. */
export async function seeLogin(door: Door, { tabId, timeStamp: at }: { tabId: number; timeStamp: number }): Promise<void> {
  const { baseUrl } = door
  await endPause(baseUrl, tabId)
  await forgetLeaving(tabId)
  const { arrivals, guards } = await readKeeping()
  const isHere = (guard: Guard) => guard.tabId === tabId && guard.baseUrl === baseUrl
  const [here, elsewhere] = [guards.filter(isHere), guards.filter((guard) => !isHere(guard))]
  if (here.length === 0) return
  const bounces = here.filter(({ because }) => because === 'tried-already')
  const soon = at + 10 * seconds
  await keep({ arrivals, guards: [...elsewhere, ...bounces.map((guard) => ({ ...guard, until: Math.min(guard.until, soon) }))] })
  if (bounces.length < here.length) void forgetForm(door, tabId)
}

/** Whichever page of the site comes first: they share one store in this tab. Until then the sign-in page may stand there, and others are not held up. */
const forgetForm = (door: Door, tabId: number) =>
  soonIn(tabId, async () => {
    const forgetting = { target: { tabId }, func: forgetIn, args: [formMemory + door.baseUrl] }
    return (await isInside(tabId, door)) && browser.scripting.executeScript(forgetting).catch(() => undefined)
  })

/** Whoever has logged out with other cookies as well is not in there yet. */
async function endPause(baseUrl: string, tabId: number): Promise<void> {
  const { [baseUrl]: standBack, ...others } = await readStandBacks()
  if (!standBack) return
  const here = await cookieStoreOf(tabId)
  const leftIn = standBack.leftIn?.filter((store) => store !== here) ?? []
  await writeStandBacks(leftIn.length ? { ...others, [baseUrl]: { ...standBack, leftIn } } : others)
}

/** Runs in the page. */
const forgetIn = (name: string) => sessionStorage.removeItem(name)
