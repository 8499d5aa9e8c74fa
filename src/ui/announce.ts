const announcer = Object.assign(document.createElement('p'), { className: 'unseen', role: 'status' })
let silence: ReturnType<typeof setTimeout> | undefined

/** Puts the place from which screen readers hear what happened into the page: from the start, since they miss what comes together with it. */
export const placeAnnouncer = () => document.body.append(announcer)

/** Says what just happened to whoever does not see it. Not for what stays on the page, which has a live region of its own. */
export function announce(what: string): void {
  clearTimeout(silence)
  announcer.textContent = what
  silence = setTimeout(() => {
    announcer.textContent = ''
  }, 2000)
}
