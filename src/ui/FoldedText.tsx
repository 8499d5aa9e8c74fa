import { useState } from 'preact/hooks'
import { say } from './words'

/** Texts longer than this, in characters, are folded. */
const long = 240

interface Props {
  readonly text: string
  /** Left out of the way of the Tab key. */
  readonly passedOver?: boolean | undefined
}

/** A text as it is; of a long one the beginning, and all on request. */
export function FoldedText({ text, passedOver }: Props) {
  const [isOpen, setOpen] = useState(false)
  if (text.length <= long) return <code class="value">{text}</code>
  return (
    <span class="value">
      <code class={isOpen ? undefined : 'folded'}>{text}</code>
      <button type="button" class="link" aria-expanded={isOpen} tabIndex={passedOver ? -1 : undefined} onClick={() => setOpen(!isOpen)}>
        {say(isOpen ? 'showLess' : 'showAll')}
      </button>
    </span>
  )
}
