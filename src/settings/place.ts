import { catalog } from './catalog'
import type { Fields, Leaf, Node } from './kinds'
import type { Resolved } from './resolve'

/** The settings that are lists of entries told apart by a key. */
export type ListName = 'sites' | 'providers'

/** An entry of such a list. */
export interface EntryName {
  readonly list: ListName
  readonly key: string
}

/** One value that can be set: in an entry of a list, or at the top. `path` is relative to the entry ("backdoor.enabled"). */
export interface Place {
  readonly entry?: EntryName
  readonly path: string
}

/** The path in the catalogue: "sites.backdoor.enabled". */
export const catalogPath = ({ entry, path }: Place): string => (entry ? `${entry.list}.${path}` : path)

/** The place as `Resolved.sources` writes it: "sites[https://wiki.acme.com/].backdoor.enabled". */
export const sourcePath = ({ entry, path }: Place): string => (entry ? `${entry.list}[${entry.key}].${path}` : path)

/** The name of the field that tells a list's entries apart. */
export const keyName = (list: ListName): string => catalog[list].key

/** Paths of all values below some fields, in their order. */
export const pathsOf = (fields: Fields, above = ''): readonly string[] =>
  Object.entries(fields).flatMap(([name, node]) => ('fields' in node ? pathsOf(node.fields, `${above}${name}.`) : [`${above}${name}`]))

/** What the catalogue knows of a value; undefined for a path that is no value's. */
export function leafAt(path: string): Leaf<unknown> | undefined {
  let fields: Fields = catalog
  let node: Node | undefined
  for (const step of path.split('.')) {
    node = Object.hasOwn(fields, step) ? fields[step] : undefined
    fields = node && 'fields' in node ? node.fields : {}
  }
  return node && 'reader' in node ? node : undefined
}

/** The value in force. */
export const valueAt = (resolved: Resolved, { entry, path }: Place): unknown =>
  atPath(entry ? entryAt(resolved, entry) : resolved.settings, path)

/** Whether there is such an entry, of policy or of the person's own. */
export const hasEntry = (resolved: Resolved, entry: EntryName): boolean => entryAt(resolved, entry) !== undefined

const entryAt = ({ settings }: Resolved, { list, key }: EntryName): unknown =>
  settings[list].find((item) => item[keyName(list) as never] === key)

/** The value at a path below something. */
export const atPath = (from: unknown, path: string): unknown =>
  path.split('.').reduce((value: unknown, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], from)
