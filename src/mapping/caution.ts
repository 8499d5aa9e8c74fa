import type { Trait } from './java-pattern'

/** Something that a person should know of a verdict. `unverified`: it is read from facts that nobody has seen at work. */
export type Caution =
  /** Nothing is known of how this app maps: the verdict is how most would. */
  | { readonly code: 'unverified-app' }
  | { readonly code: 'upper-case'; readonly value: string }
  | { readonly code: 'odd-username'; readonly value: string }
  /** Version 1.1.28 reads a token's bytes in whatever encoding the server's Java takes for its own. */
  | { readonly code: 'beyond-ascii'; readonly value: string; readonly unverified: true }
  | { readonly code: 'email-as-username'; readonly value: string }
  | { readonly code: 'literal-template'; readonly setting: string; readonly value: string }
  | { readonly code: 'null-in-username'; readonly value: string }
  | { readonly code: 'no-name' }
  | { readonly code: 'guessed-email'; readonly value: string; readonly candidates: number }
  | { readonly code: 'email-cleared' }
  | { readonly code: 'created-all-the-same'; readonly account: string }
  | { readonly code: 'default-taken-back'; readonly group: string }
  | { readonly code: 'default-missing'; readonly group: string }
  /** With none set, the app gives the default group of Confluence itself, whose name is not known here. */
  | { readonly code: 'default-unset'; readonly unverified: true }
  | { readonly code: 'no-groups'; readonly attribute: string }
  | { readonly code: 'list-in-text'; readonly attribute: string; readonly value: string }
  | { readonly code: 'unreadable-groups'; readonly attribute: string; readonly value: string }
  /** It is read as the reader's documentation says. */
  | { readonly code: 'odd-list'; readonly attribute: string; readonly value: string; readonly unverified: true }
  | { readonly code: 'group-split'; readonly value: string }
  | { readonly code: 'rules-still-act' }
  | { readonly code: 'replacement-acts-on-rules' }
  | { readonly code: 'replacement-text'; readonly text: string }
  | { readonly code: 'replacement-ignored' }
  | { readonly code: 'new-users-get-groups' }
  | { readonly code: 'loses-groups-though-off' }
  | { readonly code: 'update-only-mapped' }
  | { readonly code: 'not-in-this-app'; readonly setting: string }
  | { readonly code: 'groups-created'; readonly unverified: true }
  | { readonly code: 'groups-required'; readonly unverified: true }
  | { readonly code: 'field-unset'; readonly setting: string; readonly unverified: true }
  | { readonly code: 'other-directory'; readonly unverified?: true }
  | { readonly code: 'only-java'; readonly pattern: string; readonly trait: Trait }
  | { readonly code: 'refused-pattern'; readonly pattern: string; readonly trait: Trait }
  | { readonly code: 'too-slow'; readonly pattern: string }

/** What a caution is about. */
export type CautionCode = Caution['code']
