import { find, own } from '../login-page/dom'
import type { Door } from '../login-page/door'
import { readForContent } from '../platform/content-storage'
import type { DoorPage } from './circumstances'
import { element } from './element'

/** A countdown that anybody can stop: by its button, by Escape, or by beginning to type or to paste. */
export interface Countdown extends Pick<DoorPage, 'door' | 'text'> {
  leave(): void
  /** What stands in its place once it was stopped. */
  instead(): void
}

declare global {
  /** In the isolated world of a login page that may count down. */
  var latchkeyCountDown: ((countdown: Countdown) => void) | undefined
}

/** Shows the time that is left, over the page, and leaves when it is over. Time passes only while somebody can see it. */
export function countDown({ door, text, leave, instead }: Countdown): void {
  const [card, words, clock, cancel, bar] = [element('div'), element('p'), element('time'), element('button'), element('progress')]
  card.id = 'latchkey-countdown'
  words.role = 'status'
  words.textContent = text('pageCountdown')
  clock.ariaHidden = bar.ariaHidden = 'true'
  cancel.textContent = text('pageCancel')
  card.append(words, clock, cancel, bar)
  let left = door.delaySeconds
  let last = performance.now()
  const tick = () => {
    const now = performance.now()
    if (!own(document, 'hidden')) left -= (now - last) / 1000
    last = now
    if (left <= 0) return end(async () => ((await mayLeave(door)) ? leave() : instead()))
    bar.value = left / door.delaySeconds
    clock.textContent = `${Math.ceil(left)} s`
    if (!card.isConnected) show()
  }
  // A page that draws itself anew does not take it away, and one that is written anew not what stops it: all listeners go then.
  const show = () => {
    find(document, 'html')?.append(card)
    cancel.addEventListener('click', stop)
    addEventListener('keydown', stopByKey, { capture: true, signal })
    for (const type of ['paste', 'compositionstart', 'pagehide']) addEventListener(type, stop, { signal })
  }
  const end = (next: () => void) => {
    clearInterval(ticking)
    listening.abort()
    card.remove()
    next()
  }
  // Password managers fill in forms by themselves, and pages make up events: only what a person does counts.
  const stop = ({ isTrusted }: Event) => isTrusted && end(instead)
  const stopByKey = (event: KeyboardEvent) =>
    (event.key === 'Escape' || (event.key.length === 1 && event.target instanceof HTMLInputElement)) && stop(event)
  const listening = new AbortController()
  const { signal } = listening
  const ticking = setInterval(tick, 100)
  tick()
}

/**
 * The time may have stood still for hours: meanwhile somebody may have logged out in another tab, or the settings may have changed. Of a
 * Latchkey that was updated meanwhile nothing answers any more.
 */
async function mayLeave({ baseUrl }: Door): Promise<boolean> {
  const left = await readForContent().catch(() => undefined)
  const isHeldOff = (left?.standBacks?.[baseUrl]?.until ?? 0) > Date.now()
  return !isHeldOff && Boolean(left?.doors.some((door) => door.baseUrl === baseUrl && door.enabled))
}
