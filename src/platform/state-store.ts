import type { StateStore } from 'oidc-client-ts'
import { browser } from './browser'

/** What it stores is called this and the `state`. */
export const pendingOf = 'oidc.'

/** Keeps what a pending sign-in needs (`state`, `nonce`, PKCE verifier) out of every page's reach, and across a restart of the background. */
export const stateStore: StateStore = {
  set: (key, value) => browser.storage.session.set({ [pendingOf + key]: value }),
  get: async (key) => ((await browser.storage.session.get(pendingOf + key))[pendingOf + key] as string | undefined) ?? null,
  async remove(key) {
    const value = await stateStore.get(key)
    await browser.storage.session.remove(pendingOf + key)
    return value
  },
  async getAllKeys() {
    const all = await browser.storage.session.get()
    return Object.keys(all).flatMap((key) => (key.startsWith(pendingOf) ? [key.slice(pendingOf.length)] : []))
  },
}
