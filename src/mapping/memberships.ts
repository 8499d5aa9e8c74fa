import { type Directory, groupIn } from './directory'
import type { Because, Membership, Verdict } from './verdict'

const untried: Because = { by: 'untried' }

interface Entry {
  /** They are known to have been in it. */
  readonly before: boolean
  /** Undefined where nobody can tell. */
  now: boolean | undefined
  because: Because
}

/** A person's groups while a login works on them. Confluence keeps names in lower case, so case does not tell groups apart. */
export class Memberships {
  private readonly entries = new Map<string, Entry>()
  private othersAre: 'kept' | 'removed' | 'unsure' = 'kept'

  /** `before` are all groups that they are in already; undefined when nobody knows. */
  constructor(private readonly before: readonly string[] | undefined) {
    for (const group of before ?? []) this.entries.set(group.toLowerCase(), { before: true, now: true, because: { by: 'untouched' } })
  }

  add(group: string, because: Because): void {
    this.set(group, true, because)
  }

  remove(group: string, because: Because): void {
    if (this.isIn(group) !== false) this.set(group, false, because)
  }

  /** Whether they join it hangs on something that could not be tried here. */
  mayJoin(group: string): void {
    if (!this.isIn(group)) this.set(group, undefined, untried)
  }

  /** Whether they leave it does. */
  mayLeave(group: string): void {
    if (this.isIn(group) !== false) this.set(group, undefined, untried)
  }

  /** Whether they leave any group but those that are spared does, known or not. */
  mayLeaveAllBut(spared: ReadonlySet<string>): void {
    this.othersAre = 'unsure'
    for (const group of this.entries.keys()) if (!spared.has(group)) this.mayLeave(group)
  }

  /** Takes them out of every group but those that are spared, known or not. */
  removeAllBut(spared: ReadonlySet<string>, because: Because): void {
    this.othersAre = 'removed'
    for (const [group, { now }] of this.entries) if (now && !spared.has(group)) this.set(group, false, because)
  }

  /** Undefined when nobody knows. */
  isIn(group: string): boolean | undefined {
    const entry = this.entries.get(group.toLowerCase())
    return entry ? entry.now : this.before ? false : undefined
  }

  /** What becomes of memberships that nobody knows. */
  get others(): Verdict['others'] {
    return this.before ? 'none' : this.othersAre
  }

  /** Every group that they are in, or were. Those that the app makes, if the directory lacks them, are marked; `makes` is asked in lower case. */
  list(directory: Directory, makes: (group: string) => boolean): readonly Membership[] {
    const exists = groupIn(directory)
    return [...this.entries].map(([group, { before, now, because }]) => ({
      group,
      change: now === undefined ? 'unsure' : now ? (before ? 'kept' : 'added') : 'removed',
      because,
      ...(now && !before && unlessThere(exists(group), makes(group))),
    }))
  }

  private set(group: string, now: boolean | undefined, because: Because): void {
    const name = group.toLowerCase()
    const entry = this.entries.get(name)
    if (entry) Object.assign(entry, { now, because })
    else this.entries.set(name, { before: false, now, because })
  }
}

/** A group that is not there is passed over unless it is made. */
function unlessThere(exists: boolean | undefined, isMade: boolean): Pick<Membership, 'creates' | 'onlyIfThere'> {
  if (exists !== undefined) return exists || !isMade ? {} : { creates: 'yes' }
  return isMade ? { creates: 'if-missing' } : { onlyIfThere: true }
}

/** What `list` is told of an app that makes no group. */
export const noGroup = (): boolean => false

/** What it is told of one that makes these. */
export function theseGroups(groups: readonly string[]): (group: string) => boolean {
  const names = new Set(groups.map((group) => group.toLowerCase()))
  return (group) => names.has(group)
}
