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

/** Copies a text, and says that it did. */
export function Copy({ value, what, full = false, small = false, passedOver = false }: Props) {
  const [last, setLast] = useState<string>()
  const copied = last === value // after a change what is on the clipboard is another text
  useEffect(() => {
    if (last === undefined) return
    const timer = setTimeout(() => setLast(undefined), 2000)
    return () => clearTimeout(timer)
  }, [last])
  const name = say('copyThis', what)
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => {
        setLast(value)
        announce(say('copied'))
      },
      () => setLast(undefined),
    )
  return (
    <button
      type="button"
      class={small ? `copy small${copied ? ' copied' : ''}` : 'copy'}
      aria-label={name}
      title={name}
      tabIndex={passedOver ? -1 : undefined}
      onClick={copy}
    >
      {!small && (
        <>
          <Icon name={copied ? 'tick' : 'copy'} />
          <span>{copied ? say('copied') : full ? name : say('copy')}</span>
        </>
      )}
    </button>
  )
}
