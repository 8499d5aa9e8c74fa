import type { MappingSettings } from '../settings/catalog'
import type { Caution } from './caution'
import type { Match, Trouble } from './matcher'
import type { Refusal } from './refusal'
import type { Taken } from './verdict'

/** What an app knows of a person: values by the names that its form takes. */
export type Attributes = ReadonlyMap<string, string>

/** A value that was taken from attributes, and what there is to say of it. */
export interface Part {
  readonly taken: Taken
  readonly cautions: readonly Caution[]
  readonly refusal?: Refusal
}

/** A value cut by Java's `find()`: all groups one after the other, or the whole match where there is none; no match changes nothing. */
export function cut({ value, from }: { value: string; from: string }, pattern: string, match: Match): Part {
  const found = match(pattern, value)
  if (!found) return { taken: { value, from, how: 'uncut' }, cautions: [] }
  if (!('whole' in found)) return untried({ value, from, how: 'uncut' }, pattern, found)
  // A group that took no part is Java's null, which it writes out.
  const cutOut = found.groups.length > 0 ? found.groups.map((group) => group ?? 'null').join('') : found.whole
  const cautions = found.groups.includes(undefined) ? [{ code: 'null-in-username', value: cutOut } as const] : []
  return { taken: { value: cutOut, from, how: 'cut' }, cautions }
}

function untried(taken: Taken, pattern: string, trouble: Trouble): Part {
  if ('refused' in trouble) return { taken, cautions: [], refusal: { code: 'pattern', pattern, trait: trouble.refused } }
  return { taken, cautions: [cautionOf(pattern, trouble)] }
}

/** What to say of a pattern that gave no answer here. */
export const cautionOf = (pattern: string, trouble: Trouble): Caution =>
  'refused' in trouble
    ? { code: 'refused-pattern', pattern, trait: trouble.refused }
    : 'onlyJava' in trouble
      ? { code: 'only-java', pattern, trait: trouble.onlyJava }
      : { code: 'too-slow', pattern }

/** The full name, or first and last name joined by a blank, even where one is missing. */
export function nameOf({ fullName, firstName, lastName }: MappingSettings, attributes: Attributes): Taken {
  if (fullName || (!firstName && !lastName)) {
    const value = attributes.get(fullName)
    return fullName ? { value: value ?? '', from: fullName, how: value === undefined ? 'absent' : 'taken' } : { value: '', how: 'unset' }
  }
  const value = `${attributes.get(firstName) ?? ''} ${attributes.get(lastName) ?? ''}`
  return { value, from: [firstName, lastName].filter(Boolean).join(' + '), how: value.trim() ? 'taken' : 'absent' }
}
