import { payloadOf } from '../../claims/payload'
import type { Outcome } from '../../session/outcome'
import type { Account, Session } from '../../session/session'
import { revokeTokens } from '../../session/sign-out'
import { queue } from '../queue'
import { isSession, readAccounts, writeAccounts } from '../session-stores'

const inTurn = queue()

/**
 * Puts an account in front that has just signed in, in place of what was known of the same person. Refresh tokens of that are kept
 * until they are revoked with its own: some providers would end all sign-ins of the person with them.
 */
export const keepInFront = (session: Session): Promise<void> =>
  change(session.provider, (accounts) => {
    const before = accounts.filter((one) => isSamePerson(one, session))
    return [withEarlier(session, before.flatMap(refreshTokensOf)), ...accounts.filter((one) => !before.includes(one))]
  })

/** Puts an account in front that is there already. */
export const putInFront = (provider: string, sub: string): Promise<void> =>
  change(provider, (accounts) => [...accounts].sort((a, b) => Number(b.claims['sub'] === sub) - Number(a.claims['sub'] === sub)))

/**
 * Puts what became of an account in its place. False where the person has signed out or in again meanwhile: nothing is put anywhere
 * then.
 */
export async function replaceAccount(old: Account, next: Account | Session): Promise<boolean> {
  let isThere = false
  await change(old.provider, (accounts) => {
    isThere = accounts.some((one) => isSameSignIn(one, old))
    return isThere ? accounts.map((one) => (isSameSignIn(one, old) ? next : one)) : accounts
  })
  return isThere
}

/** Puts a renewed session in the place of the one before. Where that is gone, or it cannot be stored, its tokens are revoked. */
export async function replaceSession(old: Session, next: Session): Promise<void> {
  const isKept = await replaceAccount(old, withEarlier(next, old.earlier ?? [])).catch(async (error: unknown) => {
    if (next.refreshToken !== old.refreshToken) await revoked(next)
    throw error
  })
  if (!isKept) await revoked(next)
}

/** Forgets one account, or all of a provider, and gives those that were there. */
export async function takeOut(provider: string, which: (account: Account) => boolean = () => true): Promise<readonly Account[]> {
  let taken: readonly Account[] = []
  await change(provider, (accounts) => {
    taken = accounts.filter(which)
    return taken.length > 0 ? accounts.filter((one) => !which(one)) : accounts
  })
  return taken
}

/** Takes an account's tokens away for good. False where it is gone itself. */
export function retire(session: Session): Promise<boolean> {
  const { idToken, accessToken: _, refreshToken: __, earlier: ___, failing: ____, ...said } = session
  const payload = payloadOf(idToken)
  return replaceAccount(session, { ...said, ...(payload && { payload }) })
}

/** Revokes an account's tokens, as far as that is possible. Never rejects. */
export const revoked = async (account: Account): Promise<undefined> => void (await revokeTokens(account).catch(() => undefined))

/** Those who have signed in since the account in front has. */
export const laterThanFront = ([front, ...others]: readonly Account[]): readonly Account[] =>
  others.filter(({ signedInAt }) => front && signedInAt > front.signedInAt)

/** Says so where somebody has signed in who was not wanted: the provider has not asked who it is. */
export const remarked = (outcome: Outcome, unwanted: readonly Account[]): Outcome =>
  'session' in outcome && unwanted.some((account) => isSamePerson(account, outcome.session))
    ? { ...outcome, remark: { code: 'same-account' } }
    : outcome

/** Whether two accounts are one person's: a `sub` is unique within its issuer. */
export const isSamePerson = (a: Account, b: Account): boolean => a.issuer === b.issuer && a.claims['sub'] === b.claims['sub']
const isSameSignIn = (a: Account, b: Account): boolean => isSamePerson(a, b) && a.signedInAt === b.signedInAt && a.expiresAt === b.expiresAt

const refreshTokensOf = (account: Account): readonly string[] =>
  isSession(account) ? [...(account.earlier ?? []), ...(account.refreshToken ? [account.refreshToken] : [])] : []

function withEarlier(session: Session, tokens: readonly string[]): Session {
  const earlier = [...new Set(tokens)].filter((token) => token !== session.refreshToken)
  return earlier.length > 0 ? { ...session, earlier } : session
}

/** Two changes at once would lose one; what is the same is not stored again. */
const change = (provider: string, edit: (accounts: readonly Account[]) => readonly Account[]): Promise<void> =>
  inTurn(async () => {
    const accounts = await readAccounts(provider)
    const next = edit(accounts)
    if (next !== accounts) await writeAccounts(provider, next)
  })
