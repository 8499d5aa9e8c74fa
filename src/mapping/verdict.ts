import type { GroupRule } from '../settings/catalog'
import type { Caution } from './caution'
import type { Refusal } from './refusal'

/** Who a person becomes in Confluence by one login, as far as can be told. Plain data. */
export interface Verdict {
  readonly outcome: 'signed-in' | 'created' | 'refused'
  /** Why, when refused. */
  readonly refusal?: Refusal
  /** What the account was looked for by, and whether anybody has looked: else it is assumed. */
  readonly lookup: { readonly by: 'username' | 'email'; readonly value: string; readonly isKnown: boolean }
  /** The user name of the account, as Confluence keeps it. Empty when there is none. */
  readonly account: string
  readonly username: Taken
  readonly email: Taken
  readonly name: Taken
  /** What becomes of the account's name and e-mail address. */
  readonly profile: 'set' | 'updated' | 'left'
  /** Groups of the token, in its order, as the app reads them. */
  readonly received: readonly Received[]
  readonly memberships: readonly Membership[]
  /** What becomes of memberships that are not listed, because nobody knows them. */
  readonly others: 'kept' | 'removed' | 'unsure' | 'none'
  readonly rules: readonly RuleReport[]
  readonly cautions: readonly Caution[]
}

/** A value, and how it came about. */
export interface Taken {
  readonly value: string
  /** The attribute that gave it. */
  readonly from?: string
  /** `cut` by the pattern, `uncut` because the pattern found nothing, `guessed` because the setting gave none, `absent` though it is set. */
  readonly how: 'taken' | 'cut' | 'uncut' | 'guessed' | 'absent' | 'unset'
}

/** One group of the token and what the app makes of it. */
export interface Received {
  readonly name: string
  /** The name after the app's replacement; not known of one that is `untried`. */
  readonly becomes: string
  readonly fate: 'rules' | 'joined' | 'created' | 'filtered' | 'missing' | 'emptied' | 'untried' | 'unused'
}

/** Why a membership is what it is. `rule` counts from 0. */
export type Because =
  | { readonly by: 'rule'; readonly rule: number; readonly value: string }
  | { readonly by: 'unmatched-rule'; readonly rule: number }
  | { readonly by: 'name'; readonly value: string }
  | { readonly by: 'default' }
  | { readonly by: 'not-in-token' }
  /** A pattern decides that could not be tried here. */
  | { readonly by: 'untried' }
  | { readonly by: 'untouched' }

/** One Confluence group, in lower case, as Confluence keeps it. */
export interface Membership {
  readonly group: string
  readonly change: 'added' | 'kept' | 'removed' | 'unsure'
  readonly because: Because
  /** Confluence has no such group, or may have none, and the app makes it. */
  readonly creates?: 'yes' | 'if-missing'
  /** The app makes none, and nobody knows whether Confluence has such a group: without it nothing happens. */
  readonly onlyIfThere?: true
}

/** What one rule did, or why it did nothing. */
export interface RuleReport {
  /** Counts from 0. */
  readonly index: number
  readonly rule: GroupRule
  /** `unsure`: it may fit a group of the token whose name could not be made out here. */
  readonly state: 'matched' | 'unmatched' | 'unsure' | 'unused'
  /** The token's groups that fit, also where nothing comes of it because Confluence has no such group. */
  readonly matched: readonly string[]
  readonly why?:
    | 'no-groups'
    | 'nothing-fits'
    | 'untried'
    | 'empty'
    | 'same-group-before'
    | 'no-such-group'
    | 'not-in-this-app'
    | 'joins-nobody'
  readonly near: readonly NearMiss[]
}

/** What a rule asks for, and a group of the token that differs from it by little. */
export interface NearMiss {
  readonly wanted: string
  readonly received: string
  /** `look-alike`: the same signs by other characters; `prefix`: the token's name has more than is asked for; `longer`: it has less. */
  readonly differs: 'case' | 'space' | 'space-and-case' | 'look-alike' | 'prefix' | 'longer'
}

/** Groups that the person is surely in afterwards, as far as they are named, sorted. */
export const groupsAfter = ({ memberships }: Verdict): readonly string[] =>
  memberships.flatMap(({ group, change }) => (change === 'added' || change === 'kept' ? [group] : [])).sort()

/** Groups of which that cannot be told here, sorted. */
export const unsureAfter = ({ memberships }: Verdict): readonly string[] =>
  memberships.flatMap(({ group, change }) => (change === 'unsure' ? [group] : [])).sort()
