import { useState } from 'preact/hooks'
import { useOptions } from '../ui/fields/use-options'
import { say } from '../ui/words'

/** Asks once, in place, and takes out everything that the person has set. */
export function ResetAll() {
  const { change } = useOptions()
  const [isAsking, setAsking] = useState(false)
  if (!isAsking) {
    return (
      <button type="button" onClick={() => setAsking(true)}>
        {say('resetButton')}
      </button>
    )
  }
  const reset = () => {
    setAsking(false)
    document.getElementById('backup-title')?.focus()
    void change(
      () => say('resetDone'),
      () => ({}),
    )
  }
  return (
    <>
      <span>{say('resetAsk')}</span>
      <button type="button" class="danger" onClick={reset}>
        {say('resetButton')}
      </button>
      <button type="button" ref={focus} onClick={() => setAsking(false)}>
        {say('keep')}
      </button>
    </>
  )
}

/** The question takes the place of the button that had the focus. */
const focus = (button: HTMLButtonElement | null) => button?.focus()
