import { currentDoors } from './current-doors'
import { askDue, askSite, learnFrom } from './discovering'
import { bringInStep, bringInStepAnew } from './in-step'
import { syncMenus } from './menus'
import { drop, followSettings, hearAnswer, renew, verbs } from './sign-in/on-demand'
import { syncDoors } from './sync-doors'

/*
 * What the background loads only when it has to: signing in, with all of OpenID Connect; asking sites about themselves; what follows a
 * change of the settings. Most of its wake-ups are over a page of a site's, and need nothing of this.
 */

/** Asking sites about themselves. */
export const discovering = { askDue, askSite, learnFrom }
/** Following what changes. */
export const inStep = { bringInStep, bringInStepAnew, currentDoors, syncDoors, syncMenus }
/** Signing in and out. */
export const signingIn = { drop, followSettings, hearAnswer, renew, verbs }
