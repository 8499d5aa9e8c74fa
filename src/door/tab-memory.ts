const minutes = 60 * 1000
const key = 'latchkey'

/** What this tab remembers of a site: times in milliseconds since the epoch. */
interface Memory {
  /** Redirects, newest last. */
  readonly redirects: readonly number[]
  /** When the plain form was asked for. */
  readonly form: number
}

/** When this tab was redirected from this site before, in milliseconds since the epoch. */
export const pastRedirects = (): readonly number[] => recall().redirects

/** Remembers a redirect for this tab. False where the page may not store anything: then no loop could be noticed. */
export const rememberRedirect = (): boolean => remember({ redirects: [...pastRedirects(), Date.now()].slice(-10) })

/** Whether the plain form was asked for in this tab, within the half hour that the background remembers it as well. */
export const askedForForm = (): boolean => Date.now() - recall().form < 30 * minutes
export const rememberBackdoor = (): boolean => remember({ form: Date.now() })

/** The page can write here as well: what is not ours reads as nothing. */
function recall(): Memory {
  const nothing: Memory = { redirects: [], form: 0 }
  try {
    const found = { ...nothing, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Memory>) }
    return Array.isArray(found.redirects) ? found : nothing
  } catch {
    return nothing
  }
}

function remember(news: Partial<Memory>): boolean {
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...recall(), ...news }))
    return true
  } catch {
    return false
  }
}
