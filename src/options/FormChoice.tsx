import { useId } from 'preact/hooks'
import { keyOf, say } from '../ui/words'

/** The forms in which an app client is printed. */
const forms = ['console', 'command', 'cloudformation', 'terraform'] as const
/** One of them. */
export type Form = (typeof forms)[number]

/** Chooses how app clients are printed. */
export function FormChoice({ form, choose }: { readonly form: Form; readonly choose: (form: Form) => void }) {
  const id = useId()
  return (
    <fieldset class="segments">
      <legend class="unseen">{say('assistantForms')}</legend>
      {forms.map((one) => (
        <label key={one}>
          <input type="radio" name={id} value={one} checked={one === form} onChange={() => choose(one)} />
          <span>{say(keyOf('form', one))}</span>
        </label>
      ))}
    </fieldset>
  )
}
