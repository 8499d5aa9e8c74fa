import type { Browser } from 'webextension-polyfill'

/** The extension API as the browser itself has it: of what a page asks, Chrome's gives promises too. */
export default ((globalThis as { browser?: Browser }).browser ?? Reflect.get(globalThis, 'chrome')) as Browser
