import { sourceNames } from '../claims/difference'
import type { Entry, ValueKind } from '../claims/entries'
import { keyOf, say } from '../ui/words'

/** What a source is called. A name that is none stands for itself. */
export const sourceInWords = (source: string): string => {
  const known = sourceNames.find((name) => name === source)
  return known === undefined ? source : say(keyOf('source', known))
}

/** What sort of value it is, with its number of entries where it is a list. */
export const kindInWords = (kind: ValueKind, { entries }: Pick<Entry, 'entries'> = {}): string =>
  entries === undefined ? say(keyOf('type', kind)) : say('typeOfMany', say(keyOf('type', kind)), String(entries))
