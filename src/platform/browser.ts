import polyfill from 'webextension-polyfill'

/** The extension API, promise-based in every browser. The polyfill is imported here and nowhere else; in pages it is `own-api.ts`. */
export const browser = polyfill
