import { useEffect, useRef, useState } from 'preact/hooks'

/** As many rows as a window holds, and how many a frame can take. */
const [inWindow, more] = [40, 160]

/**
 * The beginning of a long list, drawn at once, and the rest of it in the frames that follow. What a search takes away comes back likewise.
 * `first` is how many there is room for.
 */
export function useGradually<T>(items: readonly T[], first = inWindow): readonly T[] {
  const [, draw] = useState({})
  const count = useRef(first)
  count.current = Math.max(first, Math.min(count.current, items.length))
  const isAll = count.current >= items.length
  useEffect(() => {
    if (isAll) return
    const frame = requestAnimationFrame(() => {
      count.current += more
      draw({})
    })
    return () => cancelAnimationFrame(frame)
  })
  return isAll ? items : items.slice(0, count.current)
}
