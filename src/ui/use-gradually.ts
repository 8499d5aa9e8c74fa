import { useEffect, useState } from 'preact/hooks'

/** As many rows as a window holds, and how many a frame can take. */
const [first, more] = [40, 160]

/** The beginning of a long list, drawn at once, and the rest of it in the frames that follow. */
export function useGradually<T>(items: readonly T[]): readonly T[] {
  const [count, setCount] = useState(first)
  const isAll = count >= items.length
  useEffect(() => {
    if (isAll) return
    const frame = requestAnimationFrame(() => setCount(count + more))
    return () => cancelAnimationFrame(frame)
  }, [count, isAll])
  return isAll ? items : items.slice(0, count)
}
