import type { Claims } from '../session/session'
import type { Dialect, Place } from './dialect'

/** What stands behind a name that is typed into an SSO app's form. */
export interface Reading {
  /** The claim of the token that it belongs to. */
  readonly claim: string
  /** What is there, as in the token; several values where the name goes through a list of objects. */
  readonly values: readonly unknown[]
}

/** Finds what an SSO app would read by a name that is typed in that place; undefined where these claims have no such thing. */
export function readingOf(claims: Claims, typed: string, place: Place, dialect: Dialect): Reading | undefined {
  if (Object.hasOwn(claims, typed)) return { claim: typed, values: [claims[typed]] }
  for (const claim of Object.keys(claims)) {
    const spelt = dialect.names(claim, claims[claim]).filter(({ name, names }) => name === typed || names[place] === typed)
    if (spelt.length > 0) return { claim, values: spelt.map(({ raw }) => raw) }
  }
  return undefined
}

/** The texts of what was read, whether they stand in a list or alone, but for empty ones. */
export const textsOf = (reading: Reading | undefined): readonly string[] =>
  (reading?.values ?? []).flat().filter((value): value is string => typeof value === 'string' && value !== '')
