import { useEffect } from 'preact/hooks'
import { Icon } from '../Icon'
import { say } from '../words'
import type { Change } from './use-options'

/** So many milliseconds it stays. */
const stay = 12_000

interface Props {
  readonly change?: Change
  readonly undo: (change: Change) => void
  readonly forget: () => void
}

/** Says what was saved, and takes it back. */
export function Toast({ change, undo, forget }: Props) {
  useEffect(() => {
    if (!change) return
    const timer = setTimeout(forget, stay)
    return () => clearTimeout(timer)
  }, [change])
  return (
    <div class="toasts">
      <div role="status">{change && <span class="toast-words">{change.words}</span>}</div>
      {change && (
        <>
          <button type="button" onClick={() => undo(change)}>
            {say('undo')}
          </button>
          <button type="button" class="tool" aria-label={say('close')} title={say('close')} onClick={forget}>
            <Icon name="cross" />
          </button>
        </>
      )}
    </div>
  )
}
