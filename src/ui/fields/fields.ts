import type { ComponentChildren } from 'preact'
import * as v from 'valibot'
import type { RuleReport } from '../../mapping/verdict'
import type { GroupRule } from '../../settings/catalog'
import type { ComplaintCode, Leaf } from '../../settings/kinds'

/** What a field of any kind receives. */
export interface FieldProps {
  readonly id: string
  readonly leaf: Leaf<unknown>
  /** Path in the catalogue, for the words of choices. */
  readonly path: string
  /** The value in force. */
  readonly value: unknown
  readonly label: string
  /** Ids of the texts that describe the field. */
  readonly describedBy: string
  readonly isLocked: boolean
  /** The field names its entry: it is saved when the person is done with it. */
  readonly isKey: boolean
  /** Values that a person may want. */
  readonly suggestions?: readonly string[]
  /** Says why what was typed cannot be saved, or that it can. */
  readonly complain: (code: ComplaintCode | undefined) => void
  /** Saves a valid value, or takes the person's own out (`undefined`). False where it could not be saved: what was typed stays then. */
  readonly save: (value: unknown) => Promise<boolean>
  /** Shows a valid value at once, before it is saved. */
  readonly preview?: (value: unknown) => void
  /** A text may tell of more than this field. */
  readonly apart?: Apart
  /** The value that is meant by what was typed or pasted, where that is not what it says. */
  readonly meaning?: (text: string) => string
  /** Why what was typed is not meant for this field, though it could be read. */
  readonly unfit?: (text: string) => ComplaintCode | undefined
  readonly rules?: RuleHelp
}

/** What is understood of an entry: values by the paths of its settings. */
export type Parts = Readonly<Record<string, string>>

/** How a text that tells of several fields is dealt with. */
export interface Apart {
  /** `value` is what the field would take the text for, undefined where it would take it for nothing. */
  readonly in: (text: string, value: unknown) => Parts | undefined
  readonly show: (parts: Parts | undefined) => void
  /** Fills in what it tells, field by field. */
  readonly save: (parts: Parts) => Promise<boolean>
}

/** What is known beside the rules of a group mapping. */
export interface RuleHelp {
  /** Names that a person may want in either column. */
  readonly names: Readonly<Record<keyof GroupRule, readonly string[]>>
  /** What each rule does to the person at hand, in their order. */
  readonly reports: readonly RuleReport[]
  /** What to say of that beside a rule; `use` puts another rule in its place. The same words for the same report. */
  readonly note: (report: RuleReport, rule: GroupRule, use: (rule: GroupRule) => void) => ComponentChildren
}

/** A value as the catalogue reads it, or what is wrong with it. */
export function read(leaf: Leaf<unknown>, value: unknown): { readonly value: unknown } | { readonly wrong: ComplaintCode } {
  const { success, output, issues } = v.safeParse(leaf.reader, value)
  return success ? { value: output } : { wrong: issues[0].message as ComplaintCode }
}

/** Text of an input that holds a whole number. */
export const numberFrom = (text: string): unknown => (/^\s*-?\d+\s*$/.test(text) ? Number(text) : text)

/** One entry a line; white space around it and empty lines say nothing. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
