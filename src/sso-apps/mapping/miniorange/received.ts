import type { Caution } from '../../../mapping/caution'
import type { GroupNames } from '../../../mapping/group-names'
import { javaTrim } from '../../../mapping/java-trim'
import type { Match } from '../../../mapping/matcher'
import type { Refusal } from '../../../mapping/refusal'
import { replaced } from '../../../mapping/replace'
import type { MappingInput } from '../../../mapping/semantics'
import type { Attributes } from '../../../mapping/taking'
import { lenientNames } from './lenient'

/** *Group Attribute* and *Apply regular expression on Group Name*. Every line as version 1.1.28 does it. */
export function groupsOf({ claims, mapping: { groups } }: MappingInput, attributes: Attributes, match: Match): GroupNames {
  const { attribute, replacePattern, replaceWith } = groups
  const read = attribute.includes('*') ? alongPath(claims, attribute) : inText(attribute, attributes.get(attribute) ?? '')
  // A name with the separator in it falls apart.
  const split = read.names.flatMap((name) => name.split(';').filter(Boolean))
  const cautions = [
    ...read.cautions,
    ...read.names.filter((name) => name.includes(';')).map((value) => ({ code: 'group-split', value }) as const),
  ]
  if (split.length === 0 && cautions.length === 0) cautions.push({ code: 'no-groups', attribute })
  const renamed = replacePattern ? replaced(split, { pattern: replacePattern, by: replaceWith }, match) : undefined
  const names = renamed?.names ?? split.map((name) => ({ name, becomes: javaTrim(name) }))
  const refusal = read.refusal ?? renamed?.refusal
  return { names, cautions: [...cautions, ...(renamed?.cautions ?? [])], ...(refusal && { refusal }) }
}

type Read = { readonly names: readonly string[]; readonly cautions: readonly Caution[]; readonly refusal?: Refusal }

/** A text is read as a lenient list, but one that begins with "[" is dropped. */
function inText(attribute: string, value: string): Read {
  if (value.startsWith('[')) return { names: [], cautions: [{ code: 'list-in-text', attribute, value }] }
  const read = lenientNames(value)
  if (!read) return { names: [], cautions: [{ code: 'unreadable-groups', attribute, value }] }
  return { names: read.names, cautions: read.isOdd ? [{ code: 'odd-list', attribute, value, unverified: true }] : [] }
}

/** `groups[*].name`: a part of each object in a list, joined as they are, without quotes. Where it leads nowhere the login ends. */
function alongPath(claims: MappingInput['claims'], attribute: string): Read {
  const [, list = '', part = ''] = /^(.*?)\[.*?\]\.(.*)$/.exec(attribute) ?? []
  const items = Object.hasOwn(claims, list) ? claims[list] : undefined
  const texts = Array.isArray(items) ? items.map((item: unknown) => textIn(item, part)) : [undefined]
  if (texts.includes(undefined)) return { names: [], cautions: whereWritten(list, items), refusal: { code: 'no-such-path', attribute } }
  return inText(attribute, texts.join(', '))
}

/** A custom attribute of a pool is always a text, whatever is written into it. */
const whereWritten = (attribute: string, value: unknown): readonly Caution[] =>
  typeof value === 'string' && value.trimStart().startsWith('[') ? [{ code: 'list-in-text', attribute, value }] : []

function textIn(item: unknown, part: string): string | undefined {
  const value = typeof item === 'object' && item !== null && Object.hasOwn(item, part) ? (item as Record<string, unknown>)[part] : undefined
  return typeof value === 'string' ? value : undefined
}
