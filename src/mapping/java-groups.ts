/** A group that is open, or the whole pattern. */
interface Group {
  /** Its number, for one that captures. */
  readonly number?: number
  /** It looks ahead or behind, and takes nothing. */
  readonly isAssertion: boolean
  /** It is a look-behind or lies in one. */
  readonly isBehind: boolean
  /** Groups in it capture. */
  hasCaptures: boolean
  /** One of those may have taken no part although this group did. */
  mayMiss: boolean
  hasAlternatives: boolean
  /** One of its alternatives so far can do without a single character. */
  canBeEmpty: boolean
  /** So many parts of its present alternative need a character, and so many of those the last part. */
  needs: number
  lastNeeds: number
}

const pattern = { isAssertion: false, isBehind: false }

/** How often something is repeated at least and at most. */
export interface Times {
  readonly least: number
  readonly most: number
}

const fresh = (group: Pick<Group, 'number' | 'isAssertion' | 'isBehind'>): Group => ({
  ...group,
  hasCaptures: false,
  mayMiss: false,
  hasAlternatives: false,
  canBeEmpty: false,
  needs: 0,
  lastNeeds: 0,
})

/**
 * The groups of a pattern while it is read. Java keeps what a group took when it is entered again, and lets a back-reference to a group
 * that took no part fail; JavaScript forgets the one and passes over the other.
 */
export class JavaGroups {
  private readonly open = [fresh(pattern)]
  private readonly names = new Map<string, number>()
  private count = 0
  private hasReference = false
  /** What was closed last, as long as nothing else follows. */
  private closed: Group | undefined

  private get innermost(): Group {
    return this.open.at(-1) ?? fresh(pattern)
  }

  get isBehind(): boolean {
    return this.innermost.isBehind
  }

  get isAssertion(): boolean {
    return this.innermost.isAssertion
  }

  /** A back-reference may be to a group that took no part. */
  get areUnsure(): boolean {
    return this.hasReference && missing(this.innermost)
  }

  /** Whether a group has this name already. */
  has(name: string): boolean {
    return this.names.has(name)
  }

  /** Opens a group: what it begins with, and its name if it has one. */
  enter(opening: string, name: string): void {
    const captures = opening === '(' || name !== ''
    if (captures) this.count += 1
    if (name) this.names.set(name, this.count)
    const isBehind = this.isBehind || (opening.startsWith('(?<') && !name)
    this.open.push(fresh({ isAssertion: /[=!]$/.test(opening), isBehind, ...(captures && { number: this.count }) }))
  }

  /** False where nothing was open. */
  leave(): boolean {
    if (this.open.length === 1) return false
    const closed = this.open.pop()
    if (!closed) return false
    closed.canBeEmpty ||= closed.needs === 0
    const outer = this.innermost
    this.goOn(!closed.isAssertion && !closed.canBeEmpty)
    this.closed = closed
    outer.hasCaptures ||= closed.number !== undefined || closed.hasCaptures
    outer.mayMiss ||= missing(closed)
    return true
  }

  alternate(): void {
    const group = this.innermost
    group.hasAlternatives = true
    group.canBeEmpty ||= group.needs === 0
    group.needs = 0
  }

  /** Takes in a part that is no group, and whether it needs a character. */
  goOn(needsOne: boolean): void {
    const group = this.innermost
    group.lastNeeds = needsOne ? 1 : 0
    group.needs += group.lastNeeds
    this.closed = undefined
  }

  /** Repeats the last part; false for a group that would keep what it took in Java alone, or take nothing in Java alone. */
  repeat({ least, most }: Times): boolean {
    const { innermost, closed } = this
    if (least === 0) innermost.needs -= innermost.lastNeeds
    if (!closed || (least === 1 && most === 1)) return true
    if (least === 0) innermost.mayMiss ||= closed.number !== undefined || closed.hasCaptures
    return !closed.canBeEmpty && (most === 1 || !missing(closed))
  }

  /** The number that a back-reference's digits begin with: as many of them as there is such a group, as Java reads it. */
  numbered(digits: string): number {
    let number = Number(digits[0])
    for (const digit of digits.slice(1)) {
      if (number * 10 + Number(digit) > this.count) break
      number = number * 10 + Number(digit)
    }
    return number
  }

  /** Refers back to a group, and tells whether it was begun by now and whether it has ended. */
  refer(group: number | string): 'none' | 'open' | 'closed' {
    this.hasReference = true
    const number = typeof group === 'number' ? group : this.names.get(group)
    if (!number || number > this.count) return 'none'
    return this.open.some((one) => one.number === number) ? 'open' : 'closed'
  }
}

const missing = ({ mayMiss, hasAlternatives, hasCaptures }: Group): boolean => mayMiss || (hasAlternatives && hasCaptures)

/** Reads `*`, `+`, `?` or braces. */
export function timesOf(repetition: string): Times {
  const [, least = '', comma = '', most = ''] = /^\{(\d+)(,?)(\d*)\}$/.exec(repetition) ?? []
  if (least) return { least: Number(least), most: comma ? Number(most || Number.POSITIVE_INFINITY) : Number(least) }
  return { least: repetition === '+' ? 1 : 0, most: repetition === '?' ? 1 : Number.POSITIVE_INFINITY }
}
