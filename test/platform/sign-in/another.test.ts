import { afterEach, describe, expect, test, vi } from 'vitest'
import { idle } from '../../session/real-work'
import { startBackground } from './background'
import { asked, type PoolWorld, seen, store, worldWithPool } from './pool'

afterEach(() => vi.unstubAllGlobals())

type Stored = Readonly<Record<string, unknown>> & { readonly claims: object }
const prompts = (world: PoolWorld) => asked(world, 'authorization').map(({ url }) => url.searchParams.get('prompt'))
const names = (world: PoolWorld) => seen(world).accounts.map(({ claims }) => (claims as { sub: string }).sub)

/** user-0 is in front, and user-1, who is the one that the provider knows, behind. */
async function twoAccounts({ front = {}, other = {} }: { front?: object; other?: object } = {}) {
  const world = worldWithPool()
  const background = await startBackground(world)
  await background.verbs.signIn('acme', 'in-a-window')
  const [session] = seen(world).accounts as readonly Stored[]
  world.session['accounts:acme'] = [
    { ...session, claims: { ...session?.claims, sub: 'user-0' }, ...front },
    { ...session, ...other },
  ]
  world.op.seen.length = 0
  return { world, ...background }
}

describe('another account', () => {
  test('may be one that had signed in before', async () => {
    const { world, verbs } = await twoAccounts({ other: { expiresAt: Date.now() / 1000 - 9 } })
    await verbs.signIn('acme', 'as-another')
    expect(names(world)).toEqual(['user-1', 'user-0'])
    expect(seen(world).problem).toBeUndefined()
  })

  test.each(['as-another', 'as-another-in-a-tab'] as const)('wanted %s that turns out to be the same is said', async (how) => {
    const world = worldWithPool()
    const { verbs, events, until } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    await verbs.signIn('acme', how)
    for (const [tabId, url] of world.tabs) void events.request.say({ tabId, url: world.op.visit(url) } as never)
    await until(() => seen(world).phase === 'failed')
    expect(seen(world).problem?.code).toBe('same-account')
    expect(prompts(world)).toEqual(expect.arrayContaining([null, 'login']))
  })

  test('is remembered to have been wanted when that was cancelled', async () => {
    const world = worldWithPool()
    world.showPage = () => Promise.reject(new Error('The user did not approve access.'))
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'as-another')
    expect(world.session['sign-in:acme']).toMatchObject({ phase: 'failed', problem: { code: 'sign-in-cancelled' }, isAfresh: true })
    await verbs.signIn('acme', 'in-a-window')
    expect(world.session['sign-in:acme']).not.toHaveProperty('isAfresh')
  })
})

describe('signing in again', () => {
  test('as somebody who has run out asks who it is, where another has signed in since', async () => {
    const { world, verbs } = await twoAccounts({ front: { expiresAt: Date.now() / 1000 - 9, signedInAt: 9 } })
    await verbs.signIn('acme', 'in-a-window')
    expect(prompts(world)).toEqual(['login'])
    expect(seen(world).problem?.code, 'it is that other one all the same').toBe('same-account')
  })

  test('as the one who signed in last asks nothing', async () => {
    const { world, verbs } = await twoAccounts()
    store(world, { signedInAt: Date.now() / 1000 + 1 })
    await verbs.signIn('acme', 'in-a-window')
    await idle()
    expect(prompts(world)).toEqual([null])
    expect(seen(world).problem).toBeUndefined()
  })
})

describe('a sign-in behind a connection check', () => {
  test('says that it waits', async () => {
    const world = worldWithPool()
    const { showPage } = world
    let go = () => {}
    world.showPage = async (url, interactive) => {
      await new Promise<void>((on) => (go = on))
      return showPage(url, interactive)
    }
    const { verbs, until } = await startBackground(world)
    void verbs.trySignIn('acme')
    await until(() => world.windows.size > 0)
    void verbs.signIn('acme', 'in-a-window')
    await until(() => seen(world).phase === 'running')
    expect(world.session['sign-in:acme']).toMatchObject({ isWaiting: true })
    await until(() => String(go) !== '() => {}')
    go()
    await until(() => seen(world).window !== undefined)
    expect(world.session['sign-in:acme']).not.toHaveProperty('isWaiting')
    go()
  })
})
