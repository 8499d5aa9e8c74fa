import type { FieldProps } from './fields'

/** On or off. */
export const ToggleField = ({ id, label, value, describedBy, isLocked, save }: FieldProps) => (
  <label class="toggle-line" for={id}>
    <input
      id={id}
      type="checkbox"
      checked={value === true}
      disabled={isLocked}
      aria-describedby={describedBy}
      onChange={(event) => save(event.currentTarget.checked)}
    />
    {label}
  </label>
)
