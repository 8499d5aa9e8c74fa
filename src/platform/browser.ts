/** The extension API, promise-based in every browser. The polyfill is imported here and nowhere else, so that dropping it is a change of one file. */
export { default as browser } from 'webextension-polyfill'
