import { later } from '../ui/later'

/** How an attempt to sign in stands, with its code and words: most openings of the popup know of none. */
export const Attempt = later(async () => (await import('../ui/Attempt')).Attempt)

/** Words of a problem: most openings have none. */
export const ProblemNotice = later(async () => (await import('../ui/ProblemNotice')).ProblemNotice)

/** Hosts to be allowed: most openings miss none. */
export const Grants = later(async () => (await import('../ui/Grants')).Grants)

/** Why SSO may have led back to the login page in front: most openings stand on no such page. */
export const Stopped = later(async () => (await import('./Stopped')).Stopped)

/** What to do where the server has switched the emergency way in off: most have not. */
export const Rescue = later(async () => (await import('../ui/Rescue')).Rescue)

/** The latest decisions: most openings leave them folded. */
export const JournalEntries = later(async () => (await import('./JournalEntries')).JournalEntries)
