import { afterEach, describe, expect, test, vi } from 'vitest'
import { misbehavingOp } from '../../session/misbehaving-op'
import { idle } from '../../session/real-work'
import { startBackground } from './background'
import { asked, changedTo, revoked, seen, store, two, worldWithPool } from './pool'

afterEach(() => vi.unstubAllGlobals())

const changed = { settings: {} } as never

describe('a provider that is another one now under the same name', () => {
  test('never sees the refresh token of the one before', async () => {
    const world = worldWithPool()
    const { verbs, events } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    const elsewhere = misbehavingOp('https://elsewhere.example/pool', 'latchkey', [])
    world.fetch = (input, init) =>
      new Request(input).url.startsWith('https://elsewhere.example') ? elsewhere.fetch(input, init) : world.op.fetch(input, init)
    world.local['settings'] = changedTo({ endpoints: { issuer: 'https://elsewhere.example/pool' } })
    store(world, { expiresAt: Date.now() / 1000 + 1 })
    void events.changed.say(changed, 'local' as never)
    await verbs.settle() // somebody opens the popup in this very moment
    await idle()
    expect(elsewhere.seen.map(({ form }) => form.get('refresh_token')).filter(Boolean)).toEqual([])
    expect(revoked(world)).toEqual(['refresh-1'])
    expect(seen(world).accounts).toEqual([])
  })

  test('keeps no account of the one before, though the background died over the change', async () => {
    const world = worldWithPool()
    const first = await startBackground(world)
    await first.verbs.signIn('acme', 'in-a-window')
    const doomed = await startBackground(world)
    await idle()
    world.local['settings'] = changedTo({ clientId: 'another' })
    Object.assign(doomed, { death: { call: doomed.calls.length + 1, when: 'before' } })
    void doomed.events.changed.say(changed, 'local' as never)
    await doomed.until(() => doomed.isOver)
    await startBackground(world)
    await idle()
    expect(seen(world).accounts).toEqual([])
    expect(asked(world, 'revocation')).toHaveLength(1)
  })
})

test.each(['in-a-window', 'in-a-tab'] as const)('a provider that there is not is signed in at by nobody, %s', async (how) => {
  const world = worldWithPool()
  world.local['settings'] = { version: 1, sites: [], providers: [] }
  const { verbs } = await startBackground(world)
  await verbs.signIn('acme', how)
  expect(seen(world)).toMatchObject({ problem: { code: 'settings-changed' }, underway: [] })
  expect([world.tabs.size, world.windows.size, world.op.seen.length]).toEqual([0, 0, 0])
})

test('accounts of a provider that is gone are forgotten, though a sign-in that is stopped for it cannot store its end', async () => {
  const world = worldWithPool()
  world.local['settings'] = two
  const { verbs, events, until } = await startBackground(world)
  await verbs.signIn('acme', 'in-a-window')
  world.showPage = () => new Promise(() => {})
  const stopped = verbs.signIn('other', 'in-a-window').catch((error: unknown) => error)
  await until(() => world.windows.size > 0)
  await idle()
  world.local['settings'] = { version: 1, sites: [], providers: [] }
  world.refuse = (call) => (call === 'session.set sign-in:other' ? new Error('Session storage quota bytes exceeded.') : undefined)
  void events.changed.say(changed, 'local' as never)
  await idle()
  expect(seen(world).accounts).toEqual([])
  await expect(stopped, 'whoever asked for it is told').resolves.toMatchObject({ problem: { code: 'storage-failed' } })
})
