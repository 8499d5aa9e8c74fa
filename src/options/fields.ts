import * as v from 'valibot'
import type { PoolParts } from '../providers/cognito/pool-parts'
import type { ComplaintCode, Leaf } from '../settings/kinds'

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
  /** Saves a valid value, or takes the person's own out (`undefined`). */
  readonly save: (value: unknown) => Promise<void>
  /** The field belongs to a user pool: a text that is no value of it may still tell of the pool. */
  readonly apart?: Apart
}

/** How a text that tells of a whole user pool is dealt with. */
export interface Apart {
  readonly in: (text: string) => PoolParts | undefined
  readonly show: (parts: PoolParts | undefined) => void
  /** Fills in what it tells, field by field. */
  readonly save: (parts: PoolParts) => Promise<void>
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
