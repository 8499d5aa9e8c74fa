/** One user name that was looked up in Confluence, and what came of it. */
export type Account =
  | { readonly username: string; readonly exists: false }
  | {
      readonly username: string
      readonly exists: true
      readonly displayName?: string
      readonly email?: string
      /** Groups that they are in, all of them; absent when nobody could say. */
      readonly groups?: readonly string[]
      /** Confluence gives it no access any more. */
      readonly isDeactivated?: true
    }

/** What is known of a site's users and groups, as plain data. Whatever is absent is unknown, never empty. */
export interface Directory {
  /** Names of all groups that there are. */
  readonly groups?: readonly string[]
  /** In place of all: names of those that were read, where there are more. */
  readonly someGroups?: readonly string[]
  /** The user names that were looked up; one that is not here was not asked for. */
  readonly accounts: readonly Account[]
}

/** Nobody has been asked anything. */
export const unknownDirectory: Directory = { accounts: [] }

/** Tells whether a site has a group, in whatever case; undefined when nobody knows. */
export function groupIn({ groups, someGroups }: Directory): (group: string) => boolean | undefined {
  const names = new Set((groups ?? someGroups ?? []).map((name) => name.toLowerCase()))
  return (group) => names.has(group.toLowerCase()) || (groups ? false : undefined)
}

/** What came of looking a user name up; undefined when nobody did. Confluence keeps user names in lower case. */
export const accountNamed = ({ accounts }: Directory, username: string): Account | undefined =>
  accounts.find((account) => account.username.toLowerCase() === username.toLowerCase())
