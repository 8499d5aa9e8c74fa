import type { Account, Session, SignInState } from '../session/session'
import { browser } from './browser'
import { read, readAll, remove, write } from './session-area'
import { pendingOf } from './state-store'
import { bagOf, isAccount, isSignInState, isTime, listOf } from './stored-shapes'

const accountsOf = 'accounts:'
const signInOf = 'sign-in:'
const underway = 'underway'
const tried = 'tried-window'

/** Everybody who signed in at a provider in this browser session, the one in front first. Only our own pages and the background can read it. */
export const readAccounts = async (provider: string): Promise<readonly Account[]> => listOf(await read(accountsOf + provider), isAccount)

/** Whether a change of `storage.session` is one of what claims there are of whoever is in front, whatever these say. */
export const areOtherClaims = (changes: Readonly<Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>>): boolean =>
  Object.entries(changes).some(([key, { oldValue, newValue }]) => key.startsWith(accountsOf) && claimsIn(oldValue) !== claimsIn(newValue))

/** Names and types of the claims of whoever is in front in a stored list. */
const claimsIn = (accounts: unknown): string | undefined =>
  JSON.stringify(listOf(accounts, isAccount)[0]?.claims, (_, value) => (typeof value === 'object' ? value : typeof value))

/** Stores the accounts of a provider whole; none is nothing. */
export const writeAccounts = (provider: string, accounts: readonly Account[]): Promise<void> =>
  accounts.length === 0 ? remove(accountsOf + provider) : write(accountsOf + provider, accounts)

/** Whether an account still has its tokens. */
export const isSession = (account: Account): account is Session => 'accessToken' in account

/** Stores how the last attempt at a provider stands. */
export const writeSignIn = (provider: string, state: SignInState) => write(signInOf + provider, state)
/** There is nothing to say of it any more. */
export const forgetSignIn = (provider: string) => remove(signInOf + provider)

/** The latest window of a sign-in that was only tried: such a sign-in has no record. Browsers give no number to two windows. */
export async function readTried(): Promise<number | undefined> {
  const window = await read(tried)
  return typeof window === 'number' ? window : undefined
}
/** Only one is of interest: sign-ins are shown one after the other. */
export const writeTried = (window: number) => write(tried, window)

/** Every attempt on record, by provider: running or failed. */
export const readSignIns = async () => signInsIn(await readAll())

/** What `storage.session` holds, or a part of it. */
type Stored = Readonly<Record<string, unknown>>

/** Every attempt in what was read of `storage.session`, by provider. */
export const signInsIn = (all: Stored): Readonly<Record<string, SignInState>> => byProvider(all, signInOf, isSignInState)

/** Ids of all providers of which accounts or attempts are stored. */
export async function storedProviders(): Promise<readonly string[]> {
  const keys = Object.keys(await readAll())
  return [
    ...new Set(keys.flatMap((key) => [accountsOf, signInOf].flatMap((prefix) => (key.startsWith(prefix) ? key.slice(prefix.length) : [])))),
  ]
}

/** Whether anything is stored of anybody who has signed in, or begun to. */
export async function isAnybodyKept(): Promise<boolean> {
  const [stored, begun] = await Promise.all([readAll(), readUnderway()])
  const isOne = (key: string) => [accountsOf, signInOf, pendingOf].some((prefix) => key.startsWith(prefix))
  return Object.keys(stored).some(isOne) || Object.keys(begun).length > 0
}

/** Since when sign-ins have been under way, in seconds since the epoch, by provider: what outlives the browser and an update of Latchkey. */
export const readUnderway = async (): Promise<Readonly<Record<string, number>>> =>
  bagOf((await browser.storage.local.get(underway))[underway], isTime)
/** Seconds since the epoch, by provider, likewise. An empty bag leaves no trace in storage. */
export const writeUnderway = (since: Readonly<Record<string, number>>): Promise<void> =>
  Object.keys(since).length === 0 ? browser.storage.local.remove(underway) : browser.storage.local.set({ [underway]: since })

/** Everybody who signed in, likewise. */
export const accountsIn = (all: Stored): Readonly<Record<string, readonly Account[]>> =>
  Object.fromEntries(Object.entries(byProvider(all, accountsOf, Array.isArray)).map(([id, list]) => [id, listOf(list, isAccount)]))

const byProvider = <T>(all: Stored, prefix: string, isOne: (value: unknown) => value is T): Readonly<Record<string, T>> =>
  Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) => (key.startsWith(prefix) && isOne(value) ? [[key.slice(prefix.length), value]] : [])),
  )
