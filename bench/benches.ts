import { fleet } from './fleet'
import { popup } from './popup'
import { redirect } from './redirect'
import type { Bench } from './report/measurement'
import { signIn } from './sign-in'

/** Every bench by its name on the command line, in the order in which they run. */
export const benches = { redirect, 'sign-in': signIn, popup, fleet } satisfies Record<string, Bench>
