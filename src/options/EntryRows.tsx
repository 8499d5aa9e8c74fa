import type { ComponentChildren } from 'preact'
import { catalogPath, type EntryName, type Place, sourcePath } from '../settings/place'
import { placeInWords } from '../ui/complaint-words'
import { settingLabel } from '../ui/setting-words'

interface Props<L> {
  readonly lines: readonly L[]
  /** The cells behind the setting's name: two of them. */
  readonly cells: (line: L) => ComponentChildren
  /** What is to be said of a whole entry, beside its name. */
  readonly mark?: (lines: readonly L[]) => string
}

/** Rows of a table, a setting each: those of no entry first, then entry by entry under its name. */
export const EntryRows = <L extends { readonly place: Place }>({ lines, cells, mark = () => '' }: Props<L>) => (
  <>
    {byEntry(lines).map(([name, some]) => (
      <tbody key={name}>
        {name && (
          <tr>
            <th scope="rowgroup" colSpan={3}>
              {placeInWords(name)}
              {mark(some) && (
                <>
                  {' '}
                  <span class="badge quiet">{mark(some)}</span>
                </>
              )}
            </th>
          </tr>
        )}
        {some.map((line) => (
          <tr key={sourcePath(line.place)}>
            <th scope="row">{nameInWords(line.place)}</th>
            {cells(line)}
          </tr>
        ))}
      </tbody>
    ))}
  </>
)

/** The setting's name behind that of the group in which it stands, if it stands in one. */
function nameInWords(place: Place): string {
  const group = place.path.split('.').slice(0, -1).join('.')
  const name = settingLabel(catalogPath(place))
  return group ? `${settingLabel(catalogPath({ ...place, path: group }))} › ${name}` : name
}

/** Lines by the name of their entry; that of none is empty. */
function byEntry<L extends { readonly place: Place }>(lines: readonly L[]): readonly (readonly [name: string, lines: readonly L[]])[] {
  const groups = new Map<string, L[]>()
  for (const line of lines) {
    const name = nameOf(line.place.entry)
    groups.set(name, [...(groups.get(name) ?? []), line])
  }
  return [...groups].sort(([a], [b]) => Number(a !== '') - Number(b !== ''))
}

const nameOf = (entry: EntryName | undefined): string => (entry ? `${entry.list}[${entry.key}]` : '')
