import { type FieldProps, numberFrom } from './fields'
import { useDraft } from './use-draft'

/** A line of text, or a whole number. Emptied, it has its default, which it shows in grey. */
export function TextField({ taken, ...props }: FieldProps & { readonly taken: readonly string[] }) {
  const { id, leaf, label, describedBy, isLocked, isKey, suggestions, meaning } = props
  const isNumber = leaf.kind === 'number'
  const initial = String(leaf.initial)
  const toText = (value: unknown) => (value === undefined || value === leaf.initial ? '' : String(value))
  const toValue = (text: string) => (text.trim() === '' && !isKey ? undefined : isNumber ? numberFrom(text) : (meaning?.(text) ?? text))
  const { shown, isWrong, onInput, onChange } = useDraft(props, toText, toValue, taken)
  return (
    <>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        {...(isNumber && { inputMode: 'numeric' as const, class: 'number' })}
        value={shown}
        placeholder={initial}
        disabled={isLocked}
        required={isKey}
        spellcheck={false}
        autocomplete="off"
        aria-describedby={describedBy}
        aria-invalid={isWrong}
        {...(suggestions && { list: `${id}-list` })}
        onInput={(event) => onInput(event.currentTarget.value, event.inputType === 'insertFromPaste')}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </>
  )
}
