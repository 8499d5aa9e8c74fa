import type { Door } from '../login-page/door'
import type { StandBack } from '../login-page/history'
import type { Account, SignInState } from '../session/session'
import { type Bag, isBag } from '../settings/bag'
import type { Discovery } from '../setup/discovery'
import type { JournalEntry } from './journal-store'
import type { Arrival, Guard } from './watch/keeping'

/*
 * What is stored may be damaged, or be a newer Latchkey's. Whoever reads it sees only what has the form that it needs; what the rest
 * holds is left to those who judge it.
 */

/** Whether a stored value is a text. */
export const isText = (value: unknown): value is string => typeof value === 'string'
const hasTexts = (value: unknown, names: readonly string[]): value is Bag => isBag(value) && names.every((name) => isText(value[name]))
const areAll = (value: unknown, isOne: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(isOne)

/** What can be used of a stored list; nothing of what is none. */
export const listOf = <T>(value: unknown, isOne: (item: unknown) => item is T): readonly T[] =>
  Array.isArray(value) ? value.filter(isOne) : []

/** What can be used of values that are stored by their names; nothing of what are none. */
export const bagOf = <T>(value: unknown, isOne: (item: unknown) => item is T): Readonly<Record<string, T>> =>
  // A long text has as many entries as letters.
  isBag(value) ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, T] => isOne(entry[1]))) : {}

/** Whether a stored value can be used as a time. */
export const isTime = (value: unknown): value is number => typeof value === 'number'

/** Whether a stored value can be used as a door. */
export const isDoor = (value: unknown): value is Door => hasTexts(value, ['baseUrl'])

/** Whether a stored value can be used as the reason for leaving a site alone, for a while. */
export const isStandBack = (value: unknown): value is StandBack =>
  hasTexts(value, ['because']) && typeof value['until'] === 'number' && areAll(value['leftIn'] ?? [], isText)

/** Whether a stored value can be used as a tab in which a site is left alone. */
export const isGuard = (value: unknown): value is Guard =>
  isOfTab(value) && isStandBack(value) && (value['sent'] === undefined || hasTexts(value['sent'], ['requestId']))

/** Whether a stored value can be used as a tab that is on its way to a page. */
export const isArrival = (value: unknown): value is Arrival =>
  isOfTab(value) && hasTexts(value, ['page', 'fragment']) && typeof value['until'] === 'number'

const isOfTab = (value: unknown): value is Bag => hasTexts(value, ['baseUrl']) && typeof value['tabId'] === 'number'

/** Whether a stored value can be used as what was found out about a site. */
export function isDiscovery(value: unknown): value is Discovery {
  if (!isBag(value)) return false
  const { at, known = {}, asked = [] } = value
  return typeof at === 'number' && isKnown(known) && areAll(asked, (one) => hasTexts(one, ['path', 'ending']))
}

function isKnown(value: unknown): boolean {
  if (!isBag(value)) return false
  const { choices = [] } = value
  const texts = ['ssoApp', 'start', 'buttonText', 'backdoor'].map((name) => value[name] ?? '')
  return texts.every(isText) && areAll(choices, (one) => hasTexts(one, ['name', 'start']))
}

/** Whether a stored value can be shown as an entry of the journal. */
export function isJournalEntry(value: unknown): value is JournalEntry {
  if (!hasTexts(value, ['address']) || typeof value['at'] !== 'number') return false
  const { decision } = value
  return hasTexts(decision, ['act']) && hasTexts(decision['because'], ['code'])
}

/** Whether a stored value can be shown as an account. */
export function isAccount(value: unknown): value is Account {
  if (!hasTexts(value, ['provider', 'clientId', 'issuer'])) return false
  const { claims, scopes, signedInAt, expiresAt, verification } = value
  return isBag(claims) && Array.isArray(scopes) && Number(signedInAt) > 0 && Number(expiresAt) > 0 && isVerification(verification)
}

/** Whether a stored value can be shown as the state of a sign-in. */
export function isSignInState(value: unknown): value is SignInState {
  if (!isBag(value)) return false
  if (value['phase'] === 'running') return Number(value['since']) > 0 && (value['tab'] === undefined || isSignInTab(value['tab']))
  const { phase, problem, unverified } = value
  if (phase !== 'failed' || !hasTexts(problem, ['code'])) return false
  return unverified === undefined || (isBag(unverified) && isBag(unverified['claims']) && isVerification(unverified['verification']))
}

const isSignInTab = (value: unknown): boolean =>
  hasTexts(value, ['by']) && typeof value['id'] === 'number' && hasTexts(value['requested'], ['state'])

const isVerification = (value: unknown): boolean =>
  isBag(value) && areAll(value['checks'], (check) => isBag(check) && Object.values(check).every(isShown))

const isShown = (value: unknown): boolean => isText(value) || typeof value === 'boolean' || isPhrase(value)

function isPhrase(value: unknown): boolean {
  if (!hasTexts(value, ['phrase'])) return false
  const { values = [] } = value
  return areAll(values, isText)
}
