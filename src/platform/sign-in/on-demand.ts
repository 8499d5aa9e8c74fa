import type { WebRequest } from 'webextension-polyfill'
import type { Verbs } from '../verbs'
import { warning } from '../warning'
import { putInFront } from './accounts'
import { renewDue, renewEverythingDue } from './expiry'
import { stop } from './flows'
import { arrive, endWithTab, hearUnheard, leaveTab, signInInTab } from './in-tab'
import { signInInWindow } from './in-window'
import { dropAccounts, dropStrangers, leave } from './leave'
import { endBroken, settled } from './settle'
import { stopTrying, trySignIn } from './try'

/** One sign-in page at a time in the whole browser; whoever asks for a running one shares it. */
export const verbs: Omit<Verbs, 'askSite'> = {
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
    await endBroken()
    await hearUnheard()
    await endWithTab()
    await renewEverythingDue()
  },
}

/** Forgets all accounts of a provider and revokes their tokens, without a window and without a word. */
export async function drop(id: string): Promise<void> {
  await settled
  await dropAccounts(id)
}

/** The time has come to renew what is due at a provider. */
export async function renew(id: string): Promise<void> {
  await settled
  await renewDue(id)
}

/** Hears an answer, maybe: a request for our redirect address. Never rejects. */
export const hearAnswer = (request: WebRequest.OnBeforeRequestDetailsType): Promise<void> =>
  arrive(request, settled).catch(warning('hear an answer'))

/** What could not be done is done with the next change, or at the next start. */
export const followSettings = (): Promise<void> => settled.then(dropStrangers).catch(warning('follow settings'))
