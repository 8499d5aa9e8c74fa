import type { StateStore } from 'oidc-client-ts'
import { ProblemError } from '../problem'

/** A store of pending sign-ins whose failures have words: every method rejects with a ProblemError `storage-failed`. */
export const worded = (store: StateStore): StateStore => ({
  set: (key, value) => store.set(key, value).catch(fail),
  get: (key) => store.get(key).catch(fail),
  remove: (key) => store.remove(key).catch(fail),
  getAllKeys: () => store.getAllKeys().catch(fail),
})

function fail(cause: unknown): never {
  throw new ProblemError({ code: 'storage-failed', message: cause instanceof Error ? cause.message : String(cause) }, { cause })
}
