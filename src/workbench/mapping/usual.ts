import type { Dialect } from '../../claims/dialect'
import { usualReads } from '../../claims/findings/finding'
import { isGroupish } from '../../claims/findings/groups'
import { isOddUsername } from '../../claims/odd-username'
import type { MappingSemantics } from '../../mapping/semantics'
import type { Claims } from '../../session/session'

interface App extends Pick<MappingSemantics, 'settings'> {
  readonly dialect: Dialect
  /** Where the mapping looks for groups so far. */
  readonly groups: string
}

/**
 * What most people enter for claims like these, by paths below `mapping`: user name, address and name, as the SSO app wants them typed, and where
 * groups are if that is not where Cognito has them. What these claims do not have is left out, and so is a user name that no person would type.
 */
export function usualMapping(claims: Claims, { dialect, settings, groups: sought }: App): Readonly<Record<string, string>> {
  const textOf = (claim: string): string => (typeof claims[claim] === 'string' ? claims[claim].trim() : '')
  const typed = (claim: string): string =>
    textOf(claim) && (dialect.names(claim, claims[claim]).find(({ names }) => names.fields !== undefined)?.names.fields ?? '')
  const username = ['cognito:username', 'preferred_username', 'email'].find(
    (claim) => textOf(claim) && !isOddUsername(textOf(claim), claims),
  )
  const [whole, ...parts] = ['name', 'given_name', 'family_name'].map(typed)
  const names = parts.every(Boolean) ? parts : []
  const isApart = !whole && settings.includes('firstName')
  const lists = Object.entries(claims).filter(([claim, value]) => isGroupish(claim) && Array.isArray(value))
  const [groups] = sought !== usualReads.groups || lists.some(([claim]) => claim === sought) ? [] : lists
  const entries = {
    username: username && typed(username),
    email: typed('email'),
    fullName: isApart ? '' : whole || names.join(' '),
    firstName: isApart && names[0],
    lastName: isApart && names[1],
    'groups.attribute': groups && dialect.names(...groups).find(({ names }) => names.groups !== undefined)?.names.groups,
  }
  return Object.fromEntries(Object.entries(entries).flatMap(([path, name]) => (name ? [[path, name]] : [])))
}
