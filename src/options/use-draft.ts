import { useEffect, useRef, useState } from 'preact/hooks'
import { type FieldProps, read } from './fields'

/** After so many milliseconds without typing a text is saved. */
const pause = 500

interface Draft {
  readonly shown: string
  readonly isWrong: boolean
  readonly onInput: (text: string) => void
  /** The person is done with the field. */
  readonly onChange: () => void
}

/**
 * A text being typed: judged with every letter, saved when it is valid, after a pause or when the person leaves the field.
 * `toValue` gives the value that a text stands for, `undefined` for the default.
 */
export function useDraft(
  { leaf, value, isKey, complain, save }: FieldProps,
  toText: (value: unknown) => string,
  toValue: (text: string) => unknown,
  taken: readonly string[] = [],
): Draft {
  const [draft, setDraft] = useState<string>()
  const judge = (text: string) => {
    const wanted = toValue(text)
    if (wanted === undefined) return { value: undefined }
    const found = read(leaf, wanted)
    return 'value' in found && taken.includes(String(found.value)) ? { wrong: 'same-twice' as const } : found
  }
  const commit = async (text: string) => {
    const found = judge(text)
    if ('value' in found && toText(found.value) !== toText(value)) await save(found.value)
  }
  // One timer, stopped by whatever comes first: a late save would bring back an entry that was renamed or removed meanwhile.
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stop = () => clearTimeout(timer.current)
  useEffect(() => stop, [])
  const onInput = (text: string) => {
    setDraft(text)
    const found = judge(text)
    complain('wrong' in found ? found.wrong : undefined)
    stop()
    if (!isKey) timer.current = setTimeout(() => void commit(text), pause)
  }
  const onChange = () => {
    stop()
    if (draft !== undefined && !('wrong' in judge(draft))) void commit(draft).then(() => setDraft(undefined))
  }
  const isWrong = draft !== undefined && 'wrong' in judge(draft)
  return { shown: draft ?? toText(value), isWrong, onInput, onChange }
}
