import type { Outcome } from '../../session/outcome'
import { signIn } from '../../session/sign-in'
import { revokeTokens } from '../../session/sign-out'
import { type Trial, trialOf } from '../../session/trial'
import { closeAuthWindow } from '../auth-window'
import { chosen } from './chosen'
import { oneShownWindow } from './one-window'
import { portsFor } from './ports'
import type { SignInRecord } from './record'
import { whenStopped } from './when-stopped'

interface Trying {
  readonly id: string
  readonly stopping: AbortController
}
const trying = new Set<Trying>()

/** Signs in at a provider to see how that goes: nothing is kept. Rejects with a ProblemError where there is no such provider. */
export async function trySignIn(id: string): Promise<Trial> {
  const one: Trying = { id, stopping: new AbortController() }
  const { signal } = one.stopping
  let window: number | undefined
  const note: SignInRecord['note'] = async (noted) => {
    window = noted.window ?? window
  }
  trying.add(one)
  const acting = oneShownWindow(async (): Promise<Outcome> => {
    const { settings, provider } = await chosen(id)
    const outcome = await signIn(settings, provider, portsFor({ note }, signal))
    // Nobody holds the tokens any more; a refresh token that could not be revoked runs out by itself.
    if ('session' in outcome) await revokeTokens(outcome.session).catch(() => undefined)
    return outcome
  })
  const first = await Promise.race([acting, whenStopped(signal)]).finally(() => trying.delete(one))
  if (first !== 'stopped') return trialOf(first)
  if (window !== undefined) void closeAuthWindow(window)
  return { problem: { code: 'sign-in-cancelled' } }
}

/** Stops whatever is tried at a provider. */
export function stopTrying(id: string): void {
  for (const one of trying) if (one.id === id) one.stopping.abort()
}
