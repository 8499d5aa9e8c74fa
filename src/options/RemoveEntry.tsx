import { useState } from 'preact/hooks'
import type { EntryName } from '../settings/place'
import { say } from '../ui/words'
import { useRemove } from './use-remove'

/** Asks once, in place, and removes. */
export function RemoveEntry({ entry, name }: { readonly entry: EntryName; readonly name: string }) {
  const remove = useRemove()
  const [isAsking, setAsking] = useState(false)
  const agree = () => {
    document.getElementById(`${entry.list}-title`)?.focus()
    void remove(entry, name)
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
      <button type="button" class="danger" onClick={agree}>
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
