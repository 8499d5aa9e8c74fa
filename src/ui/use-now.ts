import { useEffect, useState } from 'preact/hooks'

/** The time in seconds since the epoch, drawn anew every so many seconds. */
export function useNow(every: number): number {
  const [, beat] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => beat((beats) => beats + 1), every * 1000)
    return () => clearInterval(timer)
  }, [every])
  // Not of the last beat: what has just come in would be of the future.
  return Date.now() / 1000
}
