import { countDown } from './door/countdown'

/** What a countdown needs, for the login pages that may have one; all others load without it. */
globalThis.latchkeyCountDown = countDown
