import { useFew } from '../use-few'

/** So many entries are shown unasked. */
const few = 30

/** The entries of a list, each by itself; of a long one the beginning, and all on request. */
export function EntryList({ entries }: { readonly entries: readonly string[] }) {
  const { shown, more } = useFew(entries, few)
  return (
    <div class="entry-list">
      <ul>
        {shown.map((entry, index) => (
          <li key={index}>
            <code>{entry}</code>
          </li>
        ))}
      </ul>
      {more}
    </div>
  )
}
