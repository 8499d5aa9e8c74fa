import { asExactJson } from '../claims/exact-json'
import { subjectOf } from '../claims/subject'
import type { Snapshot } from './snapshot'

/** Claims with all digits of their numbers, as far as the tokens that say them are still there. */
export const exactly = ({ accounts }: Pick<Snapshot, 'accounts'>): Pick<Snapshot, 'accounts' | 'json'> => ({
  accounts: Object.fromEntries(
    Object.entries(accounts).map(([provider, list]) => [
      provider,
      list.map((account) => ({ ...account, claims: subjectOf(account).sources.id ?? account.claims })),
    ]),
  ),
  json: asExactJson,
})
