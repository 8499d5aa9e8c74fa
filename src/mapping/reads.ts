import { type Reads, usualReads } from '../claims/findings/finding'
import type { MappingSettings } from '../settings/catalog'

/** What a mapping reads of a token where its fields take names of attributes; the usual ones where nothing is set. */
export function readsOf({ username, matchBy, email, fullName, firstName, lastName, groups }: MappingSettings): Reads {
  const parts = [firstName, lastName].filter(Boolean)
  const name = fullName ? [fullName] : parts
  return {
    username: username || usualReads.username,
    usernameNeeds: username && matchBy === 'username' ? [username] : [],
    asksUserInfoForUsername: usualReads.asksUserInfoForUsername,
    email: email ? [[email]] : usualReads.email,
    name: name.length > 0 ? [name] : usualReads.name,
    ...(groups.enabled && { groups: groups.attribute || usualReads.groups }),
    asksUserInfoForGroups: usualReads.asksUserInfoForGroups,
    splitsGroups: usualReads.splitsGroups,
    readsGroupsIn: usualReads.readsGroupsIn,
    asGroup: usualReads.asGroup,
  }
}
