import * as v from 'valibot'
import { type Bag, isBag } from './bag'
import { upToDate } from './migrations'
import { type EntryName, keyName, type ListName, leafAt, type Place } from './place'

/**
 * Sets one value in stored settings, or takes it out (`undefined`), for which no entry is made. Whatever else is stored stays, known or
 * not.
 */
export function setAt(stored: unknown, { entry, path }: Place, value: unknown): Bag {
  const settings = whole(stored)
  const steps = path.split('.')
  if (!entry) return put(settings, steps, value)
  const { list, key } = entry
  const entries = listOf(settings, list)
  const mine = indexOf(entries, entry)
  if (mine < 0 && value === undefined) return settings
  const changed = put(mine < 0 ? { [keyName(list)]: key } : bagOf(entries[mine]), steps, value)
  return { ...settings, [list]: mine < 0 ? [...entries, changed] : entries.with(mine, changed) }
}

/** Adds an entry with nothing but its key. */
export function addEntry(stored: unknown, { list, key }: EntryName): Bag {
  const settings = whole(stored)
  return { ...settings, [list]: [...listOf(settings, list), { [keyName(list)]: key }] }
}

/** Sets several values of one entry. */
export const setAll = (stored: unknown, entry: EntryName, values: Bag): Bag =>
  Object.entries(values).reduce((settings, [path, value]) => setAt(settings, { entry, path }, value), whole(stored))

/** Takes an entry out. */
export function removeEntry(stored: unknown, entry: EntryName): Bag {
  const settings = whole(stored)
  return { ...settings, [entry.list]: listOf(settings, entry.list).filter((item) => keyOf(entry.list, item) !== entry.key) }
}

/** Takes an entry out that says nothing beside its key. Of one that policy names, such a rest would stay when policy goes. */
export function withoutBare(stored: unknown, entry: EntryName): Bag {
  const found = listOf(whole(stored), entry.list).find((item) => keyOf(entry.list, item) === entry.key)
  const { [keyName(entry.list)]: _, ...others } = bagOf(found)
  return saysNothing(others) ? removeEntry(stored, entry) : whole(stored)
}

const saysNothing = (value: unknown): boolean => isBag(value) && Object.values(value).every(saysNothing)

/** Gives an entry another key; sites that name a provider follow it. */
export function renameEntry(stored: unknown, entry: EntryName, key: string): Bag {
  const renamed = setAt(stored, { entry, path: keyName(entry.list) }, key)
  if (entry.list !== 'providers') return renamed
  const sites = listOf(renamed, 'sites').map((site) => (bagOf(site)['provider'] === entry.key ? { ...bagOf(site), provider: key } : site))
  return 'sites' in renamed ? { ...renamed, sites } : renamed
}

function put(bag: Bag, [step = '', ...rest]: readonly string[], value: unknown): Bag {
  const next = rest.length ? put(bagOf(bag[step]), rest, value) : value
  const { [step]: _, ...others } = bag
  return next === undefined ? others : { ...bag, [step]: next }
}

const whole = (stored: unknown): Bag => upToDate(bagOf(stored))
const bagOf = (value: unknown): Bag => (isBag(value) ? value : {})
const listOf = (settings: Bag, list: ListName): readonly unknown[] => (Array.isArray(settings[list]) ? settings[list] : [])
const indexOf = (entries: readonly unknown[], { list, key }: EntryName): number => entries.findIndex((item) => keyOf(list, item) === key)

/** The key as it is read: stored addresses may be spelt otherwise. */
function keyOf(list: ListName, item: unknown): unknown {
  const leaf = leafAt(`${list}.${keyName(list)}`)
  const key = bagOf(item)[keyName(list)]
  const read = leaf && v.safeParse(leaf.reader, key)
  return read?.success ? read.output : key
}
