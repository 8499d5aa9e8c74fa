import { useState } from 'preact/hooks'
import { type PoolParts, poolParts } from '../providers/cognito/pool-parts'
import { renameEntry, setAll, setAt, withoutBare } from '../settings/edit'
import { catalogPath, type EntryName, keyName, type Place, sourcePath } from '../settings/place'
import type { FieldProps } from '../ui/fields/fields'
import { isKey, SettingField } from '../ui/fields/SettingField'
import { type Options, subjectAt, useOptions } from '../ui/fields/use-options'
import { settingLabel } from '../ui/setting-words'
import { say } from '../ui/words'
import { fillIn, isPart, neighbours, understood } from './apart'

interface Props {
  readonly place: Place
  readonly suggestions?: readonly string[]
  /** Keys of the other entries, if this is a key. */
  readonly taken?: readonly string[]
}

/** One setting, saved as it is changed. Into one of a user pool's fields may be pasted whatever tells of the pool. */
export function Field({ place, suggestions, taken }: Props) {
  const options = useOptions()
  const [parts, setParts] = useState<PoolParts>()
  const { entry, path } = place
  const apart = isPart(entry, path) && { in: poolParts, show: setParts, save: (found: PoolParts) => fillIn(options, entry, found) }
  return (
    <SettingField
      resolved={options.resolved}
      place={place}
      save={saver(options, place)}
      understood={understood(parts)}
      {...(taken && { taken })}
      {...(suggestions && { suggestions })}
      {...(apart && { apart })}
    />
  )
}

/** Saves a value where it stands; a key takes its entry along, and a pool's id fills in the region. */
function saver(options: Options, place: Place): FieldProps['save'] {
  const { entry, path } = place
  const edit = (stored: unknown, value: unknown) => {
    if (entry && isKey(place)) return renameEntry(stored, entry, String(value))
    const more = isPart(entry, path) ? neighbours(options, entry, value) : {}
    const changed = setAt(stored, place, value)
    if (!entry) return changed
    return value === undefined && isPolicys(options, entry) ? withoutBare(changed, entry) : setAll(changed, entry, more)
  }
  return (value) => options.change(say('changed', settingLabel(catalogPath(place))), (stored) => edit(stored, value), subjectAt(place))
}

const isPolicys = ({ resolved }: Options, entry: EntryName): boolean =>
  resolved.sources[sourcePath({ entry, path: keyName(entry.list) })] === 'policy'
