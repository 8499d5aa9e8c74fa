import { type Account, accountNamed } from './directory'
import type { Refusal } from './refusal'
import type { MappingInput } from './semantics'

type Existing = Extract<Account, { exists: true }>

/** The account that a login would use, as far as it is known. */
export interface FoundAccount {
  readonly isNew: boolean
  /** Somebody has looked. */
  readonly isKnown: boolean
  readonly account?: Existing
  /** More accounts than one fit. */
  readonly several?: readonly string[]
}

/** Confluence gives a deactivated account no access, whichever app has made sure whose it is. */
export const deactivated = ({ account }: FoundAccount): Refusal | undefined =>
  account?.isDeactivated ? { code: 'deactivated', account: account.username } : undefined

/** Finds the account of a user name. */
export function byUsername({ directory, assume }: MappingInput, username: string): FoundAccount {
  const account = accountNamed(directory, username)
  if (!account) return { isNew: assume === 'new', isKnown: false }
  return account.exists ? { isNew: false, isKnown: true, account } : { isNew: true, isKnown: true }
}

/** Finds the account with an e-mail address. That none was looked up says nothing: the directory cannot be asked for addresses. */
export function byEmail({ directory, assume }: MappingInput, email: string): FoundAccount {
  const found = directory.accounts.flatMap((one) => (one.exists && one.email?.toLowerCase() === email.toLowerCase() ? [one] : []))
  const [account, ...others] = found
  if (!account) return { isNew: assume === 'new', isKnown: false }
  if (others.length > 0) return { isNew: false, isKnown: true, several: found.map(({ username }) => username) }
  return { isNew: false, isKnown: true, account }
}
