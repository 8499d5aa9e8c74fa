import type { Kept } from '../claims/kept'

/**
 * Where kept people are: in the extension's own database, which no content script can open, as it could `storage.local`.
 * Every function rejects where the browser allows no database, as in some private windows.
 */
const store = 'kept'

/** Everybody who was kept, the latest first. */
export async function readKept(): Promise<readonly Kept[]> {
  const all = await inStore<Kept[]>('readonly', (kept) => kept.getAll())
  return all.sort((a, b) => b.at - a.at)
}

/** Keeps somebody. */
export const keep = (one: Kept): Promise<unknown> => inStore('readwrite', (kept) => kept.put(one))

/** Forgets somebody who was kept, by their id. */
export const forgetKept = (id: string): Promise<unknown> => inStore('readwrite', (kept) => kept.delete(id))

async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened()
  try {
    const transaction = database.transaction(store, mode)
    const request = act(transaction.objectStore(store))
    // A full disk takes back what has been answered.
    await endOf(transaction)
    return request.result
  } finally {
    database.close()
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open('latchkey', 1)
  request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' })
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
