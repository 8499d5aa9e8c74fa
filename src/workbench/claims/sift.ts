import type { Entry } from '../../claims/entries'
import type { Finding } from '../../claims/findings/finding'
import { search } from '../../claims/rows'
import type { SourceName } from '../../claims/subject'

/** Which claims are shown, and in which order. */
export interface Sieve {
  readonly wanted: string
  readonly source: 'all' | SourceName
  readonly only: 'all' | 'differences' | 'findings'
  readonly order: 'usual' | 'name' | 'kind'
}

/** Everything, what people look for first. */
export const openSieve: Sieve = { wanted: '', source: 'all', only: 'all', order: 'usual' }

/** The entries that pass, in the order that was asked for. */
export function sift(entries: readonly Entry[], findings: readonly Finding[], { wanted, source, only, order }: Sieve): readonly Entry[] {
  const found = new Set(findings.map(({ claim }) => claim))
  const passing = search(entries, wanted).filter(
    (entry) =>
      (source === 'all' || entry.sources.includes(source)) &&
      (only === 'all' || (only === 'findings' ? found.has(entry.claim) : entry.difference !== undefined)),
  )
  if (order === 'usual') return passing
  return [...passing].sort((a, b) => compare(order === 'kind' ? a.kind : '', order === 'kind' ? b.kind : '') || compare(a.name, b.name))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
