import type { WebRequest } from 'webextension-polyfill'
import { browser } from '../browser'
import { listen } from '../listen'
import { redirectAddress } from '../redirect-address'
import { isAnybodyKept } from '../session-stores'
import type { Verbs } from '../verbs'
import { warning } from '../warning'
import { watchSettings } from '../watch-stores'
import { expiryAlarm } from './expiry-alarm'

/** All of the work, which is in the background's second script. */
const onDemand = async () => (await import('../second-script')).signingIn

/** Signing in and out as our pages ask for it. */
export const signInVerbs: Omit<Verbs, 'askSite'> = {
  signIn: async (...asked) => (await onDemand()).verbs.signIn(...asked),
  trySignIn: async (...asked) => (await onDemand()).verbs.trySignIn(...asked),
  cancelSignIn: async (...asked) => (await onDemand()).verbs.cancelSignIn(...asked),
  signOut: async (...asked) => (await onDemand()).verbs.signOut(...asked),
  chooseAccount: async (...asked) => (await onDemand()).verbs.chooseAccount(...asked),
  async settle() {
    if (await isAnybodyKept()) await (await onDemand()).verbs.settle()
  },
}

/**
 * Forgets all accounts of a provider and revokes their tokens, without a window and without a word: its site was logged out of. Tried twice,
 * lest whoever comes next find them. Never rejects.
 */
export const dropSession = (id: string): Promise<void> =>
  drop(id)
    .catch(() => drop(id))
    .catch(warning('forget accounts'))

async function drop(id: string): Promise<void> {
  if (await isAnybodyKept()) await (await onDemand()).drop(id)
}

/** Renews sessions, hears answers to sign-ins in tabs, and follows the settings. Call synchronously at start-up. */
export function watchSignIns(): void {
  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name.startsWith(expiryAlarm)) await (await onDemand()).renew(name.slice(expiryAlarm.length))
  })
  const hear = async (request: WebRequest.OnBeforeRequestDetailsType) => (await onDemand()).hearAnswer(request)
  const again = listen(browser.webRequest.onBeforeRequest, { urls: [`${redirectAddress()}*`], types: ['main_frame'] }, hear)
  browser.permissions.onAdded.addListener(again)
  void follow() // the background before may have died over a sign-in, or over a change
  watchSettings(() => void follow())
}

async function follow(): Promise<void> {
  // Where storage cannot be read there may be somebody.
  if (await isAnybodyKept().catch(() => true)) await (await onDemand()).followSettings()
}
