import type { ComplaintCode } from '../settings/kinds'
import { settingLabel } from './setting-words'
import { keyOf, say } from './words'

/** What is wrong with a value, and what would be right. */
export const complaintInWords = (code: ComplaintCode): string => say(keyOf('complaint', code))

/** Where a complaint points, in words: `sites[https://wiki.acme.com/].delaySeconds` is "Sites › https://wiki.acme.com/ › Delay in seconds". */
export function placeInWords(where: string): string {
  if (where === '') return say('wholeSettings')
  const [, list, key, path] = /^(\w+)\[(.*)\](?:\.([^\]]*))?$/.exec(where) ?? []
  if (list === undefined || key === undefined) return settingLabel(where)
  const entry = /^\d+$/.test(key) ? say('entryNumber', String(Number(key) + 1)) : key
  return [settingLabel(list), entry, ...(path ? [settingLabel(`${list}.${path}`)] : [])].join(' › ')
}
