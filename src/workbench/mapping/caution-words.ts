import type { Caution, CautionCode } from '../../mapping/caution'
import type { Trait } from '../../mapping/java-pattern'
import { settingLabel } from '../../ui/setting-words'
import { say } from '../../ui/words'

type Of<C extends CautionCode> = Extract<Caution, { code: C }>

const setting = (path: string): string => settingLabel(`sites.mapping.${path}`)

const words: { readonly [C in CautionCode]: (caution: Of<C>) => string } = {
  'unverified-app': () => say('caution_unverified_app'),
  'upper-case': ({ value }) => say('caution_upper_case', value),
  'odd-username': ({ value }) => say('caution_odd_username', value),
  'beyond-ascii': ({ value }) => say('caution_beyond_ascii', value),
  'email-as-username': ({ value }) => say('caution_email_as_username', value),
  'literal-template': (one) => say('caution_literal_template', setting(one.setting), one.value),
  'null-in-username': ({ value }) => say('caution_null_in_username', value),
  'no-name': () => say('caution_no_name'),
  'guessed-email': ({ candidates }) => (candidates > 1 ? say('caution_guessed_emails', String(candidates)) : say('caution_guessed_email')),
  'email-cleared': () => say('caution_email_cleared'),
  'created-all-the-same': ({ account }) => say('caution_created_all_the_same', account),
  'default-taken-back': ({ group }) => say('caution_default_taken_back', group),
  'default-missing': ({ group }) => say('caution_default_missing', group),
  'default-unset': () => say('caution_default_unset'),
  'no-groups': ({ attribute }) => say('caution_no_groups', attribute),
  'list-in-text': ({ attribute, value }) => say('caution_list_in_text', attribute, value),
  'unreadable-groups': ({ attribute, value }) => say('caution_unreadable_groups', attribute, value),
  'odd-list': ({ attribute, value }) => say('caution_odd_list', attribute, value),
  'group-split': ({ value }) => say('caution_group_split', value),
  'rules-still-act': () => say('caution_rules_still_act'),
  'replacement-acts-on-rules': () => say('caution_replacement_acts_on_rules'),
  'replacement-text': ({ text }) => say('caution_replacement_text', text),
  'replacement-ignored': () => say('caution_replacement_ignored'),
  'new-users-get-groups': () => say('caution_new_users_get_groups'),
  'loses-groups-though-off': () => say('caution_loses_groups_though_off'),
  'update-only-mapped': () => say('caution_update_only_mapped'),
  'not-in-this-app': (one) => say('caution_not_in_this_app', setting(one.setting)),
  'groups-created': () => say('caution_groups_created'),
  'groups-required': () => say('caution_groups_required'),
  'field-unset': (one) => say('caution_field_unset', setting(one.setting)),
  'other-directory': () => say('caution_other_directory'),
  'only-java': ({ pattern, trait }) => say('caution_only_java', pattern, traitInWords(trait)),
  'refused-pattern': ({ pattern, trait }) => say('caution_refused_pattern', pattern, traitInWords(trait)),
  'too-slow': ({ pattern }) => say('caution_too_slow', pattern),
}

/** What to say of a caution. */
export const cautionInWords = <C extends CautionCode>(caution: Of<C>): string =>
  (words[caution.code as C] as (one: Of<C>) => string)(caution)

/** What of a pattern Java and JavaScript do not read alike. */
export const traitInWords = (trait: Trait): string =>
  ({
    possessive: say('trait_possessive'),
    'atomic-group': say('trait_atomic_group'),
    'inline-flags': say('trait_inline_flags'),
    'class-set': say('trait_class_set'),
    property: say('trait_property'),
    boundary: say('trait_boundary'),
    escape: say('trait_escape'),
    'look-behind': say('trait_look_behind'),
    'group-name': say('trait_group_name'),
    'unset-group': say('trait_unset_group'),
    repetition: say('trait_repetition'),
    range: say('trait_range'),
    malformed: say('trait_malformed'),
  })[trait]
