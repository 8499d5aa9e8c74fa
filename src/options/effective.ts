import { catalog, type Settings } from '../settings/catalog'
import { atPath, type ListName, type Place, pathsOf, sourcePath } from '../settings/place'
import type { Resolved, Source } from '../settings/resolve'

/** One value in force, and whose it is. */
export interface EffectiveValue {
  readonly place: Place
  readonly value: unknown
  readonly source: Source
}

/** Every value in force: those of no entry, then entry by entry, each in the order of the catalogue. */
export function effectiveValues({ settings, sources }: Resolved): readonly EffectiveValue[] {
  const { sites, providers, ...top } = catalog
  const valueIn = (from: object, place: Place): EffectiveValue => ({
    place,
    value: atPath(from, place.path),
    source: sources[sourcePath(place)] ?? 'default',
  })
  const entries = <L extends ListName>(list: L, keyOf: (entry: Settings[L][number]) => string) => {
    const paths = pathsOf(catalog[list].fields)
    return settings[list].flatMap((from) => paths.map((path) => valueIn(from, { entry: { list, key: keyOf(from) }, path })))
  }
  return [
    ...pathsOf(top).map((path) => valueIn(settings, { path })),
    ...entries('sites', ({ baseUrl }) => baseUrl),
    ...entries('providers', ({ id }) => id),
  ]
}
