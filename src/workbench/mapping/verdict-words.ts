import type { Because, Membership, NearMiss, Received, RuleReport, Taken, Verdict } from '../../mapping/verdict'
import { listOf } from '../../ui/list-words'
import { say } from '../../ui/words'

/** What becomes of the person, in a sentence. */
export function outcomeInWords({ outcome, account }: Verdict): string {
  if (outcome === 'refused') return say('verdictRefused')
  if (outcome === 'created') return say('verdictCreated', account)
  return account ? say('verdictSignedIn', account) : say('verdictSignedInUnknown')
}

/** Where a value came from. */
export function takenInWords({ how, from }: Taken): string {
  if (how === 'taken' && from !== undefined) return say('takenFrom', from)
  if (how === 'cut') return say('takenCut', from ?? '')
  if (how === 'uncut') return say('takenUncut', from ?? '')
  if (how === 'guessed') return say('takenGuessed')
  if (how === 'unset' || how === 'taken') return say('takenUnset')
  return from === undefined ? say('takenAbsentList') : say('takenAbsent', from)
}

/** What becomes of the account's profile. */
export const profileInWords = ({ profile }: Verdict): string =>
  profile === 'set' ? say('verdictProfileSet') : profile === 'updated' ? say('verdictProfileUpdated') : say('verdictProfileLeft')

/** What becomes of one membership. */
export function changeInWords({ change, creates, onlyIfThere }: Membership): string {
  if (onlyIfThere) return say('changeAddedIfThere')
  if (creates) return creates === 'yes' ? say('changeCreated') : say('changeCreatedIfMissing')
  const words = { added: say('changeAdded'), kept: say('changeKept'), removed: say('changeRemoved'), unsure: say('changeUnsure') }
  return words[change]
}

/** What becomes of memberships that nobody knows. */
export const othersInWords = (others: Exclude<Verdict['others'], 'none'>): string =>
  ({ kept: say('verdictOthersKept'), removed: say('verdictOthersRemoved'), unsure: say('verdictOthersUnsure') })[others]

/** In place of groups where there are none; of those that nobody knows some may stay. */
export const noGroupsInWords = ({ others }: Verdict): string => (others === 'kept' ? say('verdictNoGroups') : say('verdictInNoGroup'))

/** Why. Rules are counted from 1 here. */
export function becauseInWords(because: Because): string {
  if (because.by === 'rule') return say('becauseRule', String(because.rule + 1), because.value)
  if (because.by === 'unmatched-rule') return say('becauseUnmatchedRule', String(because.rule + 1))
  if (because.by === 'name') return say('becauseName', because.value)
  const words = {
    default: say('becauseDefault'),
    'not-in-token': say('becauseNotInToken'),
    untried: say('untried'),
    untouched: say('becauseUntouched'),
  }
  return words[because.by]
}

/** What a rule did, or why it did nothing. */
export function ruleInWords({ matched, why }: RuleReport): string {
  const words = {
    'no-groups': say('ruleNoGroups'),
    'nothing-fits': say('ruleNothingFits'),
    untried: say('ruleUntried'),
    empty: say('ruleEmpty'),
    'same-group-before': say('ruleSameGroup'),
    'no-such-group': say('ruleNoSuchGroup'),
    'not-in-this-app': say('ruleNotInApp'),
    'joins-nobody': say('ruleMatchesOnly', listOf(matched)),
  }
  return why ? words[why] : say('ruleMatches', listOf(matched))
}

/** What nearly fits, and how it differs. The quotation marks, each language’s own, show white space at an edge. */
export function nearInWords({ wanted, received, differs }: NearMiss): string {
  const words = {
    case: say('nearCase', wanted, received),
    space: say('nearSpace', wanted, received),
    'space-and-case': say('nearSpaceAndCase', wanted, received),
    'look-alike': say('nearLookAlike', wanted, received),
    prefix: say('nearPrefix', wanted, received),
    longer: say('nearLonger', received, wanted),
  }
  return words[differs]
}

/** What a group of the token comes to, where that is not told elsewhere. */
export function fateInWords({ fate }: Received): string {
  const words: Partial<Record<Received['fate'], string>> = {
    filtered: say('fateFiltered'),
    missing: say('fateMissing'),
    emptied: say('fateEmptied'),
    untried: say('untried'),
    created: say('changeCreated'),
  }
  return words[fate] ?? ''
}
