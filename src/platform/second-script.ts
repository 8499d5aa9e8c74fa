/**
 * What the background loads only when it has to: signing in, with all of OpenID Connect; asking sites about themselves; what follows a
 * change of the settings. Most of its wake-ups are over a page of a site's, and need nothing of this.
 */
export * as discovering from './discovering'
export * as inStep from './in-step'
export * as signingIn from './sign-in/on-demand'
