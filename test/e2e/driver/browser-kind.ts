import type { BrowserKind } from './driver'

/** The browser that this run of the end-to-end tests drives, from the environment's LATCHKEY_BROWSER. Default: Chromium. */
export const browserKind: BrowserKind = process.env.LATCHKEY_BROWSER === 'firefox' ? 'firefox' : 'chromium'
