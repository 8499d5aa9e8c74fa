import { useEffect, useState } from 'preact/hooks'

/** Id of the section that is being read: the one that the address names while its heading is in view, else the last that begins in the window's upper third or above it. */
export function useCurrentSection(ids: readonly string[]): string | undefined {
  const [current, setCurrent] = useState(ids[0])
  useEffect(() => {
    const look = () => {
      const topOf = (id: string) => document.getElementById(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY
      const named = ids.find((id) => location.hash.startsWith(`#${id}`) && topOf(id) >= 0 && topOf(id) < innerHeight)
      setCurrent(named ?? ids.findLast((id) => topOf(id) < innerHeight / 3) ?? ids[0])
    }
    look()
    for (const moved of events) addEventListener(moved, look, { passive: true })
    return () => {
      for (const moved of events) removeEventListener(moved, look)
    }
  }, [])
  return current
}

const events = ['scroll', 'resize', 'hashchange'] as const
