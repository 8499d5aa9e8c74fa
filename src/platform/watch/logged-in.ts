import type { WebRequest } from 'webextension-polyfill'
import { hosts } from '../../hosts'
import { sessionInPath } from '../../login-page/destination'
import type { Door } from '../../login-page/door'
import { formMemory } from '../../login-page/history'
import { routes } from '../../sso-apps/routes'
import { browser } from '../browser'
import { readDoors, readStandBacks, writeStandBacks } from '../door-stores'
import { bringHome } from './arrivals'
import { type Guard, keep, readKeeping } from './keeping'
import { forgetLeaving, isLeaving } from './leaving'
import { ownerOf } from './owner'

const seconds = 1000
/** Paths to which forms are sent, and at which SSO starts and comes back. */
const logins = hosts.flatMap(({ loginPaths }) => loginPaths)
const servlets = [...routes.starts, ...routes.callbacks]
const doorPaths = hosts.flatMap((host) => host.doorPaths)

/** Sees where a login leads. */
export async function seeRedirect(request: WebRequest.OnBeforeRedirectDetailsType): Promise<void> {
  const doors = await readDoors()
  const ofForm = ownerOf(request.url, logins, doors)
  const door = ofForm ?? ownerOf(request.url, servlets, doors)
  if (!door) return
  // A single logout comes back where some apps take people in.
  const isLogout = !ofForm && (await isLeaving(request.tabId, request.timeStamp))
  if (!isLogout && isLoggedIn(request.redirectUrl, door)) await seeLogin(door, request)
  await bringHome(door, request)
}

/** Sees the answer to a form that a script has sent. */
export async function seeAnswer(request: WebRequest.OnCompletedDetailsType): Promise<void> {
  const door = request.statusCode === 200 ? ownerOf(request.url, logins, await readDoors()) : undefined
  if (door) await seeLogin(door, request)
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
async function seeLogin({ baseUrl }: Door, { tabId, timeStamp: at }: { tabId: number; timeStamp: number }): Promise<void> {
  const standBacks = await readStandBacks()
  if (standBacks[baseUrl]) await writeStandBacks(without(standBacks, baseUrl))
  await forgetLeaving(tabId)
  const { arrivals, guards } = await readKeeping()
  const isHere = (guard: Guard) => guard.tabId === tabId && guard.baseUrl === baseUrl
  const [here, elsewhere] = [guards.filter(isHere), guards.filter((guard) => !isHere(guard))]
  if (here.length === 0) return
  const bounces = here.filter(({ because }) => because === 'tried-already')
  const soon = at + 10 * seconds
  await keep({ arrivals, guards: [...elsewhere, ...bounces.map((guard) => ({ ...guard, until: Math.min(guard.until, soon) }))] })
  if (bounces.length === here.length) return
  // Whichever page of the site is there by now: they share one store in this tab.
  await browser.scripting.executeScript({ target: { tabId }, func: forgetIn, args: [formMemory + baseUrl] }).catch(() => undefined)
}

const without = <T>(all: Readonly<Record<string, T>>, key: string) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name !== key))

/** Runs in the page. */
const forgetIn = (name: string) => sessionStorage.removeItem(name)
