import { catalog } from '../settings/catalog'
import type { Fields } from '../settings/kinds'
import type { Resolved, Source } from '../settings/resolve'
import { type ListName, type Place, sourcePath, valueAt } from './place'

/** One value in force, and whose it is. */
export interface EffectiveValue {
  readonly place: Place
  readonly value: unknown
  readonly source: Source
}

/** Every value in force, entry by entry, in the order of the catalogue. */
export function effectiveValues(resolved: Resolved): readonly EffectiveValue[] {
  const { sites, providers, ...top } = catalog
  const entries = (list: ListName, keys: readonly string[]) =>
    keys.flatMap((key) => pathsOf(catalog[list].fields).map((path) => ({ entry: { list, key }, path })))
  const places: readonly Place[] = [
    ...entries(
      'sites',
      resolved.settings.sites.map(({ baseUrl }) => baseUrl),
    ),
    ...entries(
      'providers',
      resolved.settings.providers.map(({ id }) => id),
    ),
    ...pathsOf(top).map((path) => ({ path })),
  ]
  return places.map((place) => ({ place, value: valueAt(resolved, place), source: resolved.sources[sourcePath(place)] ?? 'default' }))
}

/** Paths of all values below some fields. */
export function pathsOf(fields: Fields, above = ''): readonly string[] {
  return Object.entries(fields).flatMap(([name, node]) =>
    'fields' in node ? pathsOf(node.fields, `${above}${name}.`) : [`${above}${name}`],
  )
}
