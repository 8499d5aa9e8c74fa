import { afterEach, describe, expect, test, vi } from 'vitest'
import { startBackground } from './background'
import type { Life } from './browser-world'
import { type Act, journeys, signIn, worldsAfter } from './journeys'
import { type PoolWorld, seen } from './pool'

afterEach(() => vi.unstubAllGlobals())

/** Every call of a journey that leaves the background, twice: it dies before the browser has done it, or before it hears of it. */
async function deathsOf(act: Act, world: PoolWorld) {
  const background = await startBackground(world)
  await act(background, world)
  return background.calls.flatMap((name, index) =>
    (['before', 'after'] as const).map((when): [string, NonNullable<Life['death']>] => [
      `${when} call ${index + 1}, ${name}`,
      { call: index + 1, when },
    ]),
  )
}

for (const [name, journey] of Object.entries(journeys)) {
  const newWorld = await worldsAfter(journey.before)
  const deaths = await deathsOf(journey.act, newWorld())
  const wasSignedIn = journey.before.includes(signIn)
  describe(`the background dies while ${name}`, () => {
    test('at every call', () => expect(deaths.length).toBeGreaterThan(10))

    test.each(deaths)('%s: it ends in a sign-in or in a way on, and the next try goes well', async (_, death) => {
      const world = newWorld()
      const doomed = await startBackground(world, death)
      void journey.act(doomed, world)
      await doomed.until(() => false)
      const { window } = seen(world)
      const next = await startBackground(world)
      await next.verbs.settle()
      expectSettled(world, window)
      const { problem, isSignedIn } = seen(world)
      if (problem && isSignedIn) expect(wasSignedIn, 'no notice stands beside a sign-in that went well').toBe(true)
      await next.verbs.signIn('acme', 'in-a-window')
      expect(seen(world)).toMatchObject({ isSignedIn: true, phase: undefined, pending: [], underway: [] })
      expect(Object.keys(world.alarms)).toEqual(['expiry:acme'])
    })
  })
}

/** Nothing half-written is left. `window` is the one that had been noted. */
function expectSettled(world: PoolWorld, window: number | undefined): void {
  const { phase, problem, pending, underway, tab } = seen(world)
  const alive = phase === 'running' ? 1 : 0
  if (window !== undefined) expect([...world.windows.keys()], 'the window that nobody listens to any more').toEqual([])
  if (alive) expect([...world.tabs.keys()], 'only what stands in a tab lives on').toContain(tab)
  expect(pending).toHaveLength(alive)
  expect(underway).toHaveLength(alive)
  if (problem) expect(['sign-in-interrupted', 'sign-in-cancelled']).toContain(problem.code)
}
