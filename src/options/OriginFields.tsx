import { useId } from 'preact/hooks'
import { defaultOrigins } from '../rollout/browsers'
import { type Given, type OriginField, originFields, wrongOrigin } from '../rollout/origins'
import type { BrowserName } from '../rollout/plan'
import { keyOf, say } from '../ui/words'

interface Props {
  readonly given: Given
  readonly give: (given: Given) => void
}

/** Where browsers get the extension: ids and addresses of the administrator's own, where it is not the store's. */
export const OriginFields = ({ given, give }: Props) => (
  <details class="group">
    <summary>{say('originTitle')}</summary>
    <p class="help">{say('originAbout')}</p>
    <div class="fields">
      {originFields.map((field) => (
        <OriginLine key={field} field={field} value={given[field] ?? ''} give={(value) => give({ ...given, [field]: value })} />
      ))}
    </div>
  </details>
)

interface LineProps {
  readonly field: OriginField
  readonly value: string
  readonly give: (value: string) => void
}

function OriginLine({ field, value, give }: LineProps) {
  const id = useId()
  const [, browser = '', part = ''] = /^(.*)(Id|Url)$/.exec(field) ?? []
  const { id: usualId, url } = defaultOrigins[browser as BrowserName]
  const wrong = wrongOrigin(field, value)
  return (
    <div class="field text">
      <label for={id}>{say(`origin_${field}`)}</label>
      <input
        id={id}
        type="text"
        value={value}
        placeholder={part === 'Id' ? usualId : url}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-wrong`}
        onInput={(event) => give(event.currentTarget.value.trim())}
      />
      <p class="wrong" id={`${id}-wrong`} aria-live="polite">
        {wrong && say(keyOf('origin', wrong))}
      </p>
    </div>
  )
}
