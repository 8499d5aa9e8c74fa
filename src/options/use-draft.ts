import { useEffect, useState } from 'preact/hooks'
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
  const judged = draft === undefined ? undefined : judge(draft)
  const isNews = judged && 'value' in judged && toText(judged.value) !== toText(value)
  const commit = async () => {
    if (judged && 'value' in judged && isNews) await save(judged.value)
  }
  useEffect(() => {
    if (!isNews || isKey) return
    const timer = setTimeout(commit, pause)
    return () => clearTimeout(timer)
  }, [draft])
  const onInput = (text: string) => {
    setDraft(text)
    const found = judge(text)
    complain('wrong' in found ? found.wrong : undefined)
  }
  const onChange = () => {
    if (judged && 'value' in judged) void commit().then(() => setDraft(undefined))
  }
  return { shown: draft ?? toText(value), isWrong: judged !== undefined && 'wrong' in judged, onInput, onChange }
}
