const minutes = 60 * 1000
const [redirects, backdoor] = ['latchkey.redirects', 'latchkey.backdoor']

/** When this tab was redirected from this site before, in milliseconds since the epoch. */
export const pastRedirects = (): readonly number[] => recall(redirects)

/** Remembers a redirect for this tab. False where the page may not store anything: then no loop could be noticed. */
export const rememberRedirect = (): boolean => remember(redirects, [...pastRedirects(), Date.now()].slice(-10))

/** Whether the plain form was asked for in this tab, within the half hour that the background remembers it as well. */
export const askedForForm = (): boolean => recall(backdoor).some((at) => Date.now() - at < 30 * minutes)
export const rememberBackdoor = (): boolean => remember(backdoor, [Date.now()])

function recall(key: string): readonly number[] {
  try {
    const past: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return Array.isArray(past) ? past.filter((at): at is number => typeof at === 'number') : []
  } catch {
    return [] // no storage for this page, or somebody else's value
  }
}

function remember(key: string, times: readonly number[]): boolean {
  try {
    sessionStorage.setItem(key, JSON.stringify(times))
    return true
  } catch {
    return false
  }
}
