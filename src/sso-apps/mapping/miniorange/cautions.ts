import { isOddUsername } from '../../../claims/odd-username'
import type { Caution } from '../../../mapping/caution'
import { isAscii } from '../../../mapping/java-spelling'
import type { MappingInput } from '../../../mapping/semantics'
import type { Facts } from '.'
import { refusalOf } from './refusals'

/** What of the profile, and of how names are written, a person should know, although the login goes on. */
export function profileCautions(input: MappingInput, facts: Facts): readonly Caution[] {
  const { mapping, claims } = input
  const { account, found, profile, lookup, groups } = facts
  const beyond = [profile.username.value, ...groups.names.map(({ name }) => name)].find((name) => !isAscii(name))
  const isNamedByEmail = found.isNew && account === profile.email.value && (lookup.by === 'email' || profile.username.value === '')
  const made: Caution = { code: 'created-all-the-same', account: account.toLowerCase() }
  return [
    ...when(!found.account && account !== account.toLowerCase(), { code: 'upper-case', value: account }),
    ...(beyond === undefined ? [] : [{ code: 'beyond-ascii', value: beyond, unverified: true } as const]),
    ...when(isNamedByEmail, { code: 'email-as-username', value: account }),
    ...when(isOddUsername(account, claims), { code: 'odd-username', value: account }),
    ...when(!found.isNew && mapping.enabled && profile.email.value === '', { code: 'email-cleared' }),
    ...when(refusalOf(input, facts)?.isTooLate === true, made),
    ...when(mapping.groups.updateOnlyMapped, { code: 'update-only-mapped' }),
  ]
}

const when = (isSo: boolean, caution: Caution): readonly Caution[] => (isSo ? [caution] : [])
