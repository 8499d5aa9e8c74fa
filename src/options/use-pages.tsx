import type { ComponentChild } from 'preact'
import { useState } from 'preact/hooks'
import { say } from '../ui/words'

/** So many sites or providers are shown at first; the search finds the others too. */
export const entriesShown = 30

/** Of hundreds of items the first `size`, and a button that shows as many more; nothing where all are shown. */
export function usePages<T>(items: readonly T[], size: number): { readonly shown: readonly T[]; readonly more: ComponentChild } {
  const [count, setCount] = useState(size)
  const rest = items.length - count
  const more = rest > 0 && (
    <p class="actions">
      <button type="button" onClick={() => setCount(count + size)}>
        {say('showMore', String(rest))}
      </button>
    </p>
  )
  return { shown: items.slice(0, count), more }
}
