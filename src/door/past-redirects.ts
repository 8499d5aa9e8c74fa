const key = 'latchkey.redirects'

/** When this tab was redirected from this site before, in milliseconds since the epoch. */
export function pastRedirects(): readonly number[] {
  try {
    const past: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return Array.isArray(past) ? past.filter((at): at is number => typeof at === 'number') : []
  } catch {
    return [] // no storage for this page, or somebody else's value
  }
}

/** Remembers a redirect for this tab. False where the page may not store anything: then no loop could be noticed. */
export function rememberRedirect(at: number): boolean {
  try {
    sessionStorage.setItem(key, JSON.stringify([...pastRedirects(), at].slice(-10)))
    return true
  } catch {
    return false
  }
}
