import { useId, useState } from 'preact/hooks'
import { say } from '../ui/words'

interface Props {
  readonly button: string
  readonly question: string
  /** Runs while the focus is on the question, which goes then. */
  readonly agree: () => void
}

/** A button for what nobody should do by mistake: it asks once, in place. */
export function AskFirst({ button, question, agree }: Props) {
  const id = useId()
  const [asked, setAsked] = useState<'not yet' | 'now' | 'refused'>('not yet')
  if (asked !== 'now') {
    return (
      <button type="button" ref={asked === 'refused' ? focus : null} onClick={() => setAsked('now')}>
        {button}
      </button>
    )
  }
  const go = () => {
    setAsked('not yet')
    agree()
  }
  return (
    <>
      <span id={id}>{question}</span>
      <button type="button" class="danger" aria-describedby={id} onClick={go}>
        {button}
      </button>
      <button type="button" aria-describedby={id} ref={focus} onClick={() => setAsked('refused')}>
        {say('keep')}
      </button>
    </>
  )
}

/** Question and button take each other's place, and the one that had the focus is gone. */
const focus = (button: HTMLButtonElement | null) => button?.focus()
