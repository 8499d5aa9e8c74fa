import { choiceLabel } from '../setting-words'
import type { FieldProps } from './fields'

/** One of several. */
export const ChoiceField = ({ id, leaf, path, label, value, describedBy, isLocked, save }: FieldProps) => (
  <>
    <label for={id}>{label}</label>
    <select
      id={id}
      value={String(value)}
      disabled={isLocked}
      aria-describedby={describedBy}
      onChange={(event) => save(event.currentTarget.value)}
    >
      {leaf.options?.map((option) => (
        <option key={option} value={option}>
          {choiceLabel(path, option)}
        </option>
      ))}
    </select>
  </>
)
