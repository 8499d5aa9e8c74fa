/**
 * Most wake-ups of the background are over a page of a site's. What they need nothing of is as much again, and is loaded by whoever needs
 * it: signing in, with all of OpenID Connect; asking sites about themselves; what follows a change of the settings.
 */
export * as discovering from './discovering'
export * as inStep from './in-step'
export * as signingIn from './sign-in/at-work'
