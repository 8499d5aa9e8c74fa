import { browser } from './browser'

/** The address at which sign-in ends in this browser; it has to be registered at the app client to the letter. */
export const redirectAddress = (): string => browser.identity.getRedirectURL()
