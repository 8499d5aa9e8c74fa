import type { ComplaintCode } from '../settings/kinds'
import { settingLabel } from './setting-words'
import { keyOf, say } from './words'

/** What is wrong with a value, and what would be right. */
export const complaintInWords = (code: ComplaintCode): string => say(keyOf('complaint', code))

/**
 * Where a complaint points, in words: `sites[https://wiki.acme.com/].delaySeconds` is "Sites › https://wiki.acme.com/ › Delay in seconds",
 * and an item of a list has its number behind it, and a part of an item that part's name.
 */
export function placeInWords(where: string): string {
  if (where === '') return say('wholeSettings')
  const [, list, key, path, item, part] = /^(\w+)\[(.*?)\](?:\.([^\][]*)(?:\[(\d+)\](?:\.([^\][]*))?)?)?$/.exec(where) ?? []
  if (list === undefined || key === undefined) return settingLabel(where)
  const entry = /^\d+$/.test(key) ? numbered(key) : key
  return [
    settingLabel(list),
    entry,
    ...(path ? [settingLabel(`${list}.${path}`)] : []),
    ...(item ? [numbered(item)] : []),
    ...(part ? [part] : []),
  ].join(' › ')
}

const numbered = (index: string): string => say('entryNumber', String(Number(index) + 1))
