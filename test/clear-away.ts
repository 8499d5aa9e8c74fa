import { afterAll, vi } from 'vitest'

/** The next file may run in the same thread. */
afterAll(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})
