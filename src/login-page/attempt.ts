/**
 * The mark of a tab that Latchkey's rules have sent to SSO, in front of the anchor. Fragments outlive redirects and reach no server:
 * a login page that carries the mark is one that SSO led back to, whether or not anybody was awake to count.
 */
export const attemptMark = '#latchkey:'

/** Whether a page's fragment says that SSO led back to it. */
export const isAttempt = (fragment: string): boolean => fragment.startsWith(attemptMark)

/** The fragment as the person asked for it, with its "#", or "". */
export const anchorOf = (fragment: string): string =>
  (isAttempt(fragment) ? `#${fragment.slice(attemptMark.length)}` : fragment).replace(/^#$/, '')
