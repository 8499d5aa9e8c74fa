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

/** Says what was saved, and takes it back where it can be. It stays while somebody points at it or has reached it by keyboard, and gives the focus back. */
export function Toast({ change, undo, forget }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const before = useRef<EventTarget | null>(null)
  useEffect(() => {
    if (!change) return
    const end = () => {
      if (box.current?.matches(':hover') || box.current?.contains(document.activeElement)) timer = setTimeout(end, more)
      else forget()
    }
    let timer = setTimeout(end, stay)
    return () => clearTimeout(timer)
  }, [change])
  const enter = ({ relatedTarget }: FocusEvent) => {
    if (!box.current?.contains(relatedTarget as Node | null)) before.current = relatedTarget
  }
  const leave = (act: () => void) => {
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
    act()
  }
  return (
    <div class="toasts" ref={box} onFocusIn={enter}>
      <div role="status">{change && <span class="toast-words">{change.words()}</span>}</div>
      {change && (
        <>
          {change.stored && (
            <button type="button" onClick={() => leave(() => undo(change))}>
              {say('undo')}
            </button>
          )}
          <button type="button" class="tool" aria-label={say('close')} title={say('close')} onClick={() => leave(forget)}>
            <Icon name="cross" />
          </button>
        </>
      )}
    </div>
  )
}
