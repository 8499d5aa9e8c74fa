import type { Reads } from '../../../claims/findings/finding'
import { isOddUsername } from '../../../claims/odd-username'
import { byUsername, deactivated, type FoundAccount } from '../../../mapping/accounts'
import type { Caution } from '../../../mapping/caution'
import { groupIn } from '../../../mapping/directory'
import { Memberships, noGroup, theseGroups } from '../../../mapping/memberships'
import type { Refusal } from '../../../mapping/refusal'
import { unusedRules } from '../../../mapping/rules'
import type { MappingInput, MappingSemantics } from '../../../mapping/semantics'
import { unusedSettings } from '../../../mapping/unused-settings'
import type { Membership, Verdict } from '../../../mapping/verdict'
import type { MappingSettings } from '../../../settings/catalog'
import { form, settings } from './form'
import { expressionsIn, type Filled, filled } from './template'

/**
 * SSO that Confluence Data Center has built in, with just-in-time provisioning; mapping expressions as its plug-in reads them.
 * @see https://confluence.atlassian.com/enterprise/jit-user-provisioning-1005342579.html
 */
export const mapping: MappingSemantics = { basis: '4.2', settings, beyond: [], reads, judge, form }

const usualUsername = '${sub}'

/** Without "create users" nothing but the user name is read. */
function reads(mapping: MappingSettings): Reads {
  const { createUsers, email, fullName, groups } = mapping
  return {
    username: mapping.username || usualUsername,
    usernameNeeds: expressionsIn(mapping.username || usualUsername),
    asksUserInfoForUsername: true,
    email: createUsers ? [expressionsIn(email || '${email}')] : [[]],
    name: createUsers ? (fullName ? [expressionsIn(fullName)] : [['${name}'], ['${given_name}', '${family_name}']]) : [[]],
    ...(isMapped(mapping) && { groups: groups.attribute }),
    asksUserInfoForGroups: false,
    splitsGroups: false,
    readsGroupsIn: () => false,
    asGroup: (name) => name,
  }
}

function judge(input: MappingInput): Verdict {
  const { mapping } = input
  const username = filled(mapping.username || usualUsername, [input.claims, input.userInfo ?? {}])
  const email = filled(mapping.email, [input.claims])
  const name = filled(mapping.fullName, [input.claims])
  const found = byUsername(input, username.taken.value)
  const groups = groupsIn(input)
  const refusal = refusalOf(input, { username, email, name, found, groups })
  const memberships = refusal ? [] : membershipsOf(input, found, groups)
  return {
    outcome: refusal ? 'refused' : found.isNew ? 'created' : 'signed-in',
    ...(refusal && { refusal }),
    lookup: { by: 'username', value: username.taken.value, isKnown: found.isKnown },
    account: refusal ? '' : (found.account?.username ?? username.taken.value).toLowerCase(),
    ...{ username: username.taken, email: email.taken, name: name.taken },
    profile: !mapping.createUsers ? 'left' : found.isNew ? 'set' : 'updated',
    received: (groups.names ?? []).map((one) => ({
      name: one,
      becomes: one,
      fate: refusal || !isMapped(input.mapping) ? 'unused' : 'joined',
    })),
    memberships,
    others: found.isNew || found.account?.groups ? 'none' : isMapped(input.mapping) ? 'removed' : 'kept',
    rules: unusedRules(mapping.groups.rules),
    cautions: cautionsOf(input, username.taken.value, groups),
  }
}

/** Without "create users" nobody's profile or groups are touched: everything of that is just-in-time provisioning. */
const isMapped = ({ createUsers, groups }: MappingSettings): boolean => createUsers && groups.enabled && groups.attribute !== ''

type Groups = { readonly names?: readonly string[]; readonly refusal?: Refusal }

/** A plain claim name, and a JSON list of texts behind it; whoever has none, or anything else in it, is not let in. */
function groupsIn(input: MappingInput): Groups {
  const { attribute } = input.mapping.groups
  if (!isMapped(input.mapping)) return {}
  if (!Object.hasOwn(input.claims, attribute)) return { refusal: { code: 'no-groups-claim', attribute } }
  const claim = input.claims[attribute]
  if (!isTexts(claim)) return { refusal: { code: 'groups-no-list', attribute } }
  return { names: claim }
}

const isTexts = (claim: unknown): claim is readonly string[] => Array.isArray(claim) && claim.every((one) => typeof one === 'string')

interface Parts {
  readonly username: Filled
  readonly email: Filled
  readonly name: Filled
  readonly found: FoundAccount
  readonly groups: Groups
}

function refusalOf({ mapping }: MappingInput, { username, email, name, found, groups }: Parts): Refusal | undefined {
  const missing = (part: Filled, setting: string): Refusal | undefined =>
    part.missing === undefined ? undefined : { code: 'claim-missing', claim: part.missing, setting }
  const noUsername = missing(username, 'username')
  if (noUsername) return noUsername
  // No account goes by such a name, and none is made.
  if (!username.taken.value.trim()) return { code: 'claim-missing', claim: username.taken.from ?? mapping.username, setting: 'username' }
  if (found.account?.isDeactivated) return deactivated(found)
  if (!mapping.createUsers) return found.isNew ? { code: 'no-account', value: username.taken.value } : undefined
  return missing(name, 'fullName') ?? missing(email, 'email') ?? groups.refusal
}

/** Groups of the token are joined, all others left, however they came about. */
function membershipsOf(input: MappingInput, { isNew, account }: FoundAccount, { names }: Groups): readonly Membership[] {
  const memberships = new Memberships(isNew ? [] : account?.groups)
  if (!names) return memberships.list(input.directory, noGroup)
  memberships.removeAllBut(new Set(names.map((name) => name.toLowerCase())), { by: 'not-in-token' })
  for (const name of names) memberships.add(name, { by: 'name', value: name })
  return memberships.list(input.directory, theseGroups(names))
}

function cautionsOf(input: MappingInput, username: string, { names = [] }: Groups): readonly Caution[] {
  const { mapping } = input
  const literal = (['username', 'fullName', 'email'] as const).filter((setting) => mapping[setting] && !mapping[setting].includes('${'))
  const unset = (['email', 'fullName'] as const).filter((setting) => mapping.createUsers && mapping[setting] === '')
  const exists = groupIn(input.directory)
  return [
    ...literal.map((setting) => ({ code: 'literal-template', setting, value: mapping[setting] }) as const),
    ...(username !== username.toLowerCase() ? [{ code: 'upper-case', value: username } as const] : []),
    ...(isOddUsername(username, input.claims) ? [{ code: 'odd-username', value: username } as const] : []),
    ...unset.map((setting) => ({ code: 'field-unset', setting, unverified: true }) as const),
    ...(mapping.createUsers && !isMapped(input.mapping) ? [{ code: 'groups-required', unverified: true } as const] : []),
    ...(names.some((name) => exists(name) !== true) ? [{ code: 'groups-created', unverified: true } as const] : []),
    ...(mapping.createUsers ? [{ code: 'other-directory' } as const] : []),
    ...unusedSettings(mapping, settings).map((setting) => ({ code: 'not-in-this-app', setting }) as const),
  ]
}
