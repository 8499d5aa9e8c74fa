import { type ProblemCode, problemOf } from '../../problem'
import type { Outcome } from '../../session/outcome'
import { isRenewable, mayPass, renew } from '../../session/renew'
import type { Account, Session } from '../../session/session'
import { signIn } from '../../session/sign-in'
import { browser } from '../browser'
import { isSession, readAccounts, storedProviders } from '../session-stores'
import { replaceAccount, replaceSession, retire, revoked } from './accounts'
import { type Configured, configured, isOf } from './configured'
import { expiryAlarm } from './expiry-alarm'
import { oneWindowSoon } from './one-window'
import { portsFor } from './ports'

/** Seconds: sessions are renewed so long before they run out; for so long while the network is away; so often. */
const [lead, grace, pause] = [60, 600, 30]

/** Sees to it that a provider's sessions are renewed in time. */
export async function watchExpiryOf(id: string): Promise<void> {
  const ends = (await readAccounts(id)).filter(isSession).map(({ expiresAt }) => expiresAt)
  if (ends.length === 0) return void (await browser.alarms.clear(expiryAlarm + id))
  await wake(id, Math.min(...ends) - lead)
}

/** Sets the alarm where a background died before it could. */
export async function restoreExpiryAlarm(id: string): Promise<void> {
  if (!(await browser.alarms.get(expiryAlarm + id))) await watchExpiryOf(id)
}

const wake = (id: string, at: number) => browser.alarms.create(expiryAlarm + id, { when: Math.max(at, now() + 1) * 1000 })

const renewing = new Map<string, Promise<void>>()

/** Renews what is due at a provider. Whoever asks while that is under way shares it. */
export function renewDue(id: string): Promise<void> {
  const running = renewing.get(id)
  if (running) return running
  const ended = renewAll(id)
    .catch(() => wake(id, now() + pause))
    .finally(() => renewing.delete(id))
  renewing.set(id, ended)
  return ended
}

/** Renews what is due anywhere, as after a sleep. */
export async function renewEverythingDue(): Promise<void> {
  await Promise.all((await storedProviders()).map(renewDue))
}

async function renewAll(id: string): Promise<void> {
  const accounts = await readAccounts(id)
  const due = accounts.filter(isSession).filter(({ expiresAt }) => expiresAt - lead <= now())
  // What could not be stored is come back to.
  const again = await Promise.all(due.map((session) => renewOne(session, accounts).catch(() => now() + pause)))
  await watchExpiryOf(id)
  const next = Math.min(...again.flatMap((at) => at ?? []))
  if (Number.isFinite(next)) await wake(id, next)
}

/** Gives when to come back to it, in seconds since the epoch; undefined where it is renewed, or out of date for good. */
async function renewOne(session: Session, accounts: readonly Account[]): Promise<number | undefined> {
  const found = await configured(session.provider).catch(() => undefined)
  // The refresh token of one provider is nothing for another that has its name now.
  const outcome: Outcome =
    found && isOf(session, found) ? await renewed(session, accounts, found) : { problem: { code: 'settings-changed' } }
  if ('session' in outcome) return void (await replaceSession(session, outcome.session))
  const left = session.expiresAt - now()
  if (mayPass(outcome.problem)) {
    const failing = failureOf(session)
    if (failing.last - failing.since < grace) {
      await replaceAccount(session, { ...session, failing })
      return now() + pause
    }
  }
  if (left > 0) return outcome.problem.code === 'sign-in-busy' ? now() + pause : session.expiresAt
  // A provider whose new token was refused is asked for nothing more.
  if ((await retire(session)) && !outcome.unverified) void revoked(session)
  return undefined
}

/** How long the network has been away. A try that comes much later than it was to has been slept over, and counts as the first. */
function failureOf({ failing }: Session): NonNullable<Session['failing']> {
  const isGoingOn = failing && now() - failing.last < 4 * pause
  return { since: isGoingOn ? failing.since : now(), last: now() }
}

/** By the refresh token; where there is none, or it is refused or renews nothing, by the provider's own session, which may live on. */
async function renewed(session: Session, accounts: readonly Account[], { settings, provider }: Configured): Promise<Outcome> {
  if (isRenewable(session)) {
    const outcome = await renew(session, { settings, provider, ports: portsFor() })
    if ('session' in outcome || !useless.includes(outcome.problem.code)) return outcome
  }
  const isLatest = accounts.every(({ signedInAt }) => signedInAt <= session.signedInAt)
  return isLatest ? silently(session, { settings, provider }) : { problem: { code: 'login-required' } }
}

const useless: readonly ProblemCode[] = ['provider-refused', 'login-required']

async function silently(session: Session, { settings, provider }: Configured): Promise<Outcome> {
  const signedIn = oneWindowSoon(() => signIn(settings, provider, portsFor(), { interactive: false }))
  const outcome = await signedIn.catch((error: unknown): Outcome => ({ problem: problemOf(error) }))
  if (!('session' in outcome) || outcome.session.claims['sub'] === session.claims['sub']) return outcome
  await revoked(outcome.session)
  return { problem: { code: 'login-required' } }
}

const now = (): number => Date.now() / 1000
