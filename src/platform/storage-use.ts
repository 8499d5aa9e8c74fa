import { browser } from './browser'

/** How much of a storage area is used, in bytes. */
export interface StorageUse {
  readonly area: 'local' | 'session'
  readonly used: number
  readonly quota: number
}

/** An area as browsers have it: with its limit where it has one and says so. */
interface Area {
  readonly QUOTA_BYTES?: number
  getBytesInUse(): Promise<number>
}

/** The limit of session storage, also where the browser does not say so. @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/session */
const usual = 10 * 1024 * 1024

/**
 * The fuller of the areas that have a limit, as the browser measures them: small things count for up to six times what they are written with.
 * Firefox's local storage has no limit but the disk's.
 */
export async function storageUse(): Promise<StorageUse> {
  const { local, session } = browser.storage as unknown as { readonly local: Area; readonly session: Area }
  const [first, second] = await Promise.all([
    useOf('session', session, session.QUOTA_BYTES ?? usual),
    local.QUOTA_BYTES && useOf('local', local, local.QUOTA_BYTES),
  ])
  return second && second.used / second.quota > first.used / first.quota ? second : first
}

const useOf = async (area: StorageUse['area'], its: Area, quota: number): Promise<StorageUse> => ({
  area,
  used: await its.getBytesInUse(),
  quota,
})
