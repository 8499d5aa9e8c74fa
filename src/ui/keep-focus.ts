/** What somebody who goes on by keyboard may be given: no button that takes out the next entry when a key is held down. */
const controls = 'input, select, textarea, button:not(.tool, .link)'

/**
 * Keeps the focus near its place when what has it is taken out of the page, instead of leaving it to fall to the page's beginning: it goes to
 * the control beside the gap, else to the closest before it in its section, else to the section's heading. Returns what ends it.
 */
export function keepFocus(page: Document): () => void {
  let held: Element | undefined
  const hold = ({ target }: FocusEvent) => {
    held = target as Element
  }
  const watch = new MutationObserver((records) => {
    if (!held || held.isConnected || page.activeElement !== page.body) return
    const isGap = ({ target, removedNodes }: MutationRecord) =>
      target.isConnected && [...removedNodes].some((node) => node.contains(held ?? null))
    const gap = records.find(isGap)
    if (gap) near(gap)?.focus({ preventScroll: true })
  })
  page.addEventListener('focusin', hold)
  watch.observe(page.body, { childList: true, subtree: true })
  return () => {
    page.removeEventListener('focusin', hold)
    watch.disconnect()
  }
}

function near({ target, previousSibling }: MutationRecord): HTMLElement | undefined {
  // What is drawn in place of what went came after it: it is asked for as it stands now.
  const last = previousSibling?.parentNode === target ? previousSibling : null
  const after = siblings(last ? last.nextSibling : target.firstChild, 'nextSibling')
  const found = firstControl([...siblings(last, 'previousSibling'), ...after])
  if (found) return found
  let within = target as Element
  for (; !within.matches('section, main, body'); within = within.parentElement ?? within.ownerDocument.body) {
    const before = firstControl(siblings(within.previousSibling, 'previousSibling'))
    if (before) return before
  }
  return headingOf(within)
}

function siblings(from: Node | null, way: 'previousSibling' | 'nextSibling'): readonly Element[] {
  const all: Element[] = []
  for (let node = from; node; node = node[way]) if (node.nodeType === node.ELEMENT_NODE) all.push(node as Element)
  return all
}

function firstControl(among: readonly Element[]): HTMLElement | undefined {
  for (const one of among) {
    const found = one.matches(controls) ? one : one.querySelector(controls)
    if (found) return found as HTMLElement
  }
  return undefined
}

function headingOf(section: Element): HTMLElement | undefined {
  const labelledBy = section.getAttribute('aria-labelledby')
  const heading = labelledBy === null ? section.querySelector('h2') : section.ownerDocument.getElementById(labelledBy)
  if (heading) heading.tabIndex = -1
  return heading ?? undefined
}
