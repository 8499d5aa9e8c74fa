import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Background, startBackground } from './background'
import type { Life } from './browser-world'
import { answerInTab, type PoolWorld, runOut, seen, store, worldWithPool } from './pool'

afterEach(() => vi.unstubAllGlobals())

type Act = (background: Background, world: PoolWorld) => Promise<unknown>
interface Journey {
  readonly before: readonly Act[]
  readonly act: Act
}

const signIn: Act = ({ verbs }) => verbs.signIn('acme', 'in-a-window')
const openTab: Act = ({ verbs }) => verbs.signIn('acme', 'in-a-tab')
const beSomebodyElse: Act = async (_, world) =>
  store(world, { claims: { ...(seen(world).accounts[0]?.['claims'] as object), sub: 'user-0' } })
const journeys: Readonly<Record<string, Journey>> = {
  'it signs in': { before: [], act: signIn },
  'it signs in again': { before: [signIn], act: signIn },
  'it opens a tab to sign in': { before: [], act: openTab },
  'it opens another tab in place of the first': { before: [openTab], act: openTab },
  'it signs in as another': { before: [signIn, beSomebodyElse], act: ({ verbs }) => verbs.signIn('acme', 'as-another') },
  'the answer comes from the tab': { before: [openTab], act: answerInTab },
  'it renews a session': { before: [signIn], act: runOut },
  'it renews a session without a refresh token': {
    before: [signIn],
    act: (background, world) => runOut(background, world, { refreshToken: undefined }),
  },
  'it signs out': { before: [signIn], act: ({ verbs }) => verbs.signOut('acme') },
  'it cancels a tab': { before: [openTab], act: ({ verbs }) => verbs.cancelSignIn('acme') },
}

/** A world in which everything before has happened, as often as one is wanted. */
async function worldsAfter(before: readonly Act[]): Promise<() => PoolWorld> {
  const world = worldWithPool()
  const background = await startBackground(world)
  for (const act of before) await act(background, world)
  const { local, session, alarms, tabs } = world
  const kept = structuredClone({ local, session, alarms, tabs })
  return () => ({ ...world, ...structuredClone(kept), windows: new Map() })
}

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
