import { deactivated } from '../../../mapping/accounts'
import { domainRefusal } from '../../../mapping/domain'
import type { Refusal } from '../../../mapping/refusal'
import { mayJoin } from '../../../mapping/rules'
import type { MappingInput } from '../../../mapping/semantics'
import type { Facts } from '.'

/** Why somebody is not let in. `isTooLate`: their account is made all the same, since the domain of new users is asked last. */
interface Refused {
  readonly refusal: Refusal
  readonly isTooLate: boolean
}

/** What version 1.1.28 asks, in its order: who it is, the account, then for new users whether one may be made, and the domain. */
export function refusalOf(input: MappingInput, { profile, found, groups, rules, lookup, account }: Facts): Refused | undefined {
  const { mapping } = input
  const email = profile.email.value
  const domain = domainRefusal(input, email)
  const refusal =
    profile.refusal ??
    (found.several && { code: 'several-accounts' as const, email, accounts: found.several }) ??
    deactivated(found) ??
    (found.isNew && !mapping.createUsers ? { code: 'no-account' as const, value: lookup.value } : undefined) ??
    (found.isNew ? undefined : domain) ??
    groups.refusal
  if (refusal) return { refusal, isTooLate: false }
  if (!found.isNew) return undefined
  if (mapping.groups.restrictToMapped && !rules.some(mayJoin)) return { refusal: { code: 'no-mapped-group' }, isTooLate: false }
  if (!email.trim()) return { refusal: { code: 'no-email-to-create' }, isTooLate: false }
  if (!account) return { refusal: { code: 'no-name-to-create' }, isTooLate: false }
  return domain && { refusal: domain, isTooLate: true }
}
