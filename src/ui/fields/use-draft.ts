import { useEffect, useRef, useState } from 'preact/hooks'
import { type FieldProps, type Parts, read } from './fields'

/** After so many milliseconds without typing a text is saved. */
export const pause = 500

interface Draft {
  readonly shown: string
  readonly isWrong: boolean
  /** `isPasted`: the text came whole, so nobody is in the middle of typing it. */
  readonly onInput: (text: string, isPasted?: boolean) => void
  /** The person is done with the field. */
  readonly onChange: (text: string) => void
}

/**
 * A text being typed: judged with every letter, saved when it is valid, after a pause or when the person leaves the field.
 * `toValue` gives the value that a text stands for, `undefined` for the default.
 */
export function useDraft(
  { leaf, value, isKey, complain, save, preview, apart, unfit }: FieldProps,
  toText: (value: unknown) => string,
  toValue: (text: string) => unknown,
  taken: readonly string[] = [],
): Draft {
  const [draft, setDraft] = useState<string>()
  const judge = (text: string) => {
    const wrong = unfit?.(text)
    if (wrong) return { wrong }
    const wanted = toValue(text)
    if (wanted === undefined) return { value: undefined }
    const found = read(leaf, wanted)
    return 'value' in found && taken.includes(String(found.value)) ? { wrong: 'in-the-list' as const } : found
  }
  const partsIn = (text: string) => {
    const found = judge(text)
    return apart?.in(text, 'value' in found ? found.value : undefined)
  }
  const commit = async (text: string, isDone: boolean) => {
    const found = judge(text)
    if ('wrong' in found) return
    const saved = toText(found.value)
    const isSaved = saved === toText(value) || (await save(found.value))
    // Whoever goes on typing keeps what is not saved of it, such as a blank; else the field follows the settings again.
    if (isSaved && (isDone || saved === text)) setDraft((now) => (now === text ? undefined : now))
  }
  const takeApart = async (parts: Parts) => {
    if (!(await apart?.save(parts))) return
    apart?.show(undefined)
    setDraft(undefined)
  }
  // One timer, stopped by whatever comes first: a late save would bring back an entry that was renamed or removed meanwhile.
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stop = () => clearTimeout(timer.current)
  useEffect(() => stop, [])
  const onInput = (text: string, isPasted = false) => {
    setDraft(text)
    const found = judge(text)
    const parts = partsIn(text)
    apart?.show(parts)
    complain('wrong' in found && !parts ? found.wrong : undefined)
    if ('value' in found) preview?.(found.value)
    stop()
    if (parts && isPasted) void takeApart(parts)
    else if (!parts && !isKey) timer.current = setTimeout(() => void commit(text, false), pause)
  }
  const onChange = (text: string) => {
    stop()
    const parts = partsIn(text)
    if (parts) void takeApart(parts)
    else void commit(text, true)
  }
  const isWrong = draft !== undefined && 'wrong' in judge(draft) && !partsIn(draft)
  return { shown: draft ?? toText(value), isWrong, onInput, onChange }
}
