import type { Claims } from '../session/session'
import { asJson } from '../session/shown'
import { isOfToken, rankOf } from './glossary'

/** How two people, or two logins, stand in one claim. `unknown`: of both only the form is known, and it is the same. */
export type Standing = 'same' | 'different' | 'only-left' | 'only-right' | 'unknown'

/** One claim of two people beside each other. */
export interface Comparison {
  readonly claim: string
  readonly standing: Standing
  readonly left?: unknown
  readonly right?: unknown
  /** Where both have lists: who has which entry, as texts. */
  readonly entries?: { readonly both: readonly string[]; readonly onlyLeft: readonly string[]; readonly onlyRight: readonly string[] }
}

/**
 * Two people's claims side by side, what people look for first. What a token says of itself is left out: it differs each time.
 * Claims of which one side is redacted must be redacted on both; `isReadable` says which values are values all the same.
 */
export function compare(left: Claims, right: Claims, isReadable: (claim: string, value: unknown) => boolean): readonly Comparison[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((claim) => !isOfToken(claim))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
    .map((claim) => {
      if (!Object.hasOwn(left, claim)) return { claim, standing: 'only-right', right: right[claim] }
      if (!Object.hasOwn(right, claim)) return { claim, standing: 'only-left', left: left[claim] }
      return beside(claim, [left[claim], right[claim]], isReadable)
    })
}

function beside(
  claim: string,
  [left, right]: readonly [unknown, unknown],
  isReadable: (claim: string, value: unknown) => boolean,
): Comparison {
  const entries = Array.isArray(left) && Array.isArray(right) ? sorted(left.map(inWords), right.map(inWords)) : undefined
  const isSame = entries ? entries.onlyLeft.length + entries.onlyRight.length === 0 : asJson(left) === asJson(right)
  const isKnown = isReadable(claim, left) && isReadable(claim, right)
  return { claim, standing: isSame ? (isKnown ? 'same' : 'unknown') : 'different', left, right, ...(entries && { entries }) }
}

function sorted(left: readonly string[], right: readonly string[]): NonNullable<Comparison['entries']> {
  const [inLeft, inRight] = [new Set(left), new Set(right)]
  return {
    both: [...inLeft].filter((entry) => inRight.has(entry)),
    onlyLeft: [...inLeft].filter((entry) => !inRight.has(entry)),
    onlyRight: [...inRight].filter((entry) => !inLeft.has(entry)),
  }
}

const inWords = (entry: unknown): string => (typeof entry === 'string' ? entry : asJson(entry))
