import type { Outcome } from '../../session/outcome'
import { signIn } from '../../session/sign-in'
import { type Trial, trialOf } from '../../session/trial'
import { writeTried } from '../session-stores'
import { revoked } from './accounts'
import { configured } from './configured'
import { oneShownWindow } from './one-window'
import { portsFor } from './ports'
import type { Note } from './record'
import { whenStopped } from './when-stopped'

/** What ends each try that is under way, by its provider: two pages may try the same one. */
const tried = new Map<AbortController, string>()

const note = async ({ window }: Note) => void (window && (await writeTried(window)))

/** Signs in at a provider to see how that goes: nothing is kept. Rejects with a ProblemError where there is no such provider. */
export async function trySignIn(id: string): Promise<Trial> {
  const stopping = new AbortController()
  tried.set(stopping, id)
  const acting = oneShownWindow(async (): Promise<Outcome> => {
    const { settings, provider } = await configured(id)
    const outcome = await signIn(settings, provider, portsFor({ note }, stopping.signal))
    // Nobody holds the tokens any more; a refresh token that could not be revoked runs out by itself.
    if ('session' in outcome) await revoked(outcome.session)
    return outcome
  })
  const cancelled = whenStopped(stopping.signal).then((): Outcome => ({ problem: { code: 'sign-in-cancelled' } }))
  return trialOf(await Promise.race([acting, cancelled]).finally(() => tried.delete(stopping)))
}

/** Stops whatever is tried at a provider. */
export function stopTrying(id: string): void {
  for (const [stopping, at] of tried) if (at === id) stopping.abort()
}
