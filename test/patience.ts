import { vi } from 'vitest'

/** How long something takes proves nothing: on a busy machine vitest's own second is soon gone, and on an idle one its steps of 50 ms are long. */
const { waitFor } = vi
vi.waitFor = (probe, how = { timeout: 20_000, interval: 10 }) => waitFor(probe, how)
