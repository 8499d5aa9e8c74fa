import type { StateStore } from 'oidc-client-ts'
import { browser } from './browser'

const prefix = 'oidc.'

/** Keeps what a pending sign-in needs (`state`, `nonce`, PKCE verifier) out of every page's reach, and across a restart of the background. */
export const stateStore: StateStore = {
  set: (key, value) => browser.storage.session.set({ [prefix + key]: value }),
  get: async (key) => ((await browser.storage.session.get(prefix + key))[prefix + key] as string | undefined) ?? null,
  async remove(key) {
    const value = await stateStore.get(key)
    await browser.storage.session.remove(prefix + key)
    return value
  },
  async getAllKeys() {
    const all = await browser.storage.session.get()
    return Object.keys(all).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
  },
}
