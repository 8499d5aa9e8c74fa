import type { Finding, Look } from './finding'
import { textsIn } from './text'

/** What may go wrong with groups: none, in another claim, not where the app looks, or named as Confluence and rules cannot take them. */
export function groupFindings({ sources, reads }: Look): readonly Finding[] {
  const { id, userinfo } = sources
  if (!id) return []
  const claim = reads.groups
  if (!(claim in id)) return [absent(claim, Object.keys(id))]
  const names = Array.isArray(id[claim]) ? textsIn(id, claim) : []
  return [
    ...(userinfo && !(claim in userinfo) ? [{ code: 'groups-not-in-userinfo', claim, values: [] } as const] : []),
    ...about('group-of-provider', claim, names.filter(isOfProvider)),
    ...about(
      'semicolon-in-group',
      claim,
      names.filter((name) => name.includes(';')),
    ),
    ...about(
      'upper-case-groups',
      claim,
      names.filter((name) => !isOfProvider(name) && name !== name.toLowerCase()),
    ),
  ]
}

/** Cognito leaves its claim out for whoever is in no group. @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html */
function absent(claim: string, claims: readonly string[]): Finding {
  const others = claims.filter((name) => isGroupish(name) || name.toLowerCase() === claim.toLowerCase() || name === `custom:${claim}`)
  return others.length > 0 ? { code: 'groups-elsewhere', claim, values: others } : { code: 'no-groups', claim, values: [] }
}

/** Whether a claim's name promises groups. */
export const isGroupish = (name: string): boolean => /(?:^|[:_.-])(?:groups?|teams|member_?of)$/i.test(name)

/** Whoever comes from an identity provider is in a group of Cognito's own making: "eu-west-1_AbCdEf123_Google". */
const isOfProvider = (name: string): boolean => /^[a-z]{2}(?:-[a-z]+)+-\d_[A-Za-z0-9]+_/.test(name)

const about = (code: Finding['code'], claim: string, values: readonly string[]): readonly Finding[] =>
  values.length > 0 ? [{ code, claim, values }] : []
