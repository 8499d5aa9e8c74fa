import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Problem } from '../../../src/problem'
import { problemInWords } from '../../../src/ui/problem-words'
import { counted, isWorking } from '../../session/real-work'
import { startBackground } from './background'
import { faults } from './faults'
import { answerInTab, issuer, type PoolWorld, runOut, seen, worldWithPool } from './pool'

vi.mock('../../../src/platform/browser', () => import('../../ui/fake-browser'))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  // The one timer that cannot be faked otherwise.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    const late = new AbortController()
    setTimeout(() => late.abort(new DOMException('late', 'TimeoutError')), milliseconds)
    return late.signal
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Lets time pass until something is over; gives how many seconds it took. */
async function lived(isOver: () => boolean): Promise<number> {
  let seconds = 0
  for (let quiet = 0; !isOver(); quiet = isWorking() ? 0 : quiet + 1) {
    if (seconds > 60) throw new Error('it never ends')
    await new Promise((next) => setImmediate(next))
    if (quiet < 5) continue
    await vi.advanceTimersByTimeAsync(500)
    seconds += 0.5
    quiet = 0
  }
  return seconds
}

/** The network of a pool, one endpoint of which always does the same wrong thing. */
function spoil(world: PoolWorld, endpoint: string, fault: (typeof faults)[string]): () => number {
  let asked = 0
  const fetch = counted(world.op.fetch)
  world.fetch = async (input, init) => {
    const { url, signal } = new Request(input, init)
    if (!url.endsWith(endpoint)) return fetch(input, init)
    asked += 1
    return fault(init?.signal ?? signal)
  }
  return () => asked
}

const endpoints = {
  discovery: '/.well-known/openid-configuration',
  keys: '/jwks',
  tokens: '/token',
  userInfo: '/userinfo',
  revocation: '/revoke',
} as const

const cells = (names: readonly (keyof typeof endpoints)[]) =>
  names.flatMap((endpoint) => Object.entries(faults).map(([fault, strike]) => [fault, endpoint, strike] as const))

function expectWords(problem: unknown): void {
  const { title, next } = problemInWords(problem as Problem)
  expect(title).not.toBe('')
  expect(next).toMatch(/[.)”]$/)
  expect((problem as Problem).code).not.toBe('unexpected')
}

describe('signing in ends in a sign-in or in a sentence with a way on', () => {
  test.each(cells(['discovery', 'keys', 'tokens', 'userInfo']))('when %s (%s)', async (_, endpoint, strike) => {
    const world = worldWithPool()
    const asked = spoil(world, endpoints[endpoint], strike)
    const { verbs } = await startBackground(world)
    let isOver = false
    const ended = verbs.signIn('acme', 'in-a-window').finally(() => {
      isOver = true
    })
    expect(await lived(() => isOver), 'two waits at the most').toBeLessThan(25)
    await ended
    const { isSignedIn, phase, problem, pending, underway } = seen(world)
    expect(isSignedIn).toBe(endpoint === 'userInfo')
    expect(phase).toBe(isSignedIn ? undefined : 'failed')
    if (!isSignedIn) expectWords(problem)
    expect([pending, underway]).toEqual([[], []])
    expect(asked(), 'a code is never sent twice; nothing is asked more than twice').toBeLessThanOrEqual(endpoint === 'tokens' ? 1 : 2)
    expect(JSON.stringify(problem ?? '')).not.toMatch(/eyJ|code=|verifier/)
    world.fetch = world.op.fetch
    await verbs.signIn('acme', 'in-a-window')
    expect(seen(world)).toMatchObject({ isSignedIn: true, phase: undefined })
  })
})

describe('so does a sign-in whose answer comes from a tab', () => {
  test.each(cells(['discovery', 'keys', 'tokens', 'userInfo']))('when %s (%s)', async (_, endpoint, strike) => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-tab')
    const asked = spoil(world, endpoints[endpoint], strike)
    let isOver = false
    void answerInTab(background, world).finally(() => {
      isOver = true
    })
    expect(await lived(() => isOver), 'two waits at the most').toBeLessThan(25)
    const { isSignedIn, phase, problem, pending, underway } = seen(world)
    expect(isSignedIn).toBe(endpoint === 'userInfo')
    expect(phase).toBe(isSignedIn ? undefined : 'failed')
    if (!isSignedIn) expectWords(problem)
    expect([pending, underway]).toEqual([[], []])
    expect(asked()).toBeLessThanOrEqual(endpoint === 'tokens' ? 1 : 2)
    expect([...world.tabs.values()], 'where it is said').toEqual([expect.stringMatching(/^chrome-extension:/)])
  })
})

describe('a renewal that fails loses nothing that is still good', () => {
  test.each(cells(['discovery', 'keys', 'tokens', 'userInfo']))('when %s (%s)', async (_, endpoint, strike) => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-window')
    const asked = spoil(world, endpoints[endpoint], strike)
    let isOver = false
    void runOut(background, world, { expiresAt: Date.now() / 1000 + 30 }).finally(() => {
      isOver = true
    })
    await lived(() => isOver)
    expect(seen(world)).toMatchObject({ isSignedIn: true, phase: undefined })
    expect(asked()).toBeLessThanOrEqual(endpoint === 'tokens' ? 1 : 2)
    expect(world.alarms['expiry:acme'], 'it is tried again').toBeLessThan(Date.now() + 3_600_000)
  })
})

describe('signing out ends, and what may live on at the provider is said', () => {
  test.each(cells(['revocation']))('when %s (%s)', async (_, endpoint, strike) => {
    const world = worldWithPool()
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    spoil(world, endpoints[endpoint], strike)
    let isOver = false
    void verbs.signOut('acme').finally(() => {
      isOver = true
    })
    expect(await lived(() => isOver)).toBeLessThan(12)
    const { accounts, problem } = seen(world)
    expect(accounts).toEqual([])
    expect(Object.keys(world.alarms)).toEqual([])
    if (problem) expectWords(problem)
  })
})

test(`the pool itself, at ${issuer}, is in order`, async () => {
  const world = worldWithPool()
  const { verbs } = await startBackground(world)
  await verbs.signIn('acme', 'in-a-window')
  expect(seen(world)).toMatchObject({ isSignedIn: true, phase: undefined })
})
