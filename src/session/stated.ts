/** What a check wanted or found: a value as it stands, or words about it, which the page that shows them says in the reader's language. */
export type Stated = string | Phrase

/** Words, and the values in them, in order: times are seconds since the epoch, distances seconds from now. */
export interface Phrase {
  readonly phrase: PhraseName
  readonly values?: readonly string[]
}

/** The words of a phrase, which stand in `ui/`. */
export type PhraseName =
  | 'or-nothing'
  | 'nothing'
  | 'somebody'
  | 'later-than-now'
  | 'not-later-than-now'
  | 'just-now'
  | 'time-of-login'
  | 'time-and-distance'
  | 'at-most-characters'
  | 'three-parts'
  | 'parts-there'
  | 'no-json-object'
  | 'not-compact'
  | 'not-canonical'
  | 'no-key-twice'
  | 'no-key-of-its-own'
  | 'by-key-of-issuer'
  | 'no-such-key'
  | 'several-keys'
  | 'only-key'
  | 'other-key'

/** A phrase with what its words leave open, in their order. */
export const stated = (phrase: PhraseName, ...values: readonly string[]): Phrase => ({ phrase, ...(values.length > 0 && { values }) })
