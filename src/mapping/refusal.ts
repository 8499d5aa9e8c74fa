import type { Trait } from './java-pattern'

/** Why an SSO app lets somebody not in; the words for each, and how to mend it, stand with the workbench. */
export type Refusal =
  | { readonly code: 'no-username'; readonly attribute: string }
  /** An attribute that did not come was looked for in a list of something else than objects. */
  | { readonly code: 'stuck-at-list'; readonly attribute: string; readonly list: string }
  | { readonly code: 'nothing-to-go-by' }
  | { readonly code: 'no-email-to-match'; readonly attribute: string }
  /** The attribute is a list, which the app takes for one long name when it finds people by e-mail. */
  | { readonly code: 'email-list-to-match'; readonly attribute: string }
  | { readonly code: 'several-accounts'; readonly email: string; readonly accounts: readonly string[] }
  | { readonly code: 'no-account'; readonly value: string }
  | { readonly code: 'deactivated'; readonly account: string }
  | { readonly code: 'no-mapped-group' }
  | { readonly code: 'no-email-to-create' }
  /** The address was only guessed, and that names nobody who is found by e-mail. */
  | { readonly code: 'no-name-to-create' }
  | { readonly code: 'domain'; readonly domain: string; readonly allowed: readonly string[] }
  | { readonly code: 'no-domain'; readonly email: string }
  | { readonly code: 'pattern'; readonly pattern: string; readonly trait: Trait }
  /** A path such as `groups[*].name` leads nowhere. */
  | { readonly code: 'no-such-path'; readonly attribute: string }
  /** A template names a claim that is missing, or is no text. */
  | { readonly code: 'claim-missing'; readonly claim: string; readonly setting: string }
  | { readonly code: 'no-groups-claim'; readonly attribute: string }
  | { readonly code: 'groups-no-list'; readonly attribute: string }

/** What a refusal is about. */
export type RefusalCode = Refusal['code']
