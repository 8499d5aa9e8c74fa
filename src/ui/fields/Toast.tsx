import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../Icon'
import { say } from '../words'
import type { Change } from './use-options'

/** So many milliseconds it stays, and so many more as long as it is held. */
const [stay, more] = [12_000, 1_000]

interface Props {
  readonly change?: Change
  readonly undo: (change: Change) => void
  readonly forget: () => void
}

/** Says what was saved, and takes it back where it can be. It stays while somebody points at it or has reached it by keyboard. */
export function Toast({ change, undo, forget }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!change) return
    const end = () => {
      if (box.current?.matches(':hover') || box.current?.contains(document.activeElement)) timer = setTimeout(end, more)
      else forget()
    }
    let timer = setTimeout(end, stay)
    return () => clearTimeout(timer)
  }, [change])
  return (
    <div class="toasts" ref={box}>
      <div role="status">{change && <span class="toast-words">{change.words()}</span>}</div>
      {change && (
        <>
          {change.stored && (
            <button type="button" onClick={() => undo(change)}>
              {say('undo')}
            </button>
          )}
          <button type="button" class="tool" aria-label={say('close')} title={say('close')} onClick={forget}>
            <Icon name="cross" />
          </button>
        </>
      )}
    </div>
  )
}
