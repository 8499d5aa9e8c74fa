import * as v from 'valibot'

/** Why a value was passed over. The words for each stand in `ui/`. */
export type ComplaintCode =
  | 'not-a-toggle'
  | 'not-a-choice'
  | 'not-a-number'
  | 'number-out-of-range'
  | 'not-a-text'
  | 'not-a-list'
  | 'not-a-group'
  | 'not-an-address'
  | 'not-https'
  | 'address-with-credentials'
  | 'address-with-query'
  | 'host-in-brackets'
  | 'in-the-cloud'
  | 'of-a-user-pool'
  | 'of-another-product'
  | 'an-email-address'
  | 'not-a-host'
  | 'not-a-region'
  | 'not-a-pool-id'
  | 'not-an-id'
  | 'not-a-scope'
  | 'not-a-domain'
  | 'not-a-language'
  | 'not-a-pattern'
  | 'not-a-rule'
  | 'required'
  | 'same-twice'
  | 'in-the-list'
  | 'unknown-setting'
  | 'newer-version'

/** One value that can be set: what it is at first, and how to read it from anything. */
export interface Leaf<T> {
  readonly kind: 'toggle' | 'choice' | 'number' | 'text' | 'texts' | 'rules'
  readonly initial: T
  /** Reads an untrusted value; a failing issue's message is a ComplaintCode. */
  readonly reader: v.GenericSchema<unknown, T>
  /** Of a list: reads one item. A bad one costs itself and no other; one with fields carries along those that `columns` does not name. */
  readonly item?: v.GenericSchema
  /** Names of an item's fields, which are all texts. */
  readonly columns?: readonly string[]
  /** Of a choice. */
  readonly options?: readonly string[]
  /** The least and the greatest number. */
  readonly range?: readonly [number, number]
}

/** Settings that belong together. */
export interface Group<F extends Fields = Fields> {
  readonly kind: 'group'
  readonly fields: F
}

/** A list of groups told apart by one required text of theirs: `sites` by `baseUrl`, `providers` by `id`. */
export interface Keyed<F extends Fields = Fields> {
  readonly kind: 'keyed'
  readonly key: string
  readonly fields: F
}

/** Whatever stands under a name in the catalogue. */
export type Node = Leaf<unknown> | Group | Keyed
/** Nodes by their names. */
export interface Fields {
  readonly [name: string]: Node
}

/** The TypeScript type of a catalogue node. */
type ValueOf<N> =
  N extends Leaf<infer T> ? T : N extends Group<infer F> ? ValuesOf<F> : N extends Keyed<infer F> ? readonly ValuesOf<F>[] : never
/** The TypeScript type of several, by their names. */
export type ValuesOf<F> = { readonly [K in keyof F]: ValueOf<F[K]> }

/** On or off. */
export const toggle = (initial: boolean): Leaf<boolean> => ({
  kind: 'toggle',
  initial,
  reader: v.boolean('not-a-toggle'),
})

/** One of some texts, to the letter. */
export const choice = <const T extends string>(options: readonly T[], initial: NoInfer<T>): Leaf<T> => ({
  kind: 'choice',
  initial,
  reader: v.custom<T>((value) => options.some((option) => option === value), 'not-a-choice'),
  options,
})

/** From and to are allowed themselves. */
export const wholeNumber = (from: number, to: number, initial: number): Leaf<number> => ({
  kind: 'number',
  initial,
  reader: v.pipe(
    v.custom<number>(Number.isInteger, 'not-a-number'),
    v.check((value) => value >= from && value <= to, 'number-out-of-range'),
  ),
  range: [from, to],
})

/** Half a character counts as U+FFFD: Chromium refuses the whole of a policy file that has one, and addresses cannot. */
const anyText = v.pipe(
  v.string('not-a-text'),
  v.transform((value) => value.toWellFormed()),
)
const trimmed = v.pipe(anyText, v.trim())
const someText = v.pipe(trimmed, v.nonEmpty('required'))

/** A text; `refine` narrows or normalises it. An empty text is always allowed and means "not set". */
export const text = (initial = '', refine?: v.GenericSchema<string, string>): Leaf<string> => ({
  kind: 'text',
  initial,
  reader: refine
    ? v.pipe(
        trimmed,
        v.lazy((value) => (value === '' ? anyText : refine)),
      )
    : anyText,
})

/** A text that must be there. */
export const requiredText = (refine: v.GenericSchema<string, string>): Leaf<string> => ({
  kind: 'text',
  initial: '',
  reader: v.pipe(someText, refine),
})

/** A list of texts; `refine` narrows or normalises each. */
export const texts = (initial: readonly string[], refine: v.GenericSchema<string, string> = v.string()): Leaf<readonly string[]> => {
  const item = v.pipe(someText, refine)
  return { kind: 'texts', initial, reader: v.array(item, 'not-a-list'), item }
}

/** Settings that belong together, by their names. */
export const group = <F extends Fields>(fields: F): Group<F> => ({ kind: 'group', fields })
/** `key` names the text among the fields that tells the entries apart: it has to be a required one. */
export const keyed = <F extends Fields>(key: keyof F & string, fields: F): Keyed<F> => ({ kind: 'keyed', key, fields })
