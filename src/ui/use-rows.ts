import type { TargetedFocusEvent, TargetedKeyboardEvent } from 'preact'
import { useState } from 'preact/hooks'

type Body = HTMLTableSectionElement
/** The first button of a row stands beside its name. */
const doorOf = (row: Element | null | undefined): HTMLElement | null | undefined => row?.querySelector<HTMLElement>('th button')

/**
 * Going about a long table by arrow keys, Home and End: the Tab key stops at the row where one was last, and at no other. Each row is told by the
 * `abbr` of its header.
 */
export function useRows(names: readonly string[]) {
  const [last, setLast] = useState<string>()
  const current = last !== undefined && names.includes(last) ? last : names[0]
  const onFocusIn = ({ target }: TargetedFocusEvent<Body>) => {
    const name = (target as Element).closest('tr')?.querySelector('th')?.abbr
    if (name) setLast(name)
  }
  const onKeyDown = (event: TargetedKeyboardEvent<Body>) => {
    const doors = [...event.currentTarget.querySelectorAll<HTMLElement>('th button:first-of-type')]
    const door = doorOf((event.target as Element).closest('tr'))
    const next = door && landing(event.key, doors, door)
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return { current, rows: { onFocusIn, onKeyDown } }
}

/** Where a key leads; undefined for one that leads nowhere. */
function landing(key: string, doors: readonly HTMLElement[], door: HTMLElement): HTMLElement | undefined {
  const at = doors.indexOf(door)
  if (key === 'ArrowDown') return doors[at + 1]
  if (key === 'ArrowUp') return doors[at - 1]
  if (key === 'Home') return doors[0]
  return key === 'End' ? doors.at(-1) : undefined
}
