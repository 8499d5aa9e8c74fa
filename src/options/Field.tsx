import { useId, useState } from 'preact/hooks'
import { type PoolParts, poolParts } from '../providers/cognito/pool-parts'
import type { ComplaintCode } from '../settings/kinds'
import { complaintInWords } from '../ui/complaint-words'
import { settingHelp, settingLabel } from '../ui/setting-words'
import { say } from '../ui/words'
import { fillIn, isPart, neighbours, understood } from './apart'
import { ChoiceField } from './ChoiceField'
import { renameEntry, setAll, setAt } from './edit'
import type { FieldProps } from './fields'
import { catalogPath, keyName, leafAt, type Place, sourcePath, valueAt } from './place'
import { RulesField } from './RulesField'
import { TextField } from './TextField'
import { TextsField } from './TextsField'
import { ToggleField } from './ToggleField'
import { type Options, useOptions } from './use-options'

const kinds = { toggle: ToggleField, choice: ChoiceField, number: TextField, text: TextField, texts: TextsField, rules: RulesField }

interface Props {
  readonly place: Place
  readonly suggestions?: readonly string[]
  /** Keys of the other entries, if this is a key. */
  readonly taken?: readonly string[]
}

/** One setting, drawn from the catalogue: label, help, the value in force, and what is wrong with what is being typed. */
export function Field({ place, suggestions, taken = [] }: Props) {
  const options = useOptions()
  const { resolved } = options
  const [wrong, setWrong] = useState<ComplaintCode>()
  const [parts, setParts] = useState<PoolParts>()
  const id = useId()
  const path = catalogPath(place)
  const leaf = leafAt(path)
  if (!leaf || leaf.options?.length === 1) return null
  const { entry } = place
  const source = resolved.sources[sourcePath(place)]
  const value = valueAt(resolved, place)
  const save = saver(options, place)
  const props: FieldProps = {
    ...{ id, leaf, path, value, save, complain: setWrong },
    label: settingLabel(path),
    isKey: isKey(place),
    describedBy: `${id}-help ${id}-wrong`,
    isLocked: source === 'policy',
    ...(suggestions && { suggestions }),
    ...(isPart(entry, place.path) && { apart: { in: poolParts, show: setParts, save: (found) => fillIn(options, entry, found) } }),
  }
  const Kind = kinds[leaf.kind]
  const canReset = source === 'user' && leaf.kind !== 'text' && JSON.stringify(value) !== JSON.stringify(leaf.initial)
  return (
    <div class={`field ${leaf.kind}`}>
      <Kind {...props} taken={taken} />
      <p class="help" id={`${id}-help`}>
        {settingHelp(path)} {source === 'policy' && <strong class="lock">{say('lockedByPolicy')}</strong>}
        {canReset && (
          <button type="button" class="link" onClick={() => save(undefined)} aria-label={`${props.label}: ${say('useDefault')}`}>
            {say('useDefault')}
          </button>
        )}
      </p>
      <p class="wrong" id={`${id}-wrong`} aria-live="polite">
        {wrong && complaintInWords(wrong)}
      </p>
      {props.apart && (
        <p class="understood" aria-live="polite">
          {understood(parts)}
        </p>
      )}
    </div>
  )
}

const isKey = ({ entry, path }: Place): boolean => entry !== undefined && keyName(entry.list) === path

/** Saves a value where it stands; a key takes its entry along, and a pool's id fills in the region. */
function saver(options: Options, place: Place): FieldProps['save'] {
  const { entry, path } = place
  const edit = (stored: unknown, value: unknown) => {
    if (entry && isKey(place)) return renameEntry(stored, entry, String(value))
    const more = isPart(entry, path) ? neighbours(options, entry, value) : {}
    return entry ? setAll(setAt(stored, place, value), entry, more) : setAt(stored, place, value)
  }
  return (value) => options.change(say('changed', settingLabel(catalogPath(place))), (stored) => edit(stored, value), sourcePath(place))
}
