import type { Browser } from 'webextension-polyfill'

const { browser, chrome } = globalThis as { readonly browser?: Browser; readonly chrome?: Browser }

/** The extension API as the browser itself has it: of what pages ask, Chrome's gives promises too. */
export default browser ?? (chrome as Browser)
