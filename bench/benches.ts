import { redirect } from './redirect'
import type { Bench } from './report/measurement'

/** Every bench by its name on the command line, in the order in which they run. */
export const benches = { redirect } satisfies Record<string, Bench>
