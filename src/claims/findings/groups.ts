import type { Claims } from '../../session/session'
import { providerOfGroup } from '../odd-username'
import { type Reading, readingOf, textsOf } from '../reading'
import type { Finding, FindingInput } from './finding'
import { isBlank } from './text'

/** What may go wrong with groups: none, in another claim, not where the app looks, or named as Confluence and rules cannot take them. */
export function groupFindings({ sources: { id, userinfo }, reads, dialect }: FindingInput): readonly Finding[] {
  if (!id || reads.groups === undefined) return []
  const reading = readingOf(id, reads.groups, 'groups', dialect)
  if (!reading || isEmpty(reading)) return [absent(reads.groups, id)]
  const { claim } = reading
  const others = othersBeside(claim, id)
  const names = typeof id[claim] === 'string' ? [] : textsOf(reading)
  const split = reads.splitsGroups ? names.filter((name) => name.includes(';')) : []
  const isProvidersAlone = names.length > 0 && names.every(isOfProvider)
  const upper = names.filter((name) => !isOfProvider(name) && name !== name.toLowerCase())
  return [
    ...(reads.asksUserInfoForGroups && userinfo && !(claim in userinfo)
      ? [{ code: 'groups-not-in-userinfo', claim, values: [] } as const]
      : []),
    ...(isProvidersAlone ? about('groups-elsewhere-too', claim, others) : []),
    ...about('group-of-provider', claim, names.filter(isOfProvider)),
    ...about('semicolon-in-group', claim, split),
    ...about('upper-case-groups', claim, upper),
  ]
}

/** A list without entries is as good as none, and so is a text with nothing in it. */
const isEmpty = ({ values }: Reading): boolean => values.flat().every(isBlank)

/** Cognito leaves its claim out for whoever is in no group. @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html */
function absent(claim: string, id: Claims): Finding {
  const others = othersBeside(claim, id)
  return others.length > 0 ? { code: 'groups-elsewhere', claim, values: others } : { code: 'no-groups', claim, values: [] }
}

/** Other claims that may be the groups that are meant by one. */
const othersBeside = (claim: string, id: Claims): readonly string[] =>
  Object.keys(id).filter(
    (name) =>
      name !== claim &&
      !isEmpty({ claim: name, values: [id[name]] }) &&
      (isGroupish(name) || name.toLowerCase() === claim.toLowerCase() || name === `custom:${claim}`),
  )

/** Whether a claim's name promises groups. */
export const isGroupish = (name: string): boolean => /(?:^|[:_.-])(?:groups?|teams|member_?of)$/i.test(name)

const isOfProvider = (name: string): boolean => providerOfGroup(name) !== undefined

const about = (code: Finding['code'], claim: string, values: readonly string[]): readonly Finding[] =>
  values.length > 0 ? [{ code, claim, values }] : []
