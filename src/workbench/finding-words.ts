import type { Finding, FindingCode, Where } from '../claims/findings/finding'
import type { ProviderSettings } from '../settings/catalog'
import { listOf } from '../ui/list-words'
import { settingLabel } from '../ui/setting-words'
import { keyOf, say, sayIfKnown } from '../ui/words'
import { sourceInWords } from './claim-words'

/** A finding as a person reads it: what is the matter, and how to mend it. */
interface FindingWords {
  readonly title: string
  readonly next: string
}

const words = (title: string, next: string): FindingWords => ({ title, next })
const list = (items: readonly string[]): string => {
  const shown = items.slice(0, most).map(short)
  const all = items.length > most ? [...shown, say('andMore', String(items.length - most))] : shown
  return listOf(all)
}
/** So many values are named, and so many characters of each. */
const [most, longest] = [5, 60]
const short = (value: string): string => (value.length > longest ? `${value.slice(0, longest)}…` : value)

const notRead = (setting: 'username' | 'email' | 'fullName', missing: readonly string[]): FindingWords =>
  words(say('refusal_claim_missing', list(missing), settingLabel(`sites.mapping.${setting}`)), say('refusal_claim_missing_next'))

/** A new code without words does not compile. */
const wordsFor: { readonly [C in FindingCode]: (claim: string, values: readonly string[], app: string) => FindingWords } = {
  'no-openid': () => words(say('finding_no_openid'), say('finding_no_openid_next')),
  'access-token': () => words(say('finding_access_token'), say('finding_access_token_next')),
  'token-expired': () => words(say('finding_token_expired'), say('finding_token_expired_next')),
  'token-not-yet': (claim) => words(say('finding_token_not_yet', claim), say('finding_token_not_yet_next')),
  'token-endless': () => words(say('finding_token_endless'), say('finding_token_endless_next')),
  'no-groups': (claim, _, app) =>
    words(
      say('finding_no_groups', claim),
      [say('finding_no_groups_next'), sayIfKnown(`withoutGroups_${app}`)].filter((sentence) => sentence !== undefined).join(' '),
    ),
  'groups-elsewhere': (claim, values) => words(say('finding_groups_elsewhere', claim, list(values)), say('finding_groups_elsewhere_next')),
  'groups-elsewhere-too': (claim, values) =>
    words(say('finding_groups_elsewhere_too', claim, list(values)), say('finding_groups_elsewhere_next')),
  'groups-not-in-userinfo': () => words(say('finding_groups_not_in_userinfo'), say('finding_groups_not_in_userinfo_next')),
  'group-of-provider': (_, values) => words(say('finding_group_of_provider', list(values)), say('finding_group_of_provider_next')),
  'semicolon-in-group': (_, values) => words(say('finding_semicolon_in_group', list(values)), say('finding_semicolon_in_group_next')),
  'upper-case-groups': (_, values) => words(say('finding_upper_case_groups', list(values)), say('finding_upper_case_groups_next')),
  'list-in-text': (claim, [value = '', count = '']) =>
    words(say('finding_list_in_text', claim, count, short(value)), say('finding_list_in_text_next')),
  'username-not-read': (_, values) => notRead('username', values),
  'username-changeable': (claim) => words(say('finding_username_changeable', claim), say('finding_username_changeable_next')),
  'username-is-id': (claim, [value = '']) => words(say('finding_username_is_id', short(value), claim), say('finding_username_is_id_next')),
  'username-of-provider': (_, [value = '', provider = '']) =>
    words(say('finding_username_of_provider', short(value), provider), say('finding_username_of_provider_next')),
  'upper-case-username': (_, [value = '', lower = '']) =>
    words(say('finding_upper_case_username', short(value)), say('finding_upper_case_username_next', short(lower))),
  'email-missing': () => words(say('finding_email_missing'), say('finding_email_missing_next')),
  'email-not-read': (_, values) => notRead('email', values),
  'email-unverified': () => words(say('finding_email_unverified'), say('finding_email_unverified_next')),
  'names-missing': () => words(say('finding_names_missing'), say('finding_names_missing_next')),
  'names-not-read': (_, values) => notRead('fullName', values),
  'white-space': (claim, values) => words(say('finding_white_space', claim, list(values)), say('finding_white_space_next')),
  'number-rewritten': (claim, values) => words(say('finding_number_rewritten', claim, list(values)), say('finding_number_rewritten_next')),
  differs: (claim, values) => words(say('finding_differs', claim, list(values)), say('finding_differs_next')),
  'only-elsewhere': (claim, values, app) =>
    words(
      say('finding_only_elsewhere', claim, list(values.map(sourceInWords))),
      sayIfKnown(`onlyElsewhere_${app}`) ?? say('finding_only_elsewhere_next'),
    ),
  'token-over-cookie': (_, [size = '']) => words(say('finding_token_over_cookie', size), say('finding_token_over_cookie_next')),
  'token-over-header': (_, [size = '']) => words(say('finding_token_over_header', size), say('finding_token_over_header_next')),
}

/** What to say of a finding to whoever uses that SSO app, by its id. */
export const findingInWords = ({ code, claim = '', values }: Finding, app = ''): FindingWords => wordsFor[code](claim, values, app)

/** Places that look different in each SSO app, by the family of their words. */
const inApp: Partial<Record<Where, string>> = {
  'sso-app-scopes': 'whereScopes',
  'sso-app-profile': 'whereProfile',
  'sso-app-groups': 'whereGroups',
}

/** Who reads the claims, by the id of the SSO app, and who issued them, by its kind. */
interface Products {
  readonly app?: { readonly id: string }
  readonly issuedBy?: ProviderSettings['kind']
}

/** Where something is mended: the way through the screens of that SSO app or identity provider, where we know them, else in general. */
export function whereInWords(where: Where, { app, issuedBy }: Products): string {
  if (where === 'mapping') return `${say('workbenchTitle')} › ${say('benchMapping')}`
  const inConsole = issuedBy === 'cognito' ? sayIfKnown(keyOf('whereCognito', where)) : undefined
  return inConsole ?? sayIfKnown(`${inApp[where]}_${app?.id}`) ?? say(keyOf('where', where))
}
