import { formMemory } from '../login-page/history'

/** As long as the background remembers it. Browsers restore tabs with their stores, and nobody hears of all logins in those. */
const aDay = 24 * 60 * 60 * 1000
const redirectMemory = 'latchkey '

/** When this tab was redirected from the site at this base URL before, in milliseconds since the epoch. */
export const pastRedirects = (baseUrl: string): readonly number[] => recall(redirectMemory + baseUrl)

/** Remembers a redirect for this tab. False where the page may not store anything: then no loop could be noticed. */
export const rememberRedirect = (baseUrl: string): boolean =>
  remember(redirectMemory + baseUrl, [...pastRedirects(baseUrl), Date.now()].slice(-10))

/** Whether the plain form was asked for in this tab within a day, and nobody has logged in since. */
export const askedForForm = (baseUrl: string): boolean => recall(formMemory + baseUrl).some((at) => Date.now() - at < aDay)
/** Remembers that the plain form was asked for in this tab. False where the page may not store anything. */
export const rememberBackdoor = (baseUrl: string): boolean => remember(formMemory + baseUrl, [Date.now()])

/** The page can write here as well: what is not ours compares as no time at all. */
function recall(name: string): readonly number[] {
  try {
    return [JSON.parse(sessionStorage.getItem(name) ?? '[]')].flat() as number[]
  } catch {
    return []
  }
}

function remember(name: string, times: readonly number[]): boolean {
  try {
    sessionStorage.setItem(name, JSON.stringify(times))
    return true
  } catch {
    return false
  }
}
