import { browser } from './browser'

/** Which version this is. */
export const ownVersion = (): string => browser.runtime.getManifest().version

/** Address of one of our own pages: "src/options/index.html#sites". */
export const ownAddress = (path: string): string => browser.runtime.getURL(path)
