import type { ComplaintCode } from '../settings/kinds'
import { leafAt } from '../settings/place'
import { settingLabel } from './setting-words'
import { keyOf, say } from './words'

/** What is wrong with a value, and what would be right at that place: one in the catalogue, or as a complaint points to it. */
export function complaintInWords(code: ComplaintCode, where = ''): string {
  if (code !== 'number-out-of-range') return say(keyOf('complaint', code))
  const { list, path } = placeParts(where)
  const [from = 0, to = 0] = leafAt(list ? `${list}.${path}` : where)?.range ?? []
  return say('complaint_number_out_of_range', String(from), String(to))
}

/**
 * Where a complaint points, in words: `sites[https://wiki.acme.com/].delaySeconds` is "Sites › https://wiki.acme.com/ › Delay in seconds",
 * and an item of a list has its number behind it, and a part of an item that part's name. `entry` stands in the place of the entry's own name.
 */
export function placeInWords(where: string, entry = entryInWords(where)): string {
  if (where === '') return say('wholeSettings')
  const { list, key, path, item, part } = placeParts(where)
  if (list === undefined || key === undefined) return settingLabel(where)
  return [
    settingLabel(list),
    entry,
    ...(path ? [labelIn(list, path)] : []),
    ...(item ? [numbered(item)] : []),
    ...(part ? [part] : []),
  ].join(' › ')
}

/** The entry of a list in which a complaint points somewhere: its address or name, or its number where it has none; empty for none. */
export function entryInWords(where: string): string {
  const { key = '' } = placeParts(where)
  return /^\d+$/.test(key) ? numbered(key) : key
}

/** A complaint's place taken apart: list, entry, setting, item of a list, part of an item. */
export const placeParts = (where: string): Readonly<Record<string, string | undefined>> =>
  /^(?<list>\w+)\[(?<key>.*?)\](?:\.(?<path>[^\][]*)(?:\[(?<item>\d+)\](?:\.(?<part>[^\][]*))?)?)?$/.exec(where)?.groups ?? {}

/** A setting that there is not is called as it was written. */
function labelIn(list: string, path: string): string {
  const label = settingLabel(`${list}.${path}`)
  return label === `${list}.${path}` ? path : label
}

const numbered = (index: string): string => say('entryNumber', String(Number(index) + 1))
