import { afterEach, describe, expect, test, vi } from 'vitest'
import { idle } from '../../session/real-work'
import { startBackground } from './background'
import { seen, worldWithPool } from './pool'

afterEach(() => vi.unstubAllGlobals())

const broken = new Error('IO error: .../000003.log: Unable to read')

/** Somebody is signed in; the browser refuses one call, counted from now. */
async function signedIn(refused: number) {
  const world = worldWithPool()
  const background = await startBackground(world)
  await background.verbs.signIn('acme', 'in-a-window')
  const last = background.calls.length + refused
  world.refuse = (name) => (background.calls.length === last && /^(?:session|local)\./.test(name) ? broken : undefined)
  return { world, ...background }
}

/** Runs an act and gives what nobody caught. */
async function uncaught(act: () => Promise<unknown>): Promise<readonly unknown[]> {
  const thrown: unknown[] = []
  const hear = (error: unknown) => void thrown.push(error)
  process.on('unhandledRejection', hear)
  await act()
  await idle()
  process.off('unhandledRejection', hear)
  return thrown
}

describe('where the browser fails once, at call', () => {
  test.each([1, 2, 3, 4, 5, 6])('%i, a logout of the site forgets who was signed in all the same', async (call) => {
    const { world, dropSession } = await signedIn(call)
    await dropSession('acme')
    expect(seen(world)).toMatchObject({ accounts: [], phase: undefined })
  })

  test.each([1, 2, 3])('%i, the end of a tab is nobody’s error, and is noticed by whoever looks next', async (call) => {
    const { world, verbs, events, calls } = await signedIn(Number.POSITIVE_INFINITY)
    await verbs.signIn('acme', 'in-a-tab')
    const last = calls.length + call
    world.refuse = (name) => (calls.length === last && /^(?:session|local)\./.test(name) ? broken : undefined)
    const [tabId = 0] = [...world.tabs.keys()]
    world.tabs.clear()
    expect(await uncaught(() => events.tabClosed.say(tabId as never))).toEqual([])
    await verbs.settle()
    expect(seen(world)).toMatchObject({ problem: { code: 'sign-in-cancelled' }, underway: [] })
    await startBackground(world)
    await idle()
    expect(seen(world).pending, 'what could not be removed').toEqual([])
  })
})
