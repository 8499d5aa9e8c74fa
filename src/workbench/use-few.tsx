import { useState } from 'preact/hooks'
import { useGradually } from '../ui/use-gradually'
import { say } from '../ui/words'

/** The first `few` of a list, and `more`: a button that shows them all, and the few again; nothing where there are no more. */
export function useFew<T>(items: readonly T[], few: number) {
  const [isAll, setAll] = useState(false)
  const shown = useGradually(isAll ? items : items.slice(0, few))
  const more = items.length > few && (
    <button type="button" class="link" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
      {isAll ? say('showLess') : say('showAllOf', String(items.length))}
    </button>
  )
  return { shown, more }
}
