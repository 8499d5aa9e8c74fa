import { originOf, returnGrants } from '../platform/grants'
import { loadSettings } from '../platform/stores'
import { removeEntry } from '../settings/edit'
import type { EntryName } from '../settings/place'
import { useOptions } from '../ui/fields/use-options'
import { say } from '../ui/words'

/** Removes an entry from the person's own settings. A site's host is given back to the browser unless a site is still on it. */
export function useRemove(): (entry: EntryName, name: string) => Promise<void> {
  const { change } = useOptions()
  return async (entry, name) => {
    await change(
      () => say('removed', name),
      (stored) => removeEntry(stored, entry),
    )
    if (entry.list === 'sites') await returnUnneeded(originOf(entry.key)).catch(() => undefined) // required hosts stay
  }
}

/** Asks what is in force now: policy, another page, or a removal that failed may need the host all the same. */
async function returnUnneeded(origin: string): Promise<void> {
  const { settings } = await loadSettings()
  if (!settings.sites.some(({ baseUrl }) => originOf(baseUrl) === origin)) await returnGrants([origin])
}
