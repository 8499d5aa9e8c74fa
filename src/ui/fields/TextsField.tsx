import { say } from '../words'
import { type FieldProps, linesOf } from './fields'
import { useDraft } from './use-draft'

const toText = (value: unknown): string => (Array.isArray(value) ? value.join('\n') : '')

/** Several texts, one a line. */
export function TextsField(props: FieldProps) {
  const { id, label, describedBy, isLocked, meaning } = props
  const { shown, isWrong, onInput, onChange } = useDraft(props, toText, (text) => linesOf(meaning?.(text) ?? text))
  return (
    <>
      <label for={id}>
        {label} <small>{say('onePerLine')}</small>
      </label>
      <textarea
        id={id}
        rows={Math.min(8, Math.max(2, shown.split('\n').length))}
        value={shown}
        disabled={isLocked}
        spellcheck={false}
        aria-describedby={describedBy}
        aria-invalid={isWrong}
        onInput={(event) => onInput(event.currentTarget.value)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  )
}
