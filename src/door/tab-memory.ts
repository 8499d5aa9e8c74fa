const minutes = 60 * 1000
const [redirects, backdoor, sessionEnd] = ['latchkey.redirects', 'latchkey.backdoor', 'latchkey.session-end']

/** When this tab was redirected from this site before, in milliseconds since the epoch. */
export const pastRedirects = (): readonly number[] => recall(redirects)

/** Remembers a redirect for this tab. False where the page may not store anything: then no loop could be noticed. */
export const rememberRedirect = (): boolean => remember(redirects, [...pastRedirects(), Date.now()].slice(-10))

/** Whether the plain form was asked for in this tab, within the half hour that the background remembers it as well. */
export const askedForForm = (): boolean => isWithin(recall(backdoor), 30 * minutes)
export const rememberBackdoor = (): boolean => remember(backdoor, [Date.now()])

/** Whether this tab was sent to end the provider's session and is back. Asked once: the next logout ends the next session. */
export function comesFromSessionEnd(): boolean {
  const past = recall(sessionEnd)
  if (past.length > 0) remember(sessionEnd, [])
  return isWithin(past, 5 * minutes)
}
/** Remembers that this tab is on its way. False where nothing can be stored: it would be sent there without end. */
export const rememberSessionEnd = (): boolean => remember(sessionEnd, [Date.now()])

const isWithin = (times: readonly number[], span: number): boolean => times.some((at) => Date.now() - at < span)

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
