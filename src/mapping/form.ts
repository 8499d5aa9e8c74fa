/** One tab of an SSO app's own form. Names are the product's, in its own language. */
export interface FormTab {
  readonly name: string
  readonly fields: readonly FormField[]
}

/** One field to fill in: a text, a choice, a tick, a list, or rows of two columns. */
export interface FormField {
  readonly label: string
  /** What other versions of the app, or its set-up guide, call it. */
  readonly also?: OtherLabel
  readonly value: string | boolean | readonly string[] | readonly FormRow[]
  /** The setting that it comes from, as a path below `mapping`; absent where the value is always the same. */
  readonly setting?: string
  /** Section of the options in which it is set, where that is none of the mapping. */
  readonly section?: 'providers'
  /** Nobody has seen this label on the app's screen. */
  readonly unverified?: true
}

/** Another label of a field. */
export interface OtherLabel {
  readonly label: string
  /** It is ticked where the first is not. */
  readonly isOpposite?: true
}

/** One row of a table in a form. */
export interface FormRow {
  readonly left: string
  readonly right: string
}
