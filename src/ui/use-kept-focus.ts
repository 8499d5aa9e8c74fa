import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** Keeps the focus in a part of the page when what had it goes: the part itself has it then, for which it needs a `tabIndex` of -1. */
export function useKeptFocus<E extends HTMLElement>(): RefObject<E | null> {
  const part = useRef<E>(null)
  const isWithin = part.current?.contains(document.activeElement)
  useLayoutEffect(() => {
    if (isWithin && !part.current?.contains(document.activeElement)) part.current?.focus()
  })
  return part
}
