import type { Dialect } from './dialect'
import { differenceIn, type Said, saidOf, sourceNames } from './difference'
import { type ClaimRow, rowsOf } from './rows'
import type { SourceName, Sources } from './subject'
import { asWritten, type Written } from './written'

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
  /** A number as the sources write it that write it otherwise than a browser; then the row's value is what the first of all writes. */
  readonly written?: Readonly<Partial<Record<SourceName, string>>>
}

/** Every claim of every source in the SSO app's spelling, what people look for first. */
export function entriesOf(sources: Sources, dialect: Dialect, written: Written = {}): readonly Entry[] {
  const said = saidOf(sources)
  const first = Object.fromEntries([...said].map(([claim, values]) => [claim, values[sourcesIn(values)[0] as SourceName]]))
  const facts = new Map([...said].map(([claim, values]) => [claim, factsOf(claim, values, written)]))
  return rowsOf(first, dialect).map((row) => {
    const known = facts.get(row.claim) as ReturnType<typeof factsOf>
    const value = known.written?.[known.sources[0] as SourceName] ?? row.value
    return { ...row, value, kind: kindOf(row.raw), ...known }
  })
}

function factsOf(claim: string, said: Said, all: Written) {
  const sources = sourcesIn(said)
  const numbers = sources.flatMap((source) => {
    const number = asWritten(all, source, claim, said[source])
    return number === undefined ? [] : [[source, number] as const]
  })
  const written: Entry['written'] = numbers.length > 0 ? Object.fromEntries(numbers) : undefined
  const difference = differenceIn(claim, said)
  return { said, sources, ...(difference && { difference }), ...(written && { written }) }
}

const sourcesIn = (said: Said): readonly SourceName[] => sourceNames.filter((source) => source in said)

/** What sort of value this is. */
export function kindOf(value: unknown): ValueKind {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.some((item) => typeof item === 'object' && item !== null) ? 'list-of-objects' : 'list'
  if (typeof value === 'object') return 'object'
  return typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'boolean' : 'number'
}
