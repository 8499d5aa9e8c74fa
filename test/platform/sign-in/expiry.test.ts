import { afterEach, describe, expect, test, vi } from 'vitest'
import { idle } from '../../session/real-work'
import { gate, startBackground } from './background'
import { redirectAddress } from './browser-world'
import { asked, changedTo, revoked, seen, store, two, worldWithPool } from './pool'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const now = () => Date.now() / 1000
const pages = {
  nobodyCloses: () => new Promise<never>(() => {}),
  wantPerson: () => Promise.reject(new Error('User interaction required.')),
}

describe('a session that ran out while the network was away', () => {
  /** Tries to renew it at each of these times, in seconds from the first, each time with a background that has just started. */
  async function triedAt(times: readonly number[]) {
    const world = worldWithPool()
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    world.fetch = async () => Response.json({}, { status: 503, headers: { 'retry-after': '9' } })
    store(world, { expiresAt: now() - 8 * 3600 })
    const first = Date.now()
    vi.useFakeTimers({ toFake: ['Date'] })
    for (const time of times) {
      vi.setSystemTime(first + time * 1000)
      await (await startBackground(world)).verbs.settle()
    }
    return world
  }

  test('overnight is renewed as soon as the network is there', async () => {
    const world = await triedAt([0])
    expect(seen(world).isSignedIn).toBe(true)
    expect(world.alarms['expiry:acme']).toBeLessThan(Date.now() + 60_000)
    expect(world.alarms['expiry:acme'], 'nobody is asked without a pause').toBeGreaterThan(Date.now() + 20_000)
    world.fetch = world.op.fetch
    vi.useRealTimers()
    await (await startBackground(world)).verbs.settle()
    expect(seen(world)).toMatchObject({ isSignedIn: true, accounts: [{ refreshToken: 'refresh-2' }] })
    expect(seen(world).accounts[0]).not.toHaveProperty('failing')
  })

  test('is kept when the computer was closed just after the network had gone', async () => {
    expect(seen(await triedAt([0, 30, 8 * 3600, 8 * 3600 + 30])).isSignedIn).toBe(true)
  })

  test('is out of date when the network stays away', async () => {
    const world = await triedAt([0, 90, 180, 270, 360, 450, 540, 630])
    expect(seen(world)).toMatchObject({ isSignedIn: false, accounts: [{ claims: { sub: 'user-1' } }] })
    expect(JSON.stringify(world.session)).not.toMatch(/idToken|accessToken|refreshToken|failing|eyJ/)
  })
})

describe('a session without a refresh token', () => {
  test('keeps no tokens beyond its end, though somebody has had a sign-in page before them for hours', async () => {
    const world = worldWithPool()
    world.local['settings'] = two
    const { verbs, events, until } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    world.showPage = pages.nobodyCloses
    void verbs.signIn('other', 'in-a-window')
    await until(() => world.windows.size > 0)
    store(world, { refreshToken: undefined, expiresAt: now() + 55 })
    void events.alarm.say({ name: 'expiry:acme' } as never)
    await idle()
    expect(seen(world).isSignedIn, 'until its end').toBe(true)
    expect(world.alarms['expiry:acme'], 'the page may be closed by then').toBeLessThan(Date.now() + 35_000)
    expect(world.alarms['expiry:acme']).toBeGreaterThan(Date.now() + 20_000)
    store(world, { expiresAt: now() - 1 })
    void events.alarm.say({ name: 'expiry:acme' } as never)
    await idle()
    expect(seen(world)).toMatchObject({ isSignedIn: false, accounts: [{ claims: { sub: 'user-1' } }] })
  })

  test('is renewed although another needs the window for the same in this moment', async () => {
    const world = worldWithPool()
    world.local['settings'] = two
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    await verbs.signIn('other', 'in-a-window')
    for (const id of ['acme', 'other']) {
      const [{ refreshToken: _, ...account } = {}] = world.session[`accounts:${id}`] as readonly { refreshToken?: string }[]
      world.session[`accounts:${id}`] = [{ ...account, expiresAt: now() - 3600 }]
    }
    await verbs.settle()
    const ends = ['acme', 'other'].map((id) => (world.session[`accounts:${id}`] as readonly { expiresAt: number }[])[0]?.expiresAt ?? 0)
    for (const end of ends) expect(end).toBeGreaterThan(now())
  })
})

test('where somebody else is signed in at the provider by now, a session is not renewed as theirs', async () => {
  const world = worldWithPool()
  const { verbs } = await startBackground(world)
  await verbs.signIn('acme', 'in-a-window')
  store(world, { claims: { sub: 'user-0' }, refreshToken: undefined, expiresAt: now() - 1 })
  await verbs.settle()
  await idle()
  expect(seen(world)).toMatchObject({ isSignedIn: false, accounts: [{ claims: { sub: 'user-0' } }] })
  expect(revoked(world), 'nobody asked for these').toEqual(['refresh-1'])
})

