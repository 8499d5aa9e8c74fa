import type { Door } from '../login-page/door'
import type { Account, SignInState } from '../session/session'
import type { JournalEntry } from './journal-store'

/*
 * What is stored may be damaged, or be a newer Latchkey's. Whoever reads it sees only what has the form that it needs; what the rest
 * holds is left to those who judge it.
 */

type Bag = Readonly<Record<string, unknown>>
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)
export const isText = (value: unknown): value is string => typeof value === 'string'

/** What can be used of a stored list; nothing of what is none. */
export const listOf = <T>(value: unknown, isOne: (item: unknown) => item is T): readonly T[] =>
  Array.isArray(value) ? value.filter(isOne) : []

/** Whether a stored value can be used as a door. */
export const isDoor = (value: unknown): value is Door => isBag(value) && isText(value['baseUrl'])

/** Whether a stored value can be shown as an entry of the journal. */
export function isJournalEntry(value: unknown): value is JournalEntry {
  if (!isBag(value) || !isBag(value['decision']) || !isText(value['address']) || typeof value['at'] !== 'number') return false
  const { act, because } = value['decision']
  return isText(act) && isBag(because) && isText(because['code'])
}

/** Whether a stored value can be shown as an account. */
export function isAccount(value: unknown): value is Account {
  if (!isBag(value) || !isBag(value['claims']) || !Array.isArray(value['scopes'])) return false
  const { provider, clientId, issuer, signedInAt, expiresAt, verification } = value
  return [provider, clientId, issuer].every(isText) && Number(signedInAt) > 0 && Number(expiresAt) > 0 && isVerification(verification)
}

/** Whether a stored value can be shown as the state of a sign-in. */
export function isSignInState(value: unknown): value is SignInState {
  if (!isBag(value)) return false
  if (value['phase'] === 'running') return Number(value['since']) > 0 && (value['tab'] === undefined || isSignInTab(value['tab']))
  const { phase, problem, unverified } = value
  if (phase !== 'failed' || !isBag(problem) || !isText(problem['code'])) return false
  return unverified === undefined || (isBag(unverified) && isBag(unverified['claims']) && isVerification(unverified['verification']))
}

const isSignInTab = (value: unknown): boolean =>
  isBag(value) && typeof value['id'] === 'number' && isText(value['by']) && isBag(value['requested']) && isText(value['requested']['state'])

const isVerification = (value: unknown): boolean =>
  isBag(value) && Array.isArray(value['checks']) && value['checks'].every((check) => isBag(check) && Object.values(check).every(isShown))

const isShown = (value: unknown): boolean => isText(value) || typeof value === 'boolean' || isPhrase(value)

const isPhrase = (value: unknown): boolean =>
  isBag(value) &&
  isText(value['phrase']) &&
  (value['values'] === undefined || (Array.isArray(value['values']) && value['values'].every(isText)))
