import { afterEach, describe, expect, test, vi } from 'vitest'
import { idle } from '../../session/real-work'
import { startBackground } from './background'
import { changedTo, revoked, seen, worldWithPool } from './pool'

afterEach(() => vi.unstubAllGlobals())

const never = () => new Promise<never>(() => {})
const failed = { phase: 'failed', at: 9, problem: { code: 'sign-in-cancelled' } }

/** Somebody is signed in, and a later try has failed. */
async function signedInAndFailed() {
  const world = worldWithPool()
  const background = await startBackground(world)
  await background.verbs.signIn('acme', 'in-a-window')
  world.session['sign-in:acme'] = failed
  return { world, ...background }
}

describe('what is said of a sign-in that failed', () => {
  test('is said no more once the person has signed out', async () => {
    const { world, verbs } = await signedInAndFailed()
    await verbs.signOut('acme')
    expect(seen(world)).toMatchObject({ accounts: [], phase: undefined })
  })

  test('is said no more once the site was logged out of', async () => {
    const { world, dropSession } = await signedInAndFailed()
    await dropSession('acme')
    expect(seen(world)).toMatchObject({ accounts: [], phase: undefined })
  })
})

describe('a background that starts', () => {
  test('says that a sign-in was interrupted, though the person had signed in before', async () => {
    const world = worldWithPool()
    await (await startBackground(world)).verbs.signIn('acme', 'in-a-window')
    world.session['sign-in:acme'] = { phase: 'running', since: Date.now() / 1000 + 1 }
    await startBackground(world)
    await idle()
    expect(seen(world)).toMatchObject({ isSignedIn: true, problem: { code: 'sign-in-interrupted' } })
  })

  test('says of a tab that was closed meanwhile that the sign-in was cancelled', async () => {
    const world = worldWithPool()
    await (await startBackground(world)).verbs.signIn('acme', 'in-a-tab')
    world.tabs.clear()
    await startBackground(world)
    await idle()
    expect(seen(world)).toMatchObject({ problem: { code: 'sign-in-cancelled' }, pending: [], underway: [] })
  })
})

describe('the page of a sign-in', () => {
  const page = (statusCode: number) => ({ tabId: -1, url: 'https://login.op.example/pool/authorize', statusCode }) as never

  test('that is broken is said while it is shown, and no longer once a good one has come', async () => {
    const world = Object.assign(worldWithPool(), { showPage: never })
    const { verbs, events, until } = await startBackground(world)
    void verbs.signIn('acme', 'in-a-window')
    await until(() => world.windows.size > 0)
    const said = () => (world.session['sign-in:acme'] as { page?: { code: string } }).page?.code
    void events.page.say(page(503))
    await idle()
    expect(said()).toBe('provider-busy')
    void events.page.say(page(200))
    await idle()
    expect(said()).toBeUndefined()
  })

  test('that comes after the sign-in was cancelled is nobody’s business', async () => {
    const world = Object.assign(worldWithPool(), { showPage: never, pagesLoad: false })
    const { verbs, events, calls, until } = await startBackground(world)
    void verbs.signIn('acme', 'in-a-window')
    await until(() => calls.includes('window'))
    await verbs.cancelSignIn('acme')
    void events.page.say(page(503))
    await idle()
    expect(world.session).not.toHaveProperty('sign-in:acme')
  })
})

test('a sign-in is cancelled though its tab has just been closed', async () => {
  const world = worldWithPool()
  const { verbs } = await startBackground(world)
  await verbs.signIn('acme', 'in-a-tab')
  world.refuse = (call) => (call === 'tabs.remove' ? new Error('No tab with id: 101.') : undefined)
  await verbs.cancelSignIn('acme')
  expect(seen(world)).toMatchObject({ phase: undefined, pending: [], underway: [] })
})

test.each([
  ['is gone', { version: 1, sites: [], providers: [] }],
  ['is another kind now', changedTo({ kind: 'unheard-of' })],
])('whoever signs out at a provider that %s has their tokens revoked all the same', async (_, after) => {
  const world = worldWithPool()
  const { verbs } = await startBackground(world)
  await verbs.signIn('acme', 'in-a-window')
  world.local['settings'] = after
  await verbs.signOut('acme')
  expect(revoked(world)).toEqual(['refresh-1'])
  expect(seen(world)).toMatchObject({ accounts: [], phase: undefined })
})

test('whoever signs out is told that the refresh token may live on, though the provider’s own session has ended', async () => {
  const world = worldWithPool()
  const { verbs } = await startBackground(world)
  await verbs.signIn('acme', 'in-a-window')
  world.fetch = async (input, init) =>
    new Request(input).url.endsWith('/revoke') ? new Response('', { status: 403 }) : world.op.fetch(input, init)
  await verbs.signOut('acme')
  expect(seen(world)).toMatchObject({ accounts: [], problem: { code: 'sign-out-unheard' } })
})
