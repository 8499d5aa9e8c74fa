import type { Requested } from './begin'
import type { Pending } from './ports'

/**
 * A store that gives what was put into it without reading it again, once: a browser that is just closing a window takes its time to read.
 * It stays stored until it is removed from the store behind.
 */
export function atHand(store: Pending): Pending {
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

/** What cannot be removed runs out by itself, and must not undo a sign-in. */
export const forget = async ({ state }: Requested, { pending }: { readonly pending: Pending }): Promise<void> =>
  void (await pending.remove(state).catch(() => null))
