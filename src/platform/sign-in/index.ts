import type { Verbs } from '../verbs'
import { watchSettings } from '../watch-stores'
import { putInFront } from './accounts'
import { renewEverythingDue, watchExpiry } from './expiry'
import { stop } from './flows'
import { endWithTab, leaveTab, signInInTab, watchTabs } from './in-tab'
import { signInInWindow } from './in-window'
import { dropAccounts, dropStrangers, leave } from './leave'
import { settled } from './settle'
import { stopTrying, trySignIn } from './try'

/** Forgets all accounts of a provider and revokes their tokens, without a window and without a word: its site was logged out of. */
export async function dropSession(id: string): Promise<void> {
  await settled
  await dropAccounts(id)
}

/** Signing in and out as our pages ask for it. One sign-in page at a time in the whole browser; whoever asks for a running one shares it. */
export const signInVerbs: Omit<Verbs, 'askSite'> = {
  async signIn(id, how) {
    await settled
    if (how === 'in-a-window' || how === 'as-another') return signInInWindow(id, how === 'as-another')
    await stop(id) // its window, whose page shows no way on
    return signInInTab(id, how === 'as-another-in-a-tab')
  },
  async trySignIn(id) {
    await settled
    return trySignIn(id)
  },
  async cancelSignIn(id) {
    await settled
    stopTrying(id)
    await stop(id)
    await leaveTab(id)
  },
  async signOut(id) {
    await settled
    return leave(id)
  },
  chooseAccount: putInFront,
  async settle() {
    await settled
    await endWithTab()
    await renewEverythingDue()
  },
}

/** Renews sessions, hears answers to sign-ins in tabs, and follows the settings. Call synchronously at start-up. */
export function watchSignIns(): void {
  watchExpiry(settled)
  watchTabs(settled)
  void follow() // the background before may have died over a change
  watchSettings(() => void follow())
}

/** What could not be done is done with the next change, or at the next start. */
const follow = (): Promise<void> =>
  settled.then(dropStrangers).catch((error: unknown) => console.warn('Settings could not be followed.', error))
