import type { Bag } from './bag'
import { catalog } from './catalog'
import type { Fields, Leaf, Node } from './kinds'
import { settingsVersion } from './migrations'
import type { Resolved, Source } from './resolve'

/**
 * The settings of these sources alone, in the form that export, import and policy share, which takes nothing that is not known. A group
 * with nothing in it is left out.
 */
export function valuesFrom({ settings, sources }: Resolved, wanted: readonly Source[]): Bag {
  const isWanted = (where: string) => wanted.includes(sources[where] ?? 'default')
  return { version: settingsVersion, ...fieldsOf(catalog, settings, '', isWanted) }
}

/** Whether such values say nothing but their version. */
export const isNothing = (values: Bag): boolean => Object.keys(values).every((name) => name === 'version')

type IsWanted = (where: string) => boolean

function fieldsOf(fields: Fields, values: Bag, where: string, isWanted: IsWanted): Bag {
  const found = Object.entries(fields).map(([name, node]) => [
    name,
    nodeOf(node, values[name], where ? `${where}.${name}` : name, isWanted),
  ])
  return Object.fromEntries(found.filter(([, value]) => value !== undefined))
}

function nodeOf(node: Node, value: unknown, where: string, isWanted: IsWanted): unknown {
  if (node.kind === 'group') return orNothing(fieldsOf(node.fields, value as Bag, where, isWanted))
  if (node.kind !== 'keyed') return isWanted(where) ? known(node, value) : undefined
  const entries = (value as readonly Bag[]).flatMap((entry) => {
    const key = entry[node.key]
    const found = orNothing(fieldsOf(node.fields, entry, `${where}[${key}]`, isWanted))
    return found ? [{ [node.key]: key, ...found }] : []
  })
  return entries.length ? entries : undefined
}

const known = ({ columns }: Leaf<unknown>, value: unknown): unknown =>
  columns ? (value as readonly Bag[]).map((one) => Object.fromEntries(columns.map((name) => [name, one[name]]))) : value

const orNothing = (bag: Bag): Bag | undefined => (Object.keys(bag).length ? bag : undefined)
