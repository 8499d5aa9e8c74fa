import { removeEntry } from '../settings/edit'
import type { EntryName } from '../settings/place'
import { useOptions } from '../ui/fields/use-options'
import { say } from '../ui/words'

/** Removes an entry from the person's own settings. */
export function useRemove(): (entry: EntryName, name: string) => Promise<boolean> {
  const { change } = useOptions()
  return (entry, name) =>
    change(
      () => say('removed', name),
      (stored) => removeEntry(stored, entry),
    )
}