test('a renewal that comes after the same person has signed in again changes nothing', async () => {
  const world = worldWithPool()
  const { verbs, until } = await startBackground(world)
  await verbs.signIn('acme', 'in-a-window')
  store(world, { expiresAt: now() - 1 })
  const { opened, open } = gate()
  let isAsked = false
  world.fetch = async (input, init) => {
    const answer = await world.op.fetch(input, init)
    if (!new Request(input).url.endsWith('/token')) return answer
    isAsked = true
    await opened
    return answer
  }
  const settled = verbs.settle()
  await until(() => isAsked)
  store(world, { signedInAt: now(), expiresAt: now() + 3600, refreshToken: 'newer' })
  open()
  await settled
  await idle()
  expect(seen(world)).toMatchObject({ isSignedIn: true, accounts: [{ refreshToken: 'newer' }] })
  expect(revoked(world)).toEqual(['refresh-2'])
})

test('a renewal that is refused after the same person has signed in again revokes nothing: that would end the new sign-in with some providers', async () => {
  const world = worldWithPool()
  const { verbs, until } = await startBackground(world)
  await verbs.signIn('acme', 'in-a-window')
  store(world, { expiresAt: now() - 1 })
  world.showPage = pages.wantPerson
  const { opened, open } = gate()
  let isAsked = false
  world.fetch = async (input, init) => {
    if (!new Request(input).url.endsWith('/token')) return world.op.fetch(input, init)
    isAsked = true
    await opened
    return Response.json({ error: 'invalid_grant' }, { status: 400 })
  }
  const settled = verbs.settle()
  await until(() => isAsked)
  store(world, { signedInAt: now(), expiresAt: now() + 3600, refreshToken: 'newer', earlier: ['refresh-1'] })
  open()
  await settled
  await idle()
  expect(seen(world)).toMatchObject({ isSignedIn: true, accounts: [{ refreshToken: 'newer' }] })
  expect(revoked(world)).toEqual([])
})

test('whoever was not the last to sign in is not looked for in the provider’s own session, which is another’s', async () => {
  const world = worldWithPool()
  const { verbs } = await startBackground(world)
  await verbs.signIn('acme', 'in-a-window')
  const [later] = world.session['accounts:acme'] as readonly object[]
  const { refreshToken: _, ...earlier } = { ...later, refreshToken: '', claims: { sub: 'user-0' }, signedInAt: 9, expiresAt: now() - 1 }
  world.session['accounts:acme'] = [later, earlier]
  const shown: string[] = []
  world.showPage = async (url) => {
    shown.push(url)
    return pages.wantPerson()
  }
  await verbs.settle()
  await idle()
  expect(shown).toEqual([])
  expect(seen(world).accounts[1]).not.toHaveProperty('accessToken')
})

describe('a renewal that went wrong is come back to', () => {
  test('when it could not be stored', async () => {
    const world = worldWithPool()
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    store(world, { expiresAt: now() + 1 })
    world.alarms = {}
    world.refuse = (call) => (call.startsWith('session.set accounts') ? new Error('Session storage quota bytes exceeded.') : undefined)
    await verbs.settle()
    expect(world.alarms['expiry:acme'], 'but not at once').toBeGreaterThan(Date.now() + 20_000)
  })

  test('when not even what there is could be read', async () => {
    const world = worldWithPool()
    const { verbs, events } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    world.alarms = {}
    world.refuse = (call) => (call === 'session.get' ? new Error('IO error') : undefined)
    await events.alarm.say({ name: 'expiry:acme' } as never)
    await idle()
    expect(world.alarms['expiry:acme']).toBeGreaterThan(Date.now() + 20_000)
  })

  test('when the background died over it', async () => {
    const world = worldWithPool()
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    world.alarms = {} // the one that woke it
    await startBackground(world)
    await idle()
    expect(Object.keys(world.alarms)).toEqual(['expiry:acme'])
  })
})

test('of several accounts the one that runs out first is seen to, a minute before, and no alarm of anybody else’s does it', async () => {
  const world = worldWithPool()
  await (await startBackground(world)).verbs.signIn('acme', 'in-a-window')
  const end = Math.floor(now()) + 1000
  const [account] = world.session['accounts:acme'] as readonly object[]
  world.session['accounts:acme'] = [
    { ...account, expiresAt: end + 500 },
    { ...account, claims: { sub: 'user-2' }, expiresAt: end },
  ]
  world.alarms = {}
  const { events, calls } = await startBackground(world)
  await idle()
  expect(world.alarms).toEqual({ 'expiry:acme': (end - 60) * 1000 })
  const before = calls.length
  await events.alarm.say({ name: 'discovery' } as never)
  await idle()
  expect(calls).toHaveLength(before)
})

test('a session that still holds for more than a minute is not renewed when one of our pages opens', async () => {
  const world = worldWithPool()
  const { verbs } = await startBackground(world)
  await verbs.signIn('acme', 'in-a-window')
  for (const [left, renewals] of [
    [90, 0],
    [59, 1],
  ] as const) {
    store(world, { expiresAt: now() + left })
    await verbs.settle()
    expect(asked(world, 'token')).toHaveLength(1 + renewals)
  }
})

