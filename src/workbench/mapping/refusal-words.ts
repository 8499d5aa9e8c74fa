import type { Refusal, RefusalCode } from '../../mapping/refusal'
import { listOf } from '../../ui/list-words'
import { settingLabel } from '../../ui/setting-words'
import { say } from '../../ui/words'
import { traitInWords } from './caution-words'

/** Why somebody is not let in, and how to mend it. */
interface RefusalWords {
  readonly why: string
  readonly next: string
}

type Of<C extends RefusalCode> = Extract<Refusal, { code: C }>

const words: { readonly [C in RefusalCode]: (refusal: Of<C>) => RefusalWords } = {
  'no-username': ({ attribute }) => ({ why: say('refusal_no_username', attribute), next: say('refusal_no_username_next', attribute) }),
  'stuck-at-list': ({ attribute, list }) => ({
    why: say('refusal_stuck_at_list', attribute, list),
    next: say('refusal_stuck_at_list_next'),
  }),
  'nothing-to-go-by': () => ({ why: say('refusal_nothing_to_go_by'), next: say('refusal_nothing_to_go_by_next') }),
  'no-email-to-match': ({ attribute }) => ({
    why: say('refusal_no_email_to_match', attribute),
    next: say('refusal_no_email_to_match_next'),
  }),
  'email-list-to-match': ({ attribute }) => ({
    why: say('refusal_email_list_to_match', attribute),
    next: say('refusal_email_list_to_match_next'),
  }),
  'several-accounts': ({ email, accounts }) => ({
    why: say('refusal_several_accounts', email, listOf(accounts)),
    next: say('refusal_several_accounts_next'),
  }),
  'no-account': ({ value }) => ({ why: say('refusal_no_account', value), next: say('refusal_no_account_next') }),
  deactivated: ({ account }) => ({ why: say('refusal_deactivated', account), next: say('refusal_deactivated_next') }),
  'no-mapped-group': () => ({ why: say('refusal_no_mapped_group'), next: say('refusal_no_mapped_group_next') }),
  'no-email-to-create': () => ({ why: say('refusal_no_email_to_create'), next: say('refusal_no_email_to_create_next') }),
  'no-name-to-create': () => ({ why: say('refusal_no_name_to_create'), next: say('refusal_no_name_to_create_next') }),
  domain: ({ domain, allowed }) => ({ why: say('refusal_domain', domain, listOf(allowed)), next: say('refusal_domain_next') }),
  'no-domain': ({ email }) => ({ why: say('refusal_no_domain', email), next: say('refusal_no_domain_next') }),
  pattern: ({ pattern, trait }) => ({ why: say('refusal_pattern', pattern, traitInWords(trait)), next: say('refusal_pattern_next') }),
  'no-such-path': ({ attribute }) => ({ why: say('refusal_no_such_path', attribute), next: say('refusal_no_such_path_next') }),
  'claim-missing': ({ claim, setting }) => ({
    why: say('refusal_claim_missing', claim, settingLabel(`sites.mapping.${setting}`)),
    next: say('refusal_claim_missing_next'),
  }),
  'no-groups-claim': ({ attribute }) => ({ why: say('refusal_no_groups_claim', attribute), next: say('refusal_no_groups_claim_next') }),
  'groups-no-list': ({ attribute }) => ({ why: say('refusal_groups_no_list', attribute), next: say('refusal_groups_no_list_next') }),
}

/** What to say of a refusal. */
export const refusalInWords = <C extends RefusalCode>(refusal: Of<C>): RefusalWords =>
  (words[refusal.code as C] as (one: Of<C>) => RefusalWords)(refusal)
