/** What oidc-provider stores of a session, a code, a token … */
type Payload = Record<string, unknown> & { grantId?: string; uid?: string; consumed?: number }

/** The storage that oidc-provider asks for, in memory, one per pool. @see oidc-provider: docs, `adapter` */
export interface Store {
  /** Makes the storage of one kind of thing: `Session`, `AuthorizationCode` … */
  adapterFor(kind: string): object
  forgetAll(kind: string): void
}

/** An empty store. `clients` gives the registration of an app client, read anew at every request, as it may change. */
export function memoryStore(clients: (id: string) => object | undefined): Store {
  const kinds = new Map<string, Map<string, Payload>>()
  const of = (kind: string) => {
    const existing = kinds.get(kind) ?? new Map<string, Payload>()
    kinds.set(kind, existing)
    return existing
  }
  return {
    adapterFor: (kind) => (kind === 'Client' ? { find: async (id: string) => clients(id) } : adapter(kinds, of(kind))),
    forgetAll: (kind) => of(kind).clear(),
  }
}

// Expiry is oidc-provider's own judgement: each payload carries its `exp`.
function adapter(kinds: ReadonlyMap<string, Map<string, Payload>>, stored: Map<string, Payload>): object {
  return {
    upsert: async (id: string, payload: Payload) => void stored.set(id, payload),
    find: async (id: string) => stored.get(id),
    findByUid: async (uid: string) => [...stored.values()].find((payload) => payload.uid === uid),
    destroy: async (id: string) => void stored.delete(id),
    consume: async (id: string) => {
      const payload = stored.get(id)
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
    },
    revokeByGrantId: async (grantId: string) => {
      for (const things of kinds.values()) for (const [id, payload] of things) if (payload.grantId === grantId) things.delete(id)
    },
  }
}
