import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Problem } from '../../../src/problem'
import { problemInWords } from '../../../src/ui/problem-words'
import { idle } from '../../session/real-work'
import { type Background, startBackground } from './background'
import { type Act, journeys, worldsAfter } from './journeys'
import { asked, type PoolWorld, revoked, seen } from './pool'

vi.mock('../../../src/platform/browser', () => import('../../ui/fake-browser'))

// What browsers refuse here is told to the console as well, where forty traces of it would hide a real one.
beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue(undefined))
afterEach(() => vi.unstubAllGlobals())

/** A background that has done all that it does when it starts, in a world whose pool gives each refresh token once. */
async function rested(world: PoolWorld): Promise<{ background: Background; given: readonly string[] }> {
  const given = [...JSON.stringify(world.session).matchAll(/refresh-\d/g)].map(([token]) => token)
  world.op.seen.length = 0
  world.fetch = async (input, init) => {
    const answer = await world.op.fetch(input, init)
    if (!new Request(input).url.endsWith('/token')) return answer
    const refresh_token = `refresh-${given.length + 7}`
    given.push(refresh_token)
    return Response.json({ ...((await answer.json()) as object), refresh_token })
  }
  const background = await startBackground(world)
  await idle()
  return { background, given }
}

/** The calls of an act that browsers can refuse: the network and windows have faults of their own. */
async function refusable(act: Act, world: PoolWorld): Promise<readonly (readonly [string, number])[]> {
  const { background } = await rested(world)
  const first = background.calls.length
  await act(background, world)
  await idle()
  return background.calls.slice(first).flatMap((name, index) => {
    const isRefusable = /^(?:session|local|alarms)\./.test(name)
    return isRefusable ? [[`call ${index + 1}, ${name.replace(/(oidc)\..*/, '$1')}`, index + 1] as const] : []
  })
}

const broken = new Error('IO error: .../000003.log: Unable to write')

/** Refuses one call alone, counted from now. */
function refuse(world: PoolWorld, { calls }: Background, call: number): void {
  const last = calls.length + call
  world.refuse = () => (calls.length === last ? broken : undefined)
}

/** Refuses everything that has to do with storage, from a call on. */
function refuseFrom(world: PoolWorld, { calls }: Background, call: number): void {
  const first = calls.length + call
  world.refuse = (name) => (calls.length >= first && /^(?:session|local)\./.test(name) ? broken : undefined)
}

for (const [name, { before, act }] of Object.entries(journeys)) {
  const newWorld = await worldsAfter(before)
  const calls = await refusable(act, newWorld())
  describe(`the browser fails while ${name}`, () => {
    test('at every call', () => expect(calls.length).toBeGreaterThan(5))

    test.each(calls)('%s: it ends in a way on, and the next try goes well', async (_, call) => {
      const world = newWorld()
      const { background, given } = await rested(world)
      refuse(world, background, call)
      const told = await act(background, world).then(
        () => undefined,
        (error: { problem?: Problem }) => error.problem ?? { code: 'unexpected' as const, message: 'without words' },
      )
      await idle()
      expectEnded(world, { told, given })
      delete world.refuse
      await background.verbs.settle()
      await background.verbs.signIn('acme', 'in-a-window')
      await idle()
      expect(seen(world)).toMatchObject({ isSignedIn: true, phase: undefined, underway: [] })
      expect(Object.keys(world.alarms)).toEqual(['expiry:acme'])
      await startBackground(world)
      await idle()
      expect(seen(world).pending, 'what could not be removed').toEqual([])
    })

    test.each(calls)('from %s on, and is well again: nothing is called running that nobody runs', async (_, call) => {
      const world = newWorld()
      const { background } = await rested(world)
      refuseFrom(world, background, call)
      await act(background, world).catch(() => undefined)
      await idle()
      delete world.refuse
      await background.verbs.settle()
      await idle()
      const { phase, tab } = seen(world)
      if (phase === 'running') expect([...world.tabs.keys()]).toContain(tab)
    })
  })
}

/** Nobody is left without a word, and no refresh token lives on that nobody holds. */
function expectEnded(world: PoolWorld, { told, given }: { told: Problem | undefined; given: readonly string[] }): void {
  const { phase, problem, tab } = seen(world)
  if (phase === 'running') expect([...world.tabs.keys()], 'only what stands in a tab lives on').toContain(tab)
  for (const one of [told, problem]) {
    if (!one) continue
    expect(one.code).toBe('storage-failed')
    expect(problemInWords(one as Problem).next).not.toBe('')
  }
  const elsewhere = [...world.tabs].filter(([id, url]) => id !== tab && !url.startsWith('chrome-extension:'))
  expect(elsewhere, 'pages whose answer nobody would hear').toEqual([])
  const held = JSON.stringify(world.session)
  const spent = asked(world, 'token').map(({ form }) => form.get('refresh_token'))
  const alive = given.filter((token) => ![...revoked(world), ...spent].includes(token))
  expect(
    alive.filter((token) => !held.includes(`"${token}"`)),
    'tokens that nobody holds',
  ).toEqual([])
}
