import type { Dialect } from './dialect'
import { differenceIn, type Said, saidOf, sourceNames } from './difference'
import { asExactJson } from './exact-json'
import { type ClaimRow, rowsOf } from './rows'
import type { SourceName, Sources } from './subject'

/** What sort of value a claim has. */
export type ValueKind = 'text' | 'number' | 'boolean' | 'nothing' | 'list' | 'list-of-objects' | 'object'

/** One name that can be typed, with all that is known of its claim. */
export interface Entry extends ClaimRow {
  /** Of what the name stands for: of a part of the claim, that part. */
  readonly kind: ValueKind
  /** What each source says of the claim; the row's own value is that of the first. */
  readonly said: Said
  readonly sources: readonly SourceName[]
  readonly difference?: 'value' | 'writing'
}

/** Every claim of every source in the SSO app's spelling, what people look for first. */
export function entriesOf(sources: Sources, dialect: Dialect): readonly Entry[] {
  const said = saidOf(sources)
  const first = Object.fromEntries([...said].map(([claim, values]) => [claim, values[sourcesIn(values)[0] as SourceName]]))
  const facts = new Map([...said].map(([claim, values]) => [claim, factsOf(claim, values)]))
  return rowsOf(first, dialect, asExactJson).map((row) => ({
    ...row,
    kind: kindOf(row.raw),
    ...(facts.get(row.claim) as ReturnType<typeof factsOf>),
  }))
}

function factsOf(claim: string, said: Said) {
  const difference = differenceIn(claim, said)
  return { said, sources: sourcesIn(said), ...(difference && { difference }) }
}

const sourcesIn = (said: Said): readonly SourceName[] => sourceNames.filter((source) => source in said)

/** What sort of value this is. */
export function kindOf(value: unknown): ValueKind {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.some((item) => typeof item === 'object' && item !== null) ? 'list-of-objects' : 'list'
  if (typeof value === 'object') return 'object'
  return typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'boolean' : 'number'
}
