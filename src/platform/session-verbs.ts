import { type Problem, problemOf } from '../problem'
import { providers } from '../providers'
import type { Provider } from '../session/provider'
import { isRenewable, renew } from '../session/renew'
import type { Session } from '../session/session'
import { signIn } from '../session/sign-in'
import { revokeAtProvider, signOut } from '../session/sign-out'
import type { ProviderSettings } from '../settings/catalog'
import { openAuthWindow, redirectAddress } from './auth-window'
import { browser } from './browser'
import { preflight } from './preflight'
import { queue } from './queue'
import { stateStore } from './state-store'
import { forgetSession, forgetSignIn, loadSettings, readSession, readSignIns, writeSession, writeSignIn } from './stores'
import type { Verbs } from './verbs'

const inTurn = queue()
const running = new Map<string, Promise<void>>()

/** Signing in and out as the pages ask for it. One flow at a time in the whole browser; whoever asks for a running one shares it. */
export const sessionVerbs: Omit<Verbs, 'askSite'> = {
  async signIn(id) {
    await settled
    const flow = running.get(id) ?? inTurn(() => run(id)).finally(() => running.delete(id))
    running.set(id, flow)
    return flow
  },
  async signOut(id) {
    await settled
    return inTurn(() => leave(id))
  },
  settle: () => settled,
}

const ports = {
  openAuthWindow,
  preflight,
  pending: stateStore,
  get redirectUri() {
    return redirectAddress()
  },
  now: () => Date.now() / 1000,
}

async function run(id: string): Promise<void> {
  await writeSignIn(id, { phase: 'running', since: Date.now() / 1000 })
  const outcome = await chosen(id).then(
    ({ settings, provider }) => signIn(settings, provider, ports),
    (error: unknown) => ({ problem: problemOf(error) }),
  )
  if ('problem' in outcome) return writeSignIn(id, { phase: 'failed', at: Date.now() / 1000, ...outcome })
  await keep(outcome.session)
  await forgetSignIn(id)
}

async function leave(id: string): Promise<void> {
  const session = await readSession(id)
  await forgetSession(id)
  await forgetSignIn(id)
  if (!session) return
  const problem = await chosen(id).then(
    ({ settings, provider }) => signOut({ session, settings, provider, ports }),
    (error: unknown): Problem => problemOf(error),
  )
  if (problem) await writeSignIn(id, { phase: 'failed', at: Date.now() / 1000, problem })
}

/** Forgets the tokens of a provider and revokes them, without a window and without a word: its site was logged out of. */
export const dropSession = async (id: string): Promise<void> => {
  await settled
  return inTurn(async () => {
    const session = await readSession(id)
    await forgetSession(id)
    await forgetSignIn(id)
    const token = session?.refreshToken
    if (token)
      await chosen(id)
        .then(({ settings, provider }) => revokeAtProvider(token, settings, provider))
        .catch(() => undefined)
  })
}

async function chosen(id: string): Promise<{ settings: ProviderSettings; provider: Provider }> {
  const { settings } = await loadSettings()
  const found = settings.providers.find((provider) => provider.id === id)
  const provider = providers.find(({ kind }) => kind === found?.kind)
  if (!found || !provider) throw new TypeError(`no provider "${id}" in the settings`)
  return { settings: found, provider }
}

const expiryAlarm = 'expiry:'
/** A session that can be renewed is renewed this long before it runs out, in seconds. */
const renewalLead = 60

async function keep(session: Session): Promise<void> {
  await writeSession(session)
  const when = session.expiresAt - (isRenewable(session) ? renewalLead : 0)
  await browser.alarms.create(expiryAlarm + session.provider, { when: when * 1000 })
}

/** Renews sessions that can be renewed when they run out, and forgets the others. Call synchronously at start-up. */
export function watchExpiry(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name.startsWith(expiryAlarm)) void inTurn(() => runOut(name.slice(expiryAlarm.length)))
  })
}

async function runOut(id: string): Promise<void> {
  const session = await readSession(id)
  if (!session) return
  const outcome =
    isRenewable(session) &&
    (await chosen(id).then(
      (found) => renew({ session, ...found, ports }),
      () => undefined,
    ))
  return outcome && 'session' in outcome ? keep(outcome.session) : forgetSession(id)
}

/**
 * A sign-in that is still called running when the background starts died with its predecessor: nobody will ever answer it.
 * Says so, and drops what it had pending.
 */
async function settleInterrupted(): Promise<void> {
  const interrupted = Object.entries(await readSignIns()).filter(([, { phase }]) => phase === 'running')
  if (interrupted.length === 0) return
  for (const key of await stateStore.getAllKeys()) await stateStore.remove(key)
  const failed = { phase: 'failed', at: Date.now() / 1000, problem: { code: 'sign-in-interrupted' } } as const
  for (const [id] of interrupted) await writeSignIn(id, failed)
}
const settled = settleInterrupted()
