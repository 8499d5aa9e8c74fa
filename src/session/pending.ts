import type { StateStore } from 'oidc-client-ts'
import { ProblemError } from '../problem'

/** A store of pending sign-ins whose failures have words: every method rejects with a ProblemError `storage-failed`. */
export const worded = (store: StateStore): StateStore => ({
  set: (key, value) => store.set(key, value).catch(fail),
  get: (key) => store.get(key).catch(fail),
  remove: (key) => store.remove(key).catch(fail),
  getAllKeys: () => store.getAllKeys().catch(fail),
})

/**
 * A store that gives what was put into it without reading it again, once: a browser that is just closing a window takes its time to read.
 * It stays stored until it is removed from the store behind.
 */
export function atHand(store: StateStore): StateStore {
  const held = new Map<string, string>()
  return {
    ...store,
    async set(key, value) {
      await store.set(key, value)
      held.set(key, value)
    },
    async remove(key) {
      const value = held.get(key)
      held.delete(key)
      return value ?? store.remove(key)
    },
  }
}

function fail(cause: unknown): never {
  throw new ProblemError({ code: 'storage-failed', message: cause instanceof Error ? cause.message : String(cause) }, { cause })
}
