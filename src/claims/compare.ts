import type { Claims } from '../session/session'
import { asExactJson } from './exact-json'
import { byRank, isOfToken } from './glossary'
import { redactedSources } from './kept'
import { isReadable, type Redaction } from './redact'
import type { Subject } from './subject'

/** How two people, or two logins, stand in one claim. `unknown`: of both only the form is known, and it is the same. */
export type Standing = 'same' | 'different' | 'only-left' | 'only-right' | 'unknown'

/** One claim of two people beside each other. */
export interface Comparison {
  readonly claim: string
  readonly standing: Standing
  readonly left?: unknown
  readonly right?: unknown
  /** Where both have lists that can be read: who has which entry, as texts. */
  readonly entries?: { readonly both: readonly string[]; readonly onlyLeft: readonly string[]; readonly onlyRight: readonly string[] }
}

/**
 * The ID tokens of two people side by side; of whoever has none, the access token. Where one of them was kept both are redacted, and
 * nothing is taken for readable that was hidden of either; `usual` is the redaction of whoever was not kept.
 */
export function compareSubjects(left: Subject, right: Subject, usual: Redaction): readonly Comparison[] {
  if (!left.redaction && !right.redaction) return compare(claimsIn(left), claimsIn(right), () => true)
  const [one, other] = [left.redaction ?? usual, right.redaction ?? usual]
  const both = { groups: one.groups.filter((claim) => other.groups.includes(claim)) }
  const claimsOf = ({ sources }: Subject) => claimsIn({ sources: redactedSources(sources, both) })
  return compare(claimsOf(left), claimsOf(right), (claim, value) => isReadable(claim, value, both))
}

const claimsIn = ({ sources }: Pick<Subject, 'sources'>): Claims => sources.id ?? sources.access ?? {}

/**
 * Two people's claims side by side, what people look for first. What a token says of itself is left out: it differs each time.
 * Claims of which one side is redacted must be redacted on both; `canBeRead` says which values are values all the same.
 */
export function compare(left: Claims, right: Claims, canBeRead: (claim: string, value: unknown) => boolean): readonly Comparison[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((claim) => !isOfToken(claim))
    .sort(byRank)
    .map((claim) => {
      if (!Object.hasOwn(left, claim)) return { claim, standing: 'only-right', right: right[claim] }
      if (!Object.hasOwn(right, claim)) return { claim, standing: 'only-left', left: left[claim] }
      return beside(claim, [left[claim], right[claim]], canBeRead)
    })
}

function beside(
  claim: string,
  [left, right]: readonly [unknown, unknown],
  canBeRead: (claim: string, value: unknown) => boolean,
): Comparison {
  const isKnown = canBeRead(claim, left) && canBeRead(claim, right)
  if (!isKnown) return { claim, standing: formOf(left) === formOf(right) ? 'unknown' : 'different', left, right }
  const entries = Array.isArray(left) && Array.isArray(right) ? sorted(left.map(inWords), right.map(inWords)) : undefined
  const isSame = entries ? entries.onlyLeft.length + entries.onlyRight.length === 0 : asExactJson(left) === asExactJson(right)
  return { claim, standing: isSame ? 'same' : 'different', left, right, ...(entries && { entries }) }
}

/** Of a redacted list the order says nothing, and the number of its entries does. */
const formOf = (value: unknown): string => asExactJson(Array.isArray(value) ? value.map(inWords).sort() : value)

function sorted(left: readonly string[], right: readonly string[]): NonNullable<Comparison['entries']> {
  const [inLeft, inRight] = [new Set(left), new Set(right)]
  return {
    both: [...inLeft].filter((entry) => inRight.has(entry)),
    onlyLeft: [...inLeft].filter((entry) => !inRight.has(entry)),
    onlyRight: [...inRight].filter((entry) => !inLeft.has(entry)),
  }
}

const inWords = (entry: unknown): string => (typeof entry === 'string' ? entry : asExactJson(entry))
