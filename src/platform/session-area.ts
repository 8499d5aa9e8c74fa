import { browser } from './browser'
import { storageFailed } from './storage-failed'

/** All of `storage.session`. Like the others here it rejects with a ProblemError `storage-failed`. */
export const readAll = () => browser.storage.session.get().catch(storageFailed)

/** What stands there under a key. */
export const read = async (key: string): Promise<unknown> => (await browser.storage.session.get(key).catch(storageFailed))[key]

/** Puts something there. */
export const write = (key: string, value: unknown) => browser.storage.session.set({ [key]: value }).catch(storageFailed)

/** Takes something away. */
export const remove = (key: string) => browser.storage.session.remove(key).catch(storageFailed)
