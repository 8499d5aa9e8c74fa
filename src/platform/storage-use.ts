import { browser } from './browser'

/** How much of a storage area is used, in bytes. */
export interface StorageUse {
  readonly used: number
  readonly quota: number
}

/** Chrome's and Edge's limits for one extension, and Firefox's for session storage. @see https://developer.chrome.com/docs/extensions/reference/api/storage#property */
const quota = 10 * 1024 * 1024

/** The fuller of the two areas that have a limit. */
export async function storageUse(): Promise<StorageUse> {
  const areas = await Promise.all([browser.storage.local.get(), browser.storage.session.get()])
  const sizes = areas.map((all) => new TextEncoder().encode(JSON.stringify(all)).length)
  return { used: Math.max(...sizes), quota }
}
