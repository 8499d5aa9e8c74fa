import { afterEach, describe, expect, test, vi } from 'vitest'
import { idle } from '../../session/real-work'
import { startBackground } from './background'
import { revoked, seen, two, worldWithPool } from './pool'

afterEach(() => vi.unstubAllGlobals())

const cancelled = { problem: { code: 'sign-in-cancelled' } }
const never = () => new Promise<never>(() => {})

test('a sign-in that is only tried leaves nothing: its tokens are neither kept nor handed out, and are revoked', async () => {
  const world = worldWithPool()
  const { verbs } = await startBackground(world)
  const tried = await verbs.trySignIn('acme')
  expect(tried).toHaveProperty('claims')
  expect(JSON.stringify([tried, world.session, world.local])).not.toMatch(/refresh-1|eyJ/)
  expect(seen(world)).toMatchObject({ isSignedIn: false, accounts: [], pending: [] })
  expect(revoked(world)).toEqual(['refresh-1'])
})

test('the window of a sign-in that was only tried is closed when the background has died over it: it would keep everybody from signing in', async () => {
  const world = worldWithPool()
  const { showPage } = world
  world.showPage = never
  const doomed = await startBackground(world)
  void doomed.verbs.trySignIn('acme')
  await doomed.until(() => world.windows.size > 0)
  await idle()
  doomed.isOver = true
  const next = await startBackground(world)
  await next.verbs.settle()
  expect([world.windows.size, seen(world).pending.length]).toEqual([0, 0])
  world.showPage = showPage
  await next.verbs.signIn('acme', 'in-a-window')
  expect(seen(world).isSignedIn).toBe(true)
})

describe('a sign-in that is only tried and is cancelled', () => {
  test.each([true, false])('ends at once, and its window closes, where there is one: %s', async (pagesLoad) => {
    const world = Object.assign(worldWithPool(), { showPage: never, pagesLoad })
    const { verbs, calls, until } = await startBackground(world)
    const tried = verbs.trySignIn('acme')
    await until(() => calls.includes('window'))
    await verbs.cancelSignIn('acme')
    expect(await tried).toEqual(cancelled)
    await until(() => world.windows.size === 0)
  })

  test('ends in each of two pages that try at once, and so does the window of the first', async () => {
    const world = Object.assign(worldWithPool(), { showPage: never })
    const { verbs, until } = await startBackground(world)
    const tried = [verbs.trySignIn('acme'), verbs.trySignIn('acme')]
    await until(() => world.windows.size > 0)
    await verbs.cancelSignIn('acme')
    expect(await tried[1]).toEqual(cancelled)
    await until(() => world.windows.size === 0)
    expect(await tried[0]).toEqual(cancelled)
    await until(() => seen(world).pending.length === 0)
  })

  test('waits no more behind somebody else’s page, which stays', async () => {
    const world = Object.assign(worldWithPool(), { showPage: never, local: { settings: two } })
    const { verbs, until } = await startBackground(world)
    void verbs.signIn('acme', 'in-a-window')
    await until(() => seen(world).window !== undefined)
    const tried = verbs.trySignIn('other')
    await verbs.cancelSignIn('other')
    expect(await tried).toEqual(cancelled)
    expect([seen(world).phase, world.windows.size]).toEqual(['running', 1])
  })
})
