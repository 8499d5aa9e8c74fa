import { useId, useState } from 'preact/hooks'
import type { ComplaintCode } from '../settings/kinds'
import { complaintInWords } from '../ui/complaint-words'
import { settingHelp, settingLabel } from '../ui/setting-words'
import { say } from '../ui/words'
import { ChoiceField } from './ChoiceField'
import { renameEntry, setAt } from './edit'
import type { FieldProps } from './fields'
import { catalogPath, keyName, leafAt, type Place, sourcePath, valueAt } from './place'
import { RulesField } from './RulesField'
import { TextField } from './TextField'
import { TextsField } from './TextsField'
import { ToggleField } from './ToggleField'
import { useOptions } from './use-options'

const kinds = { toggle: ToggleField, choice: ChoiceField, number: TextField, text: TextField, texts: TextsField, rules: RulesField }

interface Props {
  readonly place: Place
  readonly suggestions?: readonly string[]
  /** Keys of the other entries, if this is a key. */
  readonly taken?: readonly string[]
}

/** One setting, drawn from the catalogue: label, help, the value in force, and what is wrong with what is being typed. */
export function Field({ place, suggestions, taken = [] }: Props) {
  const { resolved, change } = useOptions()
  const [wrong, setWrong] = useState<ComplaintCode>()
  const id = useId()
  const path = catalogPath(place)
  const leaf = leafAt(path)
  if (!leaf || leaf.options?.length === 1) return null
  const { entry } = place
  const label = settingLabel(path)
  const source = resolved.sources[sourcePath(place)]
  const isKey = entry !== undefined && keyName(entry.list) === place.path
  const edit = (value: unknown) => (stored: unknown) => (isKey ? renameEntry(stored, entry, String(value)) : setAt(stored, place, value))
  const save = (value: unknown) => change(say('changed', label), edit(value), sourcePath(place))
  const value = valueAt(resolved, place)
  const props: FieldProps = {
    ...{ id, leaf, path, value, label, isKey, save, complain: setWrong },
    describedBy: `${id}-help ${id}-wrong`,
    isLocked: source === 'policy',
    ...(suggestions && { suggestions }),
  }
  const Kind = kinds[leaf.kind]
  const canReset = source === 'user' && leaf.kind !== 'text' && JSON.stringify(value) !== JSON.stringify(leaf.initial)
  return (
    <div class={`field ${leaf.kind}`}>
      <Kind {...props} taken={taken} />
      <p class="help" id={`${id}-help`}>
        {settingHelp(path)} {source === 'policy' && <strong class="lock">{say('lockedByPolicy')}</strong>}
        {canReset && (
          <button type="button" class="link" onClick={() => save(undefined)} aria-label={`${label}: ${say('useDefault')}`}>
            {say('useDefault')}
          </button>
        )}
      </p>
      <p class="wrong" id={`${id}-wrong`} aria-live="polite">
        {wrong && complaintInWords(wrong)}
      </p>
    </div>
  )
}
