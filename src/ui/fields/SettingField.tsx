import { useId, useState } from 'preact/hooks'
import type { ComplaintCode } from '../../settings/kinds'
import { catalogPath, keyName, leafAt, type Place, sourcePath, valueAt } from '../../settings/place'
import type { Resolved } from '../../settings/resolve'
import { complaintInWords } from '../complaint-words'
import { settingHelp, settingLabel } from '../setting-words'
import { Unbroken } from '../Unbroken'
import { say } from '../words'
import { ChoiceField } from './ChoiceField'
import type { FieldProps } from './fields'
import { RulesField } from './RulesField'
import { TextField } from './TextField'
import { TextsField } from './TextsField'
import { ToggleField } from './ToggleField'

const kinds = { toggle: ToggleField, choice: ChoiceField, number: TextField, text: TextField, texts: TextsField, rules: RulesField }

interface Props extends Partial<Pick<FieldProps, 'suggestions' | 'preview' | 'apart' | 'meaning' | 'unfit' | 'rules'>> {
  readonly resolved: Resolved
  readonly place: Place
  /** Keys of the other entries, if this is a key. */
  readonly taken?: readonly string[]
  readonly save: FieldProps['save']
  /** What was understood of a text that tells of several fields. */
  readonly understood?: string | undefined
  /** What may not be meant about the value in force. */
  readonly remark?: string
}

/** One setting, drawn from the catalogue: label, help, the value in force, and what is wrong with what is being typed. */
export function SettingField(props: Props) {
  const isLocked = props.resolved.sources[sourcePath(props.place)] === 'policy'
  // Anew where policy comes or goes: what somebody was typing is no longer what counts.
  return <Drawn key={String(isLocked)} {...props} isLocked={isLocked} />
}

function Drawn({ resolved, place, taken = [], save, understood, remark, isLocked, ...help }: Props & Pick<FieldProps, 'isLocked'>) {
  const [wrong, setWrong] = useState<ComplaintCode>()
  const id = useId()
  const path = catalogPath(place)
  const leaf = leafAt(path)
  if (!leaf || leaf.options?.length === 1) return null
  const value = valueAt(resolved, place)
  const label = settingLabel(path)
  const Kind = kinds[leaf.kind]
  const canReset =
    resolved.sources[sourcePath(place)] === 'user' && leaf.kind !== 'text' && JSON.stringify(value) !== JSON.stringify(leaf.initial)
  return (
    <div class={`field ${leaf.kind}`}>
      <Kind
        {...{ id, leaf, path, value, label, save, taken, ...help }}
        complain={setWrong}
        isKey={isKey(place)}
        describedBy={`${id}-help ${id}-wrong ${id}-remark`}
        isLocked={isLocked}
      />
      <p class="help" id={`${id}-help`}>
        <Unbroken text={settingHelp(path)} /> {isLocked && <strong class="lock">{say('lockedByPolicy')}</strong>}
        {canReset && (
          <button type="button" class="link" onClick={() => save(undefined)} aria-label={`${label}: ${say('useDefault')}`}>
            {say('useDefault')}
          </button>
        )}
      </p>
      <p class="wrong" id={`${id}-wrong`} aria-live="polite">
        {wrong && <Unbroken text={complaintInWords(wrong, catalogPath(place))} />}
      </p>
      <p class="remark" id={`${id}-remark`} aria-live="polite">
        {!wrong && remark}
      </p>
      {help.apart && (
        <p class="understood" aria-live="polite">
          {understood}
        </p>
      )}
    </div>
  )
}

/** Whether a value tells its entry from the others of a list. */
export const isKey = ({ entry, path }: Place): boolean => entry !== undefined && keyName(entry.list) === path
