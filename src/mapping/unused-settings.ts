import { catalog, type MappingSettings } from '../settings/catalog'
import { atPath, leafAt, pathsOf } from '../settings/place'

/** Paths of all settings of a mapping, in the catalogue's order. */
export const mappingPaths: readonly string[] = pathsOf(catalog.sites.fields.mapping.fields)

/** Settings with a value of their own that an app has no field for: what they say, it will not do. */
export function unusedSettings(mapping: MappingSettings, used: readonly string[]): readonly string[] {
  const initial = (path: string): unknown => leafAt(`sites.mapping.${path}`)?.initial
  return mappingPaths.filter((path) => !used.includes(path) && JSON.stringify(atPath(mapping, path)) !== JSON.stringify(initial(path)))
}
