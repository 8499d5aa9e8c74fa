import { own } from '../login-page/dom'
import { pageWord } from '../platform/content-storage'
import { element } from './element'

/** A countdown that anybody can stop: by its button, by Escape, or by beginning to type. */
export interface Countdown {
  readonly seconds: number
  readonly site: string
  leave(): void
  /** What stands in its place once it was stopped. */
  instead(): void
}

/** Shows the time that is left, over the page, and leaves when it is over. Time passes only while somebody can see it. */
export function countDown({ seconds, site, leave, instead }: Countdown): void {
  const { card, bar, clock, cancel } = draw(site)
  bar.max = seconds
  let left = seconds
  let last = performance.now()
  const tick = () => {
    const now = performance.now()
    if (!document.hidden) left -= (now - last) / 1000
    last = now
    if (left <= 0) return end(leave)
    bar.value = left
    clock.textContent = `${Math.ceil(left)} s`
    // A page that draws itself anew does not take it away.
    if (!card.isConnected) own(document, 'querySelector')('html')?.append(card)
  }
  const end = (next: () => void) => {
    clearInterval(ticking)
    removeEventListener('keydown', onKey, true)
    removeEventListener('pagehide', stop)
    card.remove()
    next()
  }
  const stop = () => end(instead)
  // Password managers fill in forms by themselves, and pages make up events: only what a person does counts.
  const onKey = ({ isTrusted, key, target }: KeyboardEvent) => {
    if (isTrusted && (key === 'Escape' || (key.length === 1 && target instanceof HTMLInputElement))) stop()
  }
  cancel.addEventListener('click', ({ isTrusted }) => isTrusted && stop())
  addEventListener('keydown', onKey, true)
  addEventListener('pagehide', stop)
  const ticking = setInterval(tick, matchMedia('(prefers-reduced-motion: reduce)').matches ? 1000 : 100)
  tick()
}

function draw(site: string) {
  const [card, words, clock] = [element('div'), element('p', pageWord('pageCountdown', site)), element('time')]
  const [cancel, bar] = [element('button', pageWord('pageCancel')), element('progress')]
  card.id = 'latchkey-countdown'
  words.role = 'status'
  clock.ariaHidden = 'true'
  bar.ariaLabel = words.textContent
  card.append(words, clock, cancel, bar)
  return { card, bar, clock, cancel }
}