test('a session whose provider has too much to do for a silent sign-in is kept until it has not', async () => {
  const world = worldWithPool()
  const { verbs } = await startBackground(world)
  await verbs.signIn('acme', 'in-a-window')
  store(world, { expiresAt: now() - 1, refreshToken: undefined })
  const { showPage } = world
  world.showPage = async (url) => `${redirectAddress}?error=temporarily_unavailable&state=${new URL(url).searchParams.get('state')}`
  await verbs.settle()
  expect(seen(world).isSignedIn).toBe(true)
  world.showPage = showPage
  await verbs.settle()
  expect(seen(world).accounts[0]?.['expiresAt']).toBeGreaterThan(now())
})

describe('a refresh token', () => {
  test('that works once is not used up while the keys cannot be read', async () => {
    const world = worldWithPool()
    await (await startBackground(world)).verbs.signIn('acme', 'in-a-window')
    const { verbs } = await startBackground(world) // keys are no longer in memory
    world.showPage = pages.wantPerson
    store(world, { expiresAt: now() - 1 })
    world.fetch = async (input, init) =>
      new Request(input).url.endsWith('/jwks')
        ? new Response('', { status: 503, headers: { 'retry-after': '9' } })
        : world.op.fetch(input, init)
    await verbs.settle()
    expect(asked(world, 'token')).toHaveLength(1)
    world.fetch = world.op.fetch
    await verbs.settle()
    expect(seen(world)).toMatchObject({ isSignedIn: true, accounts: [{ refreshToken: 'refresh-2' }] })
  })

  /** A signed-in person whose refresh token is answered like this at the end of their session. */
  async function answeredWith(error: string, status: number) {
    const world = worldWithPool()
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    store(world, { expiresAt: now() - 1 })
    world.fetch = async (input, init) =>
      String(init?.body).includes('grant_type=refresh_token') ? Response.json({ error }, { status }) : world.op.fetch(input, init)
    return { world, verbs }
  }

  test.each(['invalid_grant', 'invalid_request', 'unauthorized_client', 'invalid_scope'])(
    'that is refused with %s leaves the provider’s own session to renew by',
    async (error) => {
      const { world, verbs } = await answeredWith(error, 400)
      await verbs.settle()
      expect(seen(world)).toMatchObject({ isSignedIn: true, accounts: [{ claims: { sub: 'user-1' } }] })
      expect(seen(world).accounts[0]?.['expiresAt']).toBeGreaterThan(now())
    },
  )

  test('whose answer has no ID token, which it need not have, leaves it to that as well', async () => {
    const world = worldWithPool()
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    store(world, { expiresAt: now() - 1 })
    world.fetch = async (input, init) =>
      String(init?.body).includes('grant_type=refresh_token')
        ? Response.json({ access_token: 'another', token_type: 'Bearer', expires_in: 300 })
        : world.op.fetch(input, init)
    await verbs.settle()
    expect(seen(world)).toMatchObject({ isSignedIn: true, accounts: [{ claims: { sub: 'user-1' } }] })
    expect(seen(world).accounts[0]?.['expiresAt']).toBeGreaterThan(now())
  })

  test.each([
    ['server_error', 500],
    ['temporarily_unavailable', 503],
  ])('that is answered with %s is kept and sent again', async (error, status) => {
    const { world, verbs } = await answeredWith(error, status)
    world.showPage = pages.wantPerson
    await verbs.settle()
    expect(seen(world)).toMatchObject({ isSignedIn: true, accounts: [{ refreshToken: 'refresh-1' }] })
    world.fetch = world.op.fetch
    await verbs.settle()
    expect(seen(world)).toMatchObject({ isSignedIn: true, accounts: [{ refreshToken: 'refresh-2' }] })
  })

  test('of a session that cannot be renewed any more is revoked, and so is what came of it', async () => {
    const world = worldWithPool([{ at: 'refresh.id_token.claims', op: 'set', key: 'email', value: 'a@elsewhere.example' }])
    world.local['settings'] = changedTo({ allowedDomains: ['example.com'] })
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    store(world, { expiresAt: now() - 1 })
    await verbs.settle()
    await idle()
    expect(seen(world).isSignedIn).toBe(false)
    expect([...revoked(world)].sort()).toEqual(['refresh-1', 'refresh-2'])
  })

  test('is sent nowhere after a new token that was refused', async () => {
    const world = worldWithPool([{ at: 'refresh.id_token.claims', op: 'set', key: 'sub', value: 'somebody else' }])
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    store(world, { expiresAt: now() - 1 })
    await verbs.settle()
    await idle()
    expect(seen(world).isSignedIn).toBe(false)
    expect(revoked(world)).toEqual([])
  })

  test('of somebody who is not let in is revoked', async () => {
    const world = worldWithPool([{ at: 'id_token.claims', op: 'set', key: 'email', value: 'a@elsewhere.example' }])
    world.local['settings'] = changedTo({ allowedDomains: ['example.com'] })
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    await idle()
    expect(seen(world).problem?.code).toBe('email-domain-not-allowed')
    expect(revoked(world)).toEqual(['refresh-1'])
  })
})
