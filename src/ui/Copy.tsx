import { useEffect, useState } from 'preact/hooks'
import { announce } from './announce'
import { Icon } from './Icon'
import { say } from './words'

interface Props {
  readonly value: string
  /** What is copied, in the words that follow "Copy". */
  readonly what: string
  /** Says what is copied, where nothing beside it does. */
  readonly full?: boolean
  /** Shows the drawing alone, for use in tables. */
  readonly small?: boolean
  /** Left out of the way of the Tab key: the row that it is in has to be gone to first. */
  readonly passedOver?: boolean
}

/** Copies a text, and says that it did, or that the browser refused. */
export function Copy({ value, what, full = false, small = false, passedOver = false }: Props) {
  const [last, setLast] = useState<{ readonly value: string; readonly end: 'copied' | 'notCopied' }>()
  const end = last?.value === value ? last.end : undefined // after a change what is on the clipboard is another text
  useEffect(() => {
    if (last?.end !== 'copied') return
    const timer = setTimeout(() => setLast(undefined), 2000)
    return () => clearTimeout(timer)
  }, [last])
  const name = say('copyThis', what)
  const shown = end && say(end)
  const isRefused = end === 'notCopied'
  const ended = (how: NonNullable<typeof end>) => () => {
    setLast({ value, end: how })
    announce(say(how === 'copied' ? how : 'copyRefused'))
  }
  const copy = () => navigator.clipboard.writeText(value).then(ended('copied'), ended('notCopied'))
  return (
    <button
      type="button"
      class={`copy${small ? ' small ' : ' '}${end ?? ''}`}
      aria-label={shown ? `${shown}: ${name}` : name}
      title={isRefused ? say('copyRefused') : name}
      tabIndex={passedOver ? -1 : undefined}
      onClick={copy}
    >
      {!small && <Icon name={end === 'copied' ? 'tick' : 'copy'} />}
      {(!small || isRefused) && <span>{shown ?? (full ? name : say('copy'))}</span>}
    </button>
  )
}
