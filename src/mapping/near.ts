import type { NearMiss } from './verdict'

/**
 * Groups of a token, laid out so that what nearly fits is found without going through them all: the token's names by their bare form,
 * by their last part (`/staff/dev`, `acme:dev`), and sorted for beginnings.
 */
export class NearMisses {
  private readonly bare = new Map<string, string>()
  private readonly lastParts = new Map<string, string>()
  private readonly sorted: readonly string[]

  constructor(received: readonly string[]) {
    for (const name of received) {
      this.bare.set(bareOf(name), this.bare.get(bareOf(name)) ?? name)
      const last = bareOf(name.split(separators).at(-1) ?? '')
      this.lastParts.set(last, this.lastParts.get(last) ?? name)
    }
    this.sorted = [...this.bare.keys()].sort()
  }

  /** What of the token comes closest to a name that nothing fits exactly. */
  of(wanted: string): NearMiss | undefined {
    const bare = bareOf(wanted)
    if (!bare) return undefined
    const same = this.bare.get(bare)
    if (same !== undefined) return { wanted, received: same, differs: differenceOf(wanted, same) }
    const more = this.lastParts.get(bare) ?? this.goingOn(bare)
    if (more !== undefined) return { wanted, received: more, differs: 'prefix' }
    const less = this.bare.get(bareOf(wanted.split(separators).at(-1) ?? ''))
    return less === undefined ? undefined : { wanted, received: less, differs: 'longer' }
  }

  /** A name that goes on where this one ends, at a seam: `dev-team` for `dev`. */
  private goingOn(bare: string): string | undefined {
    const next = seams.map((seam) => this.sorted[this.placeOf(bare + seam)]).find((name, at) => name?.startsWith(bare + seams[at]))
    return next === undefined ? undefined : this.bare.get(next)
  }

  private placeOf(bare: string): number {
    let [from, to] = [0, this.sorted.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((this.sorted[middle] ?? '') < bare) from = middle + 1
      else to = middle
    }
    return from
  }
}

/** How two names differ that are the same but for case, what nobody sees, and how it is written. */
const differenceOf = (wanted: string, received: string): NearMiss['differs'] => {
  if (received.toLowerCase() === wanted.toLowerCase()) return 'case'
  const [one, other] = [visible(received), visible(wanted)]
  if (one.toLowerCase() !== other.toLowerCase()) return 'look-alike'
  return one === other ? 'space' : 'space-and-case'
}

const seams = ['-', '_', '.', ' ', ':', '/']
const separators = /[/\\:|]/
/** A name without white space at its ends, and without characters that have no width. */
const visible = (name: string): string => name.replace(/\p{Cf}/gu, '').trim()
/** A Mac writes accents apart from their letters, word processors put other dashes, apostrophes and blanks. */
const bareOf = (name: string): string =>
  visible(name)
    .normalize('NFKC')
    .replace(/\p{Pd}/gu, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .toLowerCase()
