import type { DoorPage } from './circumstances'
import { element, onChange } from './element'

/** A way in, in the login form. */
interface Offer {
  /** Where the button leads; "" for words alone. */
  readonly to: string
  readonly button: string
  /** It has its place beside an SSO app's own button. */
  readonly isExtra: boolean
  /** What is said above the button; "" for nothing. */
  readonly notice: string
  readonly page: Pick<DoorPage, 'hasOwnButton' | 'submit'>
}

/** Forms are drawn again now and then; whoever throws the button out more often than this wants it out. */
const mostPlacements = 20

/**
 * Puts a link to SSO into the login form, dressed as the form's own button; waits for a form that is rendered late, and comes back with
 * one that is drawn again. It holds on to its own elements: whatever else on the page looks like them is not ours.
 */
export function offer({ to, button, isExtra, notice, page }: Offer): void {
  const box = element('div')
  const link = element('a', button)
  let placements = 0
  // Told once the browser has laid out the page for itself, and before it paints: to ask sooner would have it laid out twice.
  const dressing = new ResizeObserver(() => {
    dressing.disconnect()
    const submit = page.submit()
    if (submit) dress(link, submit, box.clientWidth)
  })
  const look = () => {
    link.hidden = !(to && (isExtra || !page.hasOwnButton()))
    if (link.hidden && !notice) return box.remove()
    const submit = box.isConnected ? undefined : page.submit()
    if (!submit || ++placements > mostPlacements) return
    submit.before(box)
    link.className = submit.className
    dressing.observe(box)
  }
  box.id = 'latchkey-offer'
  link.href = to
  link.target = '_self'
  if (notice) {
    const words = element('p', notice)
    words.role = 'status'
    box.append(words)
  }
  box.append(link)
  look()
  onChange(look)
}

const worn = ['color', 'background', 'border', 'borderRadius', 'padding', 'font'] as const

/** Makes a link that has the classes of a button of the page look like it: by hand, what they do not bring because the page's style hangs on an id or an element. */
function dress(link: HTMLElement, like: HTMLElement, room: number): void {
  const [ours, theirs] = [getComputedStyle(link), getComputedStyle(like)]
  for (const name of worn) if (ours[name] !== theirs[name]) link.style[name] = theirs[name]
  if (like.offsetWidth > room * 0.8) link.style.width = '100%'
}
