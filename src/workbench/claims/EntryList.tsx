import { useState } from 'preact/hooks'
import { useGradually } from '../../ui/use-gradually'
import { say } from '../../ui/words'

/** So many entries are shown unasked. */
const few = 30

/** The entries of a list, each by itself; of a long one the beginning, and all on request. */
export function EntryList({ entries }: { readonly entries: readonly string[] }) {
  const [isAll, setAll] = useState(false)
  const shown = useGradually(isAll ? entries : entries.slice(0, few))
  return (
    <div class="entry-list">
      <ul>
        {shown.map((entry, index) => (
          <li key={index}>
            <code>{entry}</code>
          </li>
        ))}
      </ul>
      {entries.length > few && (
        <button type="button" class="link" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? say('showLess') : say('showAllOf', String(entries.length))}
        </button>
      )}
    </div>
  )
}
