import { afterEach, describe, expect, test, vi } from 'vitest'
import { idle } from '../../session/real-work'
import { type Background, gate, startBackground } from './background'
import { asked, type PoolWorld, revoked, seen, store, worldWithPool } from './pool'

afterEach(() => vi.unstubAllGlobals())

/** The provider's logout takes until `open` is called; the sign-in page never ends. */
async function leaving(world: PoolWorld, { verbs, until }: Background, fails = false) {
  await verbs.signIn('acme', 'in-a-window')
  const { showPage } = world
  const { opened, open } = gate()
  let isAsked = false
  world.showPage = async (url, interactive) => {
    if (interactive) return new Promise<never>(() => {})
    isAsked = true
    await opened
    if (fails) throw new Error('Authorization page could not be loaded.')
    return showPage(url, interactive)
  }
  const left = verbs.signOut('acme')
  await until(() => isAsked)
  return { left, open }
}

describe.each(['in-a-tab', 'in-a-window'] as const)('a sign-in %s beside a running sign-out', (how) => {
  test('is shown as running and waiting, and can be cancelled', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    const { left, open } = await leaving(world, background)
    const signed = background.verbs.signIn('acme', how)
    await background.until(() => seen(world).phase === 'running')
    expect(world.session['sign-in:acme']).toMatchObject({ isWaiting: true })
    await background.verbs.cancelSignIn('acme')
    world.op.seen.length = 0
    open()
    await Promise.all([left, signed])
    await idle()
    expect(asked(world, 'discovery'), 'nobody wants to sign in any more').toEqual([])
    expect(world.tabs.size).toBe(0)
    expect(seen(world)).toMatchObject({ isSignedIn: false, phase: undefined, pending: [], underway: [] })
  })

  test('is shown as running throughout, though the sign-out ends with a problem', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    const { left, open } = await leaving(world, background, true)
    void background.verbs.signIn('acme', how)
    await background.until(() => seen(world).phase === 'running')
    const phases: (string | undefined)[] = []
    world.refuse = () => void phases.push(seen(world).phase)
    open()
    await left
    await background.until(() => !('isWaiting' in (world.session['sign-in:acme'] as object)))
    phases.push(seen(world).phase)
    expect([...new Set(phases)]).toEqual(['running'])
  })

  test('that is asked for in the same moment is shown as running in the end', async () => {
    const world = worldWithPool()
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    world.showPage = () => new Promise(() => {})
    void verbs.signOut('acme')
    void verbs.signIn('acme', how)
    await idle()
    expect(seen(world)).toMatchObject({ accounts: [], phase: 'running' })
  })
})

describe('a sign-out while somebody else is signing in, in a window', () => {
  test('ends that, and closes the window', async () => {
    const world = worldWithPool()
    const { verbs, until } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    const { showPage } = world
    const { opened, open } = gate()
    world.showPage = async (url, interactive) => {
      if (interactive) await opened
      return showPage(url, interactive)
    }
    const again = verbs.signIn('acme', 'as-another')
    await until(() => seen(world).window !== undefined)
    const left = verbs.signOut('acme')
    await again
    await idle()
    expect([...world.windows.keys()]).toEqual([])
    open()
    await left
    await idle()
    expect(seen(world)).toMatchObject({ accounts: [], phase: undefined, pending: [], underway: [] })
  })

  test('signs out whoever was in front when it was asked for', async () => {
    const world = worldWithPool()
    const { verbs, until } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    const [session] = seen(world).accounts
    store(world, { claims: { ...(session?.['claims'] as object), sub: 'user-0' }, refreshToken: 'of user-0', signedInAt: 9 })
    const ended: string[] = []
    const { showPage } = world
    world.showPage = async (url, interactive) => {
      if (!interactive) ended.push(url)
      return showPage(url, interactive)
    }
    // The other one is through in the very moment of the sign-out.
    let left: Promise<void> | undefined
    world.refuse = (call) => {
      if (call === 'local.get' && asked(world, 'userinfo').length === 2) left ??= verbs.signOut('acme')
      return undefined
    }
    await verbs.signIn('acme', 'as-another')
    await until(() => left !== undefined)
    await left
    expect(seen(world).accounts.map(({ claims }) => (claims as { sub: string }).sub)).toEqual(['user-1'])
    expect(revoked(world)).toEqual(['of user-0'])
    expect(ended, 'the provider’s session is another’s').toEqual([])
  })
})

describe('a sign-out in the moment of a renewal', () => {
  /** Signs out when the renewal is about to be stored. */
  async function renewedWhileLeaving(over: object) {
    const world = worldWithPool()
    const { verbs, browser } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    const { set } = browser.storage.session
    let left: Promise<void> | undefined
    vi.spyOn(browser.storage.session, 'set').mockImplementation(async (values) => {
      if ('accounts:acme' in values) left ??= verbs.signOut('acme')
      await idle() // a write takes a moment, as in a browser
      return set(values)
    })
    store(world, { expiresAt: Date.now() / 1000, ...over })
    await verbs.settle()
    await left
    await idle()
    return world
  }

  test('revokes the refresh token that has just come', async () => {
    const world = await renewedWhileLeaving({})
    expect(seen(world).accounts).toEqual([])
    expect(revoked(world)).toContain('refresh-2')
  })

  test('leaves nobody signed in, though the renewal was a sign-in without a window', async () => {
    const world = await renewedWhileLeaving({ refreshToken: undefined })
    expect(seen(world).accounts).toEqual([])
  })
})

describe('what signing out revokes', () => {
  test('is the refresh tokens of all sign-ins of the person', async () => {
    const world = worldWithPool()
    const { verbs } = await startBackground(world)
    const { fetch } = world
    let count = 0
    world.fetch = async (input, init) => {
      const answer = await fetch(input, init)
      if (!new Request(input).url.endsWith('/token')) return answer
      count += 1
      return Response.json({ ...((await answer.json()) as object), refresh_token: `of sign-in ${count}` })
    }
    for (let time = 0; time < 3; time += 1) await verbs.signIn('acme', 'in-a-window')
    expect(revoked(world), 'some providers would end the new sign-in with it').toEqual([])
    await verbs.signOut('acme')
    expect([...revoked(world)].sort()).toEqual(['of sign-in 1', 'of sign-in 2', 'of sign-in 3'])
  })

  test.each([
    ['of somebody who is signed in', {}],
    ['of somebody who is out of date', { idToken: undefined, accessToken: undefined, refreshToken: undefined }],
  ])('%s is said where it was not heard, without a word of sign-out URLs', async (_, over) => {
    const world = worldWithPool()
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    store(world, over)
    world.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    world.showPage = () => Promise.reject(new Error('Authorization page could not be loaded.'))
    await verbs.signOut('acme')
    expect(seen(world)).toMatchObject({ accounts: [], problem: { code: 'sign-out-unheard' } })
  })

  test('is all that is left where the provider’s own session could not be ended, and the URL for that is named', async () => {
    const world = worldWithPool()
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    world.showPage = () => Promise.reject(new Error('Authorization page could not be loaded.'))
    await verbs.signOut('acme')
    expect(revoked(world)).toEqual(['refresh-1'])
    expect(seen(world).problem).toEqual({ code: 'sign-out-incomplete', logoutUri: 'https://latchkey.chromiumapp.org/signed-out' })
  })
})
