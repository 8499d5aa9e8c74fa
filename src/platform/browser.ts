/** The extension API, promise-based in every browser. The polyfill is imported here and nowhere else; in pages it is `own-api.ts`. */
export { default as browser } from 'webextension-polyfill'
