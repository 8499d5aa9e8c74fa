import { type Reads, usualReads } from '../../../claims/findings/finding'
import { byEmail, byUsername, type FoundAccount } from '../../../mapping/accounts'
import { groupIn } from '../../../mapping/directory'
import type { GroupNames } from '../../../mapping/group-names'
import { javaTrim } from '../../../mapping/java-trim'
import type { Match } from '../../../mapping/matcher'
import { unused } from '../../../mapping/on-the-fly'
import { readsOf } from '../../../mapping/reads'
import { judgeRules } from '../../../mapping/rules'
import type { MappingInput, MappingSemantics } from '../../../mapping/semantics'
import { mappingPaths } from '../../../mapping/unused-settings'
import type { RuleReport, Verdict } from '../../../mapping/verdict'
import type { MappingSettings } from '../../../settings/catalog'
import { asSaved } from './as-saved'
import { attributesOf } from './attributes'
import { profileCautions } from './cautions'
import { form } from './form'
import { lenientNames } from './lenient'
import { logIn } from './log-in'
import { type Profile, profileOf } from './profile'
import { groupsOf } from './received'
import { refusalOf } from './refusals'

/**
 * miniOrange OAuth/OpenID for Confluence, as version 1.1.28 of February 2022 maps; labels as there and in the set-up guide.
 * @see https://developers.miniorange.com/docs/atlassian/oauth-sso/user-profile
 * @see https://developers.miniorange.com/docs/atlassian/oauth-sso/user-groups
 */
export const mapping: MappingSemantics = {
  basis: '1.1.28',
  // Of Cognito it asks no userInfo; what it asks of others nobody has seen.
  seenWith: 'cognito',
  settings: mappingPaths,
  // Attributes that fill in a person's profile; no login and no group hangs on them.
  beyond: ['Phone', 'IM', 'Website', 'Position', 'Department', 'Location'],
  reads,
  judge,
  form,
}

/**
 * Of several attributes for e-mail the first that came is taken. An attribute for the user name has to be there, whoever is found by what: to be
 * cut, or because looking for it ends the login of everybody who is in a group.
 */
function reads(typed: MappingSettings): Reads {
  const settings = asSaved(typed)
  const emails = settings.email.split(';').flatMap((name) => (javaTrim(name) ? [[javaTrim(name)]] : []))
  return {
    ...readsOf(settings),
    usernameNeeds: settings.username ? [settings.username] : [],
    email: emails.length > 0 ? emails : usualReads.email,
    asksUserInfoForGroups: false,
    readsGroupsIn: (text) => lenientNames(text) !== undefined,
    asGroup: javaTrim,
  }
}

/** Everything that is known before anything is done. */
export interface Facts {
  readonly profile: Profile
  readonly lookup: Verdict['lookup']
  readonly found: FoundAccount
  readonly groups: GroupNames
  readonly rules: readonly RuleReport[]
  /** The name of the account, as it was written; empty when nobody knows. */
  readonly account: string
}

function judge(typed: MappingInput, match: Match): Verdict {
  const input = { ...typed, mapping: asSaved(typed.mapping) }
  const facts = factsOf(input, match)
  const { profile, found, groups, rules, account, lookup } = facts
  const refused = refusalOf(input, facts)
  const effect = refused && !refused.isTooLate ? undefined : logIn(input, facts, { match, stopsEarly: refused !== undefined })
  return {
    outcome: refused ? 'refused' : found.isNew ? 'created' : 'signed-in',
    ...(refused && { refusal: refused.refusal }),
    lookup,
    account: effect ? account.toLowerCase() : '',
    ...{ username: profile.username, email: profile.email, name: profile.name, rules },
    profile: found.isNew ? 'set' : input.mapping.enabled ? 'updated' : 'left',
    received: effect?.received ?? unused(groups),
    memberships: effect?.memberships ?? [],
    others: effect?.others ?? 'kept',
    cautions: [...profile.cautions, ...groups.cautions, ...(effect ? [...effect.cautions, ...profileCautions(input, facts)] : [])],
  }
}

function factsOf(input: MappingInput, match: Match): Facts {
  const attributes = attributesOf(input.claims)
  const profile = profileOf(input, attributes, match)
  const groups = groupsOf(input, attributes, match)
  const username = profile.username.value || profile.email.value
  const byAddress = input.mapping.matchBy === 'email' && profile.email.value !== ''
  const found = byAddress ? byEmail(input, profile.email.value) : byUsername(input, username)
  const { rules: rows, mode } = input.mapping.groups
  const rules = judgeRules(rows, groups.names, {
    names: (when) => javaTrim(when).split(';').filter(Boolean),
    oneRowAGroup: true,
    joins: mode === 'manual',
    exists: groupIn(input.directory),
  })
  const lookup = {
    by: byAddress ? 'email' : 'username',
    value: byAddress ? profile.email.value : username,
    isKnown: found.isKnown,
  } as const
  return { profile, lookup, found, groups, rules, account: accountOf(found, profile, byAddress) }
}

/** Whoever is found by e-mail keeps their user name; whoever is made then is named by the address, if an attribute gave it. */
function accountOf({ account, isNew }: FoundAccount, { username, email }: Profile, byAddress: boolean): string {
  if (account) return account.username
  if (!byAddress) return username.value || email.value
  if (!isNew) return ''
  return email.how === 'taken' ? email.value : username.value
}
