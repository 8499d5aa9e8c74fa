import { hosts } from '../../hosts'
import { doorOf } from '../../login-page/door'
import { formMemory } from '../../login-page/history'
import { browser } from '../browser'
import { readDoors, readStandBacks, writeStandBacks } from '../door-stores'
import { keep, readKeeping } from './keeping'
import { forgetLeaving } from './leaving'

/** Whether a login that answers with this redirect has succeeded: a failed one leads to another login page. */
export function isLoggedIn(redirectUrl: string): boolean {
  const { pathname } = new URL(redirectUrl)
  return !pathname.includes('/plugins/servlet/') && !hosts.some(({ doorPaths }) => doorPaths.some((path) => pathname.endsWith(`/${path}`)))
}

/** Somebody has logged in at `url`: the plain form, once asked for in this tab, is asked for no more, and a pause after a logout is over. */
export async function seeLogin(tabId: number, url: string): Promise<void> {
  const door = doorOf(url, await readDoors())
  const standBacks = await readStandBacks()
  if (door && standBacks[door.baseUrl]) await writeStandBacks(without(standBacks, door.baseUrl))
  await forgetLeaving(tabId)
  const { arrivals, guards } = await readKeeping()
  const others = guards.filter((guard) => guard.tabId !== tabId || guard.because !== 'backdoor-earlier')
  if (others.length === guards.length) return
  await keep({ arrivals, guards: others })
  // Whichever page of the site is there by now: they share one store in this tab.
  await browser.scripting.executeScript({ target: { tabId }, func: forgetIn, args: [formMemory] }).catch(() => undefined)
}

const without = <T>(all: Readonly<Record<string, T>>, key: string) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name !== key))

/** Runs in the page. */
const forgetIn = (name: string) => sessionStorage.removeItem(name)
