import { pageWords } from '../platform/content-storage'

/** A countdown that anybody can stop: by its button, by Escape, or by beginning to type. */
export interface Countdown {
  readonly seconds: number
  readonly site: string
  leave(): void
  /** What stands in its place once it was stopped. */
  instead(): void
}

/** Shows the time that is left above everything else on the page, and leaves when it is over. */
export function countDown({ seconds, site, leave, instead }: Countdown): void {
  const { box, bar, cancel } = draw(site, seconds)
  const ends = Date.now() + seconds * 1000
  const ticking = setInterval(() => {
    bar.value = Math.max(0, (ends - Date.now()) / 1000)
    if (Date.now() < ends) return
    stop()
    leave()
  }, 100)
  const stop = () => {
    clearInterval(ticking)
    document.removeEventListener('keydown', onEscape)
    document.removeEventListener('input', onStop)
    box.remove()
  }
  const onStop = () => {
    stop()
    instead()
  }
  const onEscape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') onStop()
  }
  cancel.addEventListener('click', onStop)
  document.addEventListener('keydown', onEscape)
  document.addEventListener('input', onStop)
  document.body.prepend(box)
}

function draw(site: string, seconds: number): { box: HTMLElement; bar: HTMLProgressElement; cancel: HTMLButtonElement } {
  const box = document.createElement('div')
  box.setAttribute('role', 'status')
  const text = document.createElement('span')
  text.textContent = pageWords.countdown(site)
  const bar = document.createElement('progress')
  Object.assign(bar, { max: seconds, value: seconds })
  const cancel = document.createElement('button')
  cancel.type = 'button'
  cancel.textContent = pageWords.cancel()
  Object.assign(box.style, look)
  box.append(text, bar, cancel)
  return { box, bar, cancel }
}

const look = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: '12px',
  alignItems: 'center',
  justifyContent: 'center',
  padding: '10px 16px',
  background: 'Canvas',
  color: 'CanvasText',
  borderBottom: '1px solid GrayText',
  font: '14px system-ui, sans-serif',
}
