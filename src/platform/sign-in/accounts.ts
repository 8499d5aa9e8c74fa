import type { Account, Session } from '../../session/session'
import { revokeTokens } from '../../session/sign-out'
import { queue } from '../queue'
import { isSession, readAccounts, writeAccounts } from '../session-stores'

const inTurn = queue()

/** Puts an account in front that has just signed in, in place of what was known of the same person. */
export const keepInFront = (session: Session): Promise<void> =>
  change(session.provider, (accounts) => [session, ...accounts.filter((one) => !isSamePerson(one, session))])

/** Puts an account in front that is there already. */
export const putInFront = (provider: string, sub: string): Promise<void> =>
  change(provider, (accounts) => [...accounts].sort((a, b) => Number(b.claims['sub'] === sub) - Number(a.claims['sub'] === sub)))

/**
 * Puts what became of an account in its place. Where the person has signed out or in again meanwhile, nothing is put anywhere, and
 * new tokens are revoked.
 */
export async function replaceAccount(old: Account, next: Account): Promise<void> {
  let isThere = false
  await change(old.provider, (accounts) =>
    accounts.map((one) => {
      if (!isSameSignIn(one, old)) return one
      isThere = true
      return next
    }),
  )
  if (!isThere) await revokeTokens(next).catch(() => undefined)
}

/** Forgets one account, or all of a provider, and gives those that were there. */
export async function takeOut(provider: string, which: (account: Account) => boolean = () => true): Promise<readonly Account[]> {
  let taken: readonly Account[] = []
  await change(provider, (accounts) => {
    taken = accounts.filter(which)
    return accounts.filter((one) => !which(one))
  })
  return taken
}

/** An account without its tokens: what it said, and when. */
export function retired(account: Account): Account {
  if (!isSession(account)) return account
  const { idToken: _, accessToken: __, refreshToken: ___, ...said } = account
  return said
}

const isSamePerson = (a: Account, b: Account): boolean => a.issuer === b.issuer && a.claims['sub'] === b.claims['sub']
const isSameSignIn = (a: Account, b: Account): boolean => isSamePerson(a, b) && a.signedInAt === b.signedInAt && a.expiresAt === b.expiresAt

/** Two changes at once would lose one. */
const change = (provider: string, edit: (accounts: readonly Account[]) => readonly Account[]): Promise<void> =>
  inTurn(async () => {
    const accounts = await readAccounts(provider)
    const next = edit(accounts)
    if (next.length > 0 || accounts.length > 0) await writeAccounts(provider, next)
  })
