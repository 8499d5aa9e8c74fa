import { useState } from 'preact/hooks'
import { issuerIn } from '../providers/oidc/issuer-in'
import type { Settings } from '../settings/catalog'
import { renameEntry, setAll, setAt, withoutBare } from '../settings/edit'
import type { ComplaintCode } from '../settings/kinds'
import { atPath, catalogPath, type EntryName, keyName, type Place, sourcePath } from '../settings/place'
import { meantBy } from '../setup/pasted-text'
import type { FieldProps, Parts } from '../ui/fields/fields'
import { isKey, SettingField } from '../ui/fields/SettingField'
import { type Options, subjectAt, useOptions } from '../ui/fields/use-options'
import { settingLabel } from '../ui/setting-words'
import { say } from '../ui/words'
import { fillIn, isPart, neighbours, partsAt, understood } from './pasted-parts'
import { remarkAt } from './remark-words'
import { siteAddress } from './site-address'

/**
 * One setting, saved as it is changed. Into one of a user pool's fields may be pasted whatever tells of the pool, any page of a site into
 * its address, and every address and id of a provider with whatever stood around it.
 */
export function Field({ place }: { readonly place: Place }) {
  const options = useOptions()
  const [parts, setParts] = useState<Parts>()
  const { settings } = options.resolved
  const { entry, path } = place
  const apart = isPart(entry, path) && {
    in: (text: string, value: unknown) => partsAt(options, { entry, path }, text, value),
    show: setParts,
    save: (found: Parts) => fillIn(options, entry, found),
  }
  const meaning = meaningAt(catalogPath(place))
  return (
    <SettingField
      resolved={options.resolved}
      place={place}
      save={saver(options, place)}
      understood={understood(parts)}
      remark={remarkAt(settings, place)}
      {...(entry && isKey(place) && { taken: keysBeside(settings, entry) })}
      {...(meaning && { meaning })}
      {...(catalogPath(place) === 'sites.baseUrl' && { unfit: wrongWithSite })}
      {...(catalogPath(place) === 'sites.provider' && { suggestions: settings.providers.map(({ id }) => id) })}
      {...(apart && { apart })}
    />
  )
}

/** Keys of a list's other entries. */
const keysBeside = (settings: Settings, { list, key }: EntryName): readonly string[] =>
  settings[list].map((item) => String(atPath(item, keyName(list)))).filter((other) => other !== key)

/** How what is typed into a field is understood; undefined where it is taken as it stands. */
function meaningAt(path: string): FieldProps['meaning'] {
  if (path === 'sites.baseUrl') return installationMeant
  if (path === 'providers.endpoints.issuer') return (typed) => issuerIn(typed) ?? meantBy(typed)
  if (/^providers\.(?:scopes|allowedDomains)$/.test(path)) return (typed) => typed.replace(/[\s,;]+/g, '\n')
  return /^providers\.(?:region|userPoolId|domain|clientId|endpoints\.\w+)$|^sites\.logout\.url$/.test(path) ? meantBy : undefined
}

/** The base URL in what was typed; what holds none stays for the field to judge. */
function installationMeant(typed: string): string {
  const found = siteAddress(typed)
  return 'baseUrl' in found ? found.baseUrl : typed
}

function wrongWithSite(typed: string): ComplaintCode | undefined {
  const found = siteAddress(typed)
  return 'wrong' in found ? found.wrong : undefined
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
  return (value) =>
    options.change(
      () => say('changed', settingLabel(catalogPath(place))),
      (stored) => edit(stored, value),
      subjectAt(place),
    )
}

const isPolicys = ({ resolved }: Options, entry: EntryName): boolean =>
  resolved.sources[sourcePath({ entry, path: keyName(entry.list) })] === 'policy'
