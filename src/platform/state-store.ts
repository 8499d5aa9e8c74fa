import type { StateStore } from 'oidc-client-ts'
import { read, readAll, remove, write } from './session-area'

/** What it stores is called this and the `state`. */
export const pendingOf = 'oidc.'

/** Keeps what a pending sign-in needs (`state`, `nonce`, PKCE verifier) out of every page's reach, and across a restart of the background. */
export const stateStore: StateStore = {
  set: (key, value) => write(pendingOf + key, value),
  get: async (key) => ((await read(pendingOf + key)) as string | undefined) ?? null,
  async remove(key) {
    const value = await stateStore.get(key)
    await remove(pendingOf + key)
    return value
  },
  async getAllKeys() {
    const all = await readAll()
    return Object.keys(all).flatMap((key) => (key.startsWith(pendingOf) ? [key.slice(pendingOf.length)] : []))
  },
}
