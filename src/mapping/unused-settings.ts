import { catalog, type MappingSettings } from '../settings/catalog'
import type { Fields } from '../settings/kinds'

type Bag = Readonly<Record<string, unknown>>

/** Paths of all settings of a mapping, in the catalogue's order. */
export const mappingPaths: readonly string[] = pathsOf(catalog.sites.fields.mapping.fields)

/** Settings with a value of their own that an app has no field for: what they say, it will not do. */
export function unusedSettings(mapping: MappingSettings, used: readonly string[]): readonly string[] {
  return mappingPaths.filter(
    (path) =>
      !used.includes(path) && JSON.stringify(at(mapping, path)) !== JSON.stringify(initialAt(catalog.sites.fields.mapping.fields, path)),
  )
}

const at = (mapping: MappingSettings, path: string): unknown =>
  path.split('.').reduce((value: unknown, step) => (value as Bag)[step], mapping)

function initialAt(fields: Fields, path: string): unknown {
  const [step = '', ...rest] = path.split('.')
  const node = fields[step]
  if (!node) return undefined
  return 'fields' in node ? initialAt(node.fields, rest.join('.')) : node.initial
}

function pathsOf(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, node]) =>
    'fields' in node ? pathsOf(node.fields).map((path) => `${name}.${path}`) : [name],
  )
}
