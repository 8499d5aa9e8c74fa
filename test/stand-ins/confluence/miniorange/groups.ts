import type { Account, Directory } from '../directory'
import type { MiniOrangeGroupRules, MiniOrangeSettings } from './settings'
import { trimmed } from './trimmed'

interface Job {
  /** Groups of the token. */
  readonly received: readonly string[]
  readonly settings: MiniOrangeSettings
  readonly directory: Directory
}

/** One pass over an account's groups, in the order of 1.1.28: leave, give defaults, join. */
export function work(account: Account, job: Job & { readonly isNew: boolean }): void {
  const { settings, directory, isNew } = job
  const { mode, disabled, keepExisting, excludeGroups } = settings.groups
  const rows = rowsOf(job)
  const filtered = job.received.filter((name) => name !== '' && passes(name, settings.groups.filter))
  if (!isNew && !disabled) for (const group of rows.leave) account.groups.delete(group)
  // This does not ask whether group mapping is disabled.
  if (!isNew && mode === 'on-the-fly' && filtered.length > 0 && !keepExisting)
    for (const group of account.groups) if (!excludeGroups.includes(group)) account.groups.delete(group)
  const join = mode === 'manual' ? rows.join : there(filtered, settings.groups, directory)
  const isFor = settings.assignDefaultGroupsTo
  if (isFor === 'allUsers' || (isFor === 'newUsers' && isNew))
    for (const group of settings.defaultGroups) if (directory.groups.has(group.toLowerCase())) account.groups.add(group.toLowerCase())
  if (isNew || !disabled) for (const group of join) account.groups.add(group)
}

/** What the rows of a manual mapping say: the first row for a group counts, a row without a group of the wiki does not. */
export function rowsOf({ received, settings, directory }: Job): { join: string[]; leave: string[] } {
  const rows = new Map<string, string[]>()
  for (const { group, idpGroups } of settings.groups.manual) {
    const names = trimmed(idpGroups).split(';').filter(Boolean)
    if (names.length > 0 && !rows.has(trimmed(group))) rows.set(trimmed(group), names)
  }
  const known = [...rows].flatMap(([group, names]) =>
    directory.groups.has(group.toLowerCase()) ? [{ group: group.toLowerCase(), names }] : [],
  )
  const join = known.filter(({ names }) => names.some((name) => received.includes(name))).map(({ group }) => group)
  return { join, leave: known.map(({ group }) => group).filter((group) => !join.includes(group)) }
}

/** The wiki's groups of these names; made where they are missing, if that is wanted. Confluence keeps names in lower case. */
function there(names: readonly string[], { createNewGroups }: MiniOrangeGroupRules, { groups }: Directory): string[] {
  const kept = names.map((name) => name.toLowerCase())
  if (createNewGroups) for (const name of kept) groups.add(name)
  return kept.filter((name) => groups.has(name))
}

function passes(name: string, { kind, value }: MiniOrangeGroupRules['filter']): boolean {
  if (kind === 'none' || value.trim() === '') return true
  if (kind === 'starts with') return name.startsWith(value)
  return kind === 'contains' ? name.includes(value) : new RegExp(value.trim()).test(name)
}
