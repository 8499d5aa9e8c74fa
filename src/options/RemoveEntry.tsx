import { useState } from 'preact/hooks'
import { originOf, returnGrants } from '../platform/grants'
import { removeEntry } from '../settings/edit'
import type { EntryName } from '../settings/place'
import { useOptions } from '../ui/fields/use-options'
import { say } from '../ui/words'

/** Asks once, in place, and removes. A site's host is given back to the browser unless another site is on it. */
export function RemoveEntry({ entry, name }: { readonly entry: EntryName; readonly name: string }) {
  const { resolved, change } = useOptions()
  const [isAsking, setAsking] = useState(false)
  const remove = async () => {
    document.getElementById(`${entry.list}-title`)?.focus()
    await change(say('removed', name), (stored) => removeEntry(stored, entry))
    if (entry.list !== 'sites') return
    const others = resolved.settings.sites.filter(({ baseUrl }) => baseUrl !== entry.key)
    const origin = originOf(entry.key)
    if (!others.some(({ baseUrl }) => originOf(baseUrl) === origin)) await returnGrants([origin]).catch(() => false) // required hosts stay
  }
  if (!isAsking) {
    return (
      <div class="actions end">
        <button type="button" onClick={() => setAsking(true)}>
          {say('remove')}
        </button>
      </div>
    )
  }
  return (
    <div class="actions end">
      <span>{say('removeAsk', name)}</span>
      <button type="button" class="danger" onClick={remove}>
        {say('remove')}
      </button>
      <button type="button" ref={focus} onClick={() => setAsking(false)}>
        {say('keep')}
      </button>
    </div>
  )
}

/** The question takes the place of the button that had the focus. */
const focus = (button: HTMLButtonElement | null) => button?.focus()
