import type { EntryName } from '../settings/place'
import { say } from '../ui/words'
import { AskFirst } from './AskFirst'
import { useRemove } from './use-remove'

/** Asks once, in place, and removes. */
export function RemoveEntry({ entry, name }: { readonly entry: EntryName; readonly name: string }) {
  const remove = useRemove()
  const agree = () => {
    document.getElementById(`${entry.list}-title`)?.focus()
    void remove(entry, name)
  }
  return (
    <div class="actions end">
      <AskFirst button={say('remove')} question={say('removeAsk', name)} agree={agree} />
    </div>
  )
}
