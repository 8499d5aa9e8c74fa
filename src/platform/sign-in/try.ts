import { signIn } from '../../session/sign-in'
import { revokeTokens } from '../../session/sign-out'
import { type Trial, trialOf } from '../../session/trial'
import { chosen } from './chosen'
import { oneShownWindow } from './one-window'
import { portsFor } from './ports'

/** Signs in at a provider to see how that goes: nothing is kept. Rejects with a ProblemError where there is no such provider. */
export const trySignIn = (id: string): Promise<Trial> =>
  oneShownWindow(async () => {
    const { settings, provider } = await chosen(id)
    const outcome = await signIn(settings, provider, portsFor())
    // Nobody holds the tokens any more; a refresh token that could not be revoked runs out by itself.
    if ('session' in outcome) await revokeTokens(outcome.session).catch(() => undefined)
    return trialOf(outcome)
  })
