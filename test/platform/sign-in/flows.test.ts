import { afterEach, describe, expect, test, vi } from 'vitest'
import { idle } from '../../session/real-work'
import { startBackground } from './background'
import { answerInTab, asked as askedOf, issuer, type PoolWorld, runOut, seen, settings, two, worldWithPool } from './pool'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A window that stays open until `close` is called. */
function openWindow() {
  let close = (_: Error) => {}
  const shown = new Promise<never>((_, reject) => {
    close = reject
  })
  return { showPage: () => shown, close: () => close(new Error('The user did not approve access.')) }
}
const asked = (world: PoolWorld, endpoint: string) => askedOf(world, endpoint).length

describe('one sign-in at a time', () => {
  test('a hundred askers at once share one, and all hear of its end', async () => {
    const world = worldWithPool()
    const { verbs } = await startBackground(world)
    await Promise.all(Array.from({ length: 100 }, () => verbs.signIn('acme', 'in-a-window')))
    expect(seen(world).isSignedIn).toBe(true)
    expect([asked(world, 'authorization'), asked(world, 'token')]).toEqual([1, 1])
  })

  test('while somebody is being signed out no tab opens until the provider has forgotten them', async () => {
    const world = worldWithPool()
    const { showPage } = world
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    const tabsMeanwhile: number[] = []
    world.showPage = async (url, interactive) => {
      await idle()
      tabsMeanwhile.push(world.tabs.size)
      return showPage(url, interactive)
    }
    await Promise.all([verbs.signOut('acme'), verbs.signIn('acme', 'in-a-tab')])
    expect(tabsMeanwhile, 'while the provider’s own session ends').toEqual([0])
    expect(world.tabs.size).toBe(1)
  })

  test('while somebody is being signed out it waits until the provider has forgotten them', async () => {
    const world = worldWithPool()
    const { showPage } = world
    const shown: string[] = []
    world.showPage = (url, interactive) => {
      shown.push(interactive ? 'sign-in' : 'sign-out')
      return showPage(url, interactive)
    }
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    await Promise.all([verbs.signOut('acme'), verbs.signIn('acme', 'in-a-window')])
    expect(shown).toEqual(['sign-in', 'sign-out', 'sign-in'])
    expect(seen(world).isSignedIn).toBe(true)
  })

  test('at another provider it waits, says so, and can be cancelled while it waits', async () => {
    const world = worldWithPool()
    world.local['settings'] = two
    const window = openWindow()
    world.showPage = window.showPage
    const { verbs, until } = await startBackground(world)
    const first = verbs.signIn('acme', 'in-a-window')
    await until(() => seen(world).window !== undefined)
    const second = verbs.signIn('other', 'in-a-window')
    await until(() => (world.session['sign-in:other'] as { isWaiting?: true } | undefined)?.isWaiting === true)
    await verbs.cancelSignIn('other')
    await second
    expect(world.session).not.toHaveProperty('sign-in:other')
    window.close()
    await first
    expect(seen(world).problem?.code).toBe('sign-in-cancelled')
  })

  test('at another provider it waits and says so, though both are asked for in the same moment', async () => {
    const world = worldWithPool()
    world.local['settings'] = two
    world.showPage = openWindow().showPage
    const { verbs, until } = await startBackground(world)
    void verbs.signIn('acme', 'in-a-window')
    void verbs.signIn('other', 'in-a-window')
    await until(() => world.windows.size > 0)
    await idle()
    expect(world.session['sign-in:other']).toMatchObject({ phase: 'running', isWaiting: true })
    expect(world.session['sign-in:acme']).not.toHaveProperty('isWaiting')
  })

  test('at another provider it goes on once the first is over', async () => {
    const world = worldWithPool()
    world.local['settings'] = two
    const { verbs } = await startBackground(world)
    await Promise.all([verbs.signIn('acme', 'in-a-window'), verbs.signIn('other', 'in-a-window')])
    expect(Object.keys(world.session).sort()).toEqual(['accounts:acme', 'accounts:other'])
  })
})

describe('cancelling', () => {
  test('closes the window, keeps nothing, and lets the next try begin', async () => {
    const world = worldWithPool()
    const { showPage } = world
    const window = openWindow()
    world.showPage = window.showPage
    const { verbs, until } = await startBackground(world)
    const ended = verbs.signIn('acme', 'in-a-window')
    await until(() => seen(world).window !== undefined)
    await verbs.cancelSignIn('acme')
    await ended
    expect([...world.windows.keys()]).toEqual([])
    expect(seen(world)).toMatchObject({ phase: undefined, underway: [] })
    window.close()
    world.showPage = showPage
    await verbs.signIn('acme', 'in-a-window')
    expect(seen(world)).toMatchObject({ isSignedIn: true, pending: [] })
  })

  test('a page that never comes, which no browser can be told to give up: the next try is not behind it for ever', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const world = worldWithPool()
    Object.assign(world, { pagesLoad: false, showPage: () => new Promise(() => {}) })
    const { verbs, calls, until } = await startBackground(world)
    const ended = verbs.signIn('acme', 'in-a-window')
    await until(() => calls.includes('window'))
    await verbs.cancelSignIn('acme')
    await ended
    const again = verbs.signIn('acme', 'in-a-window')
    await idle()
    expect(seen(world).phase).toBe('running')
    await vi.advanceTimersByTimeAsync(11_000)
    await again
    expect(seen(world)).toMatchObject({ problem: { code: 'sign-in-busy' }, pending: [], underway: [] })
  })

  test('in the moment in which it begins leaves nothing that says “running”', async () => {
    const world = worldWithPool()
    const { verbs } = await startBackground(world)
    const ended = verbs.signIn('acme', 'in-a-window')
    await verbs.cancelSignIn('acme')
    await ended
    expect(seen(world)).toMatchObject({ accounts: [], phase: undefined, pending: [], underway: [] })
  })

  test('when tokens come all the same, they are revoked and not kept', async () => {
    const world = worldWithPool()
    let answer = () => {}
    const { fetch } = world
    world.fetch = async (input, init) => {
      if (new Request(input, init).url.endsWith('/token')) await new Promise<void>((go) => (answer = go))
      return fetch(input, init)
    }
    const { verbs, until } = await startBackground(world)
    const ended = verbs.signIn('acme', 'in-a-window')
    await until(() => asked(world, 'authorization') === 1 && String(answer) !== '() => {}')
    await verbs.cancelSignIn('acme')
    await ended
    answer()
    await until(() => asked(world, 'revocation') === 1)
    expect(seen(world)).toMatchObject({ accounts: [], phase: undefined })
  })
})

describe('the settings change', () => {
  const changed = { settings: {} } as never
  const none = { version: 1, sites: [], providers: [] }
  test.each<[string, object]>([
    ['takes the provider away', none],
    ['makes another of it', { ...settings, providers: [{ ...settings.providers[0], clientId: 'another' }] }],
  ])('in mid-sign-in and that %s: nothing of it is kept, and it is said', async (_, after) => {
    const world = worldWithPool()
    const window = openWindow()
    world.showPage = window.showPage
    const { verbs, events, until } = await startBackground(world)
    const ended = verbs.signIn('acme', 'in-a-window')
    await until(() => seen(world).window !== undefined)
    world.local['settings'] = after
    void events.changed.say(changed, 'local' as never)
    await ended
    expect(seen(world)).toMatchObject({ accounts: [], problem: { code: 'settings-changed' } })
    expect([...world.windows.keys()]).toEqual([])
    window.close()
  })

  test('elsewhere in mid-sign-in: it goes on', async () => {
    const world = worldWithPool()
    const window = openWindow()
    world.showPage = window.showPage
    const { verbs, events, until } = await startBackground(world)
    void verbs.signIn('acme', 'in-a-window')
    await until(() => seen(world).window !== undefined)
    world.local['settings'] = two
    void events.changed.say(changed, 'local' as never)
    await idle()
    expect(seen(world).phase).toBe('running')
    expect(world.windows.size).toBe(1)
  })

  test('just before the tokens come: they are revoked', async () => {
    const world = worldWithPool()
    const { showPage } = world
    world.showPage = async (url, interactive) => {
      world.local['settings'] = none
      return showPage(url, interactive)
    }
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    expect(seen(world)).toMatchObject({ accounts: [], problem: { code: 'settings-changed' } })
    expect(asked(world, 'revocation')).toBe(1)
  })

  test('and take a provider away: its accounts are forgotten and revoked', async () => {
    const world = worldWithPool()
    const { verbs, events, until } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    world.local['settings'] = none
    void events.changed.say(changed, 'local' as never)
    await until(() => asked(world, 'revocation') === 1)
    await until(() => Object.keys(world.session).length === 0)
    expect(Object.keys(world.alarms)).toEqual([])
  })
})

test('what a sign-in notes is written once, and what it has used up is taken away once', async () => {
  const world = worldWithPool()
  const { verbs, calls } = await startBackground(world)
  await verbs.signIn('acme', 'in-a-window')
  const writes = calls.filter((call) => /^(?:session|local)\.(?:set|remove)/.test(call)).map((call) => call.replace(/oidc\..*/, 'oidc'))
  expect(writes).toEqual([
    'session.set sign-in:acme',
    'local.set underway',
    'session.set oidc',
    'session.set sign-in:acme', // its window
    'session.remove', // what is used up with the answer
    'session.set accounts:acme',
    'session.remove', // that it is running
    'local.remove',
  ])
})

test('once the window has answered, nothing is waited for before the code is redeemed', async () => {
  const world = worldWithPool()
  const { showPage } = world
  const { verbs, browser, until } = await startBackground(world)
  world.showPage = async (url, interactive) => {
    const answer = await showPage(url, interactive)
    for (const area of [browser.storage.session, browser.storage.local])
      for (const method of ['get', 'set', 'remove'] as const) vi.spyOn(area, method).mockReturnValue(new Promise<never>(() => {}))
    return answer
  }
  void verbs.signIn('acme', 'in-a-window')
  await until(() => asked(world, 'token') === 1)
})

test('a sign-in that fails is never a moment without words', async () => {
  const world = worldWithPool()
  world.showPage = async () => {
    throw new Error('The user did not approve access.')
  }
  const shown: unknown[] = []
  world.refuse = () => void shown.push((world.session['sign-in:acme'] as { phase?: string } | undefined)?.phase)
  const { verbs } = await startBackground(world)
  await verbs.signIn('acme', 'in-a-window')
  await verbs.signIn('acme', 'in-a-window')
  await verbs.settle()
  const turns = shown.slice(shown.indexOf('running')).filter((phase, index, all) => phase !== all[index - 1])
  expect(turns).toEqual(['running', 'failed', 'running', 'failed'])
})

describe('storage', () => {
  const full = new Error('Session storage quota bytes exceeded. Values were not stored.')
  test.each(['session.set accounts:acme', 'session.set oidc.'])(
    'that takes no more at %s: it is said, and the tokens are revoked',
    async (at) => {
      const world = worldWithPool()
      world.refuse = (call) => (call.startsWith(at) ? full : undefined)
      const { verbs } = await startBackground(world)
      await verbs.signIn('acme', 'in-a-window')
      expect(seen(world)).toMatchObject({ accounts: [], problem: { code: 'storage-failed' }, underway: [] })
      expect(asked(world, 'revocation')).toBe(asked(world, 'token'))
    },
  )

  test('that takes nothing at all: whoever asked is told, and nothing says that it is running', async () => {
    const world = worldWithPool()
    world.refuse = (call) => (/\.set/.test(call) ? full : undefined)
    const { verbs } = await startBackground(world)
    await expect(verbs.signIn('acme', 'in-a-window')).rejects.toMatchObject({ problem: { code: 'storage-failed' } })
    expect(world.session).toEqual({})
  })

  test('that has no room for a failure beside what ended with it: the failure is said', async () => {
    const world = worldWithPool()
    let isFull = false
    world.showPage = async () => {
      isFull = true
      throw new Error('The user did not approve access.')
    }
    world.refuse = (call) => (isFull && call.startsWith('session.set') && 'sign-in:acme' in world.session ? full : undefined)
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    expect(seen(world).problem?.code).toBe('sign-in-cancelled')
  })

  test('on a full disk keeps nobody from signing in', async () => {
    const world = worldWithPool()
    world.refuse = (call) => (call.startsWith('local.set') ? full : undefined)
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-window')
    expect(seen(world)).toMatchObject({ isSignedIn: true, phase: undefined })
  })
})

describe('an interruption that storage.session did not survive', () => {
  test.each<[string, number, string | undefined]>([
    ['a minute ago is said', 60, 'sign-in-interrupted'],
    ['yesterday is nobody’s business any more', 86_400, undefined],
  ])('%s', async (_, ago, code) => {
    const world = worldWithPool()
    world.local['underway'] = { acme: Date.now() / 1000 - ago }
    const { verbs } = await startBackground(world)
    await verbs.settle()
    expect(seen(world).problem?.code).toBe(code)
    expect(seen(world).underway).toEqual([])
  })
})

describe('times that are damaged, or a newer Latchkey’s, tell of no interruption, and keep nobody from signing in:', () => {
  const now = Date.now() / 1000
  test.each<[string, unknown]>([
    ['a text', 'acme'],
    ['a list', [now, now]],
    ['a time in words', { acme: 'yesterday' }],
    ['more than a time', { acme: { since: now } }],
    ['nothing', { acme: null }],
  ])('%s', async (_, underway) => {
    const world = worldWithPool()
    world.local['underway'] = underway
    const { verbs } = await startBackground(world)
    await verbs.settle()
    expect(Object.keys(world.session)).toEqual([])
    await verbs.signIn('acme', 'in-a-window')
    expect(seen(world)).toMatchObject({ isSignedIn: true, phase: undefined, underway: [] })
  })
})

test('an interruption is said although the record of another sign-in is damaged', async () => {
  const world = worldWithPool()
  const since = Date.now() / 1000 - 9
  Object.assign(world.session, { 'sign-in:acme': { phase: 'running', since }, 'sign-in:other': { phase: 'running', since, tab: {} } })
  const { verbs } = await startBackground(world)
  await verbs.settle()
  expect(seen(world).problem?.code).toBe('sign-in-interrupted')
})

describe('renewal', () => {
  test('is one request, however many ask for it', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-window')
    const [account] = world.session['accounts:acme'] as readonly object[]
    world.session['accounts:acme'] = [{ ...account, expiresAt: Date.now() / 1000 }]
    await Promise.all(Array.from({ length: 100 }, () => background.verbs.settle()))
    expect(asked(world, 'token')).toBe(2)
    expect(seen(world)).toMatchObject({ isSignedIn: true, accounts: [{ refreshToken: 'refresh-2' }] })
  })

  test('without a refresh token is a sign-in without a window', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-window')
    let wanted: boolean | undefined
    world.showPage = async (url, interactive) => {
      wanted = interactive
      return world.op.visit(url)
    }
    await runOut(background, world, { refreshToken: undefined })
    expect(wanted).toBe(false)
    expect(seen(world).isSignedIn).toBe(true)
  })

  test('of what nobody can renew leaves what was said, without its tokens', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-window')
    world.showPage = () => Promise.reject(new Error('User interaction required.'))
    const [account] = world.session['accounts:acme'] as readonly { refreshToken?: string }[]
    const { refreshToken: _, ...rest } = account ?? {}
    world.session['accounts:acme'] = [{ ...rest, expiresAt: Date.now() / 1000 - 1 }]
    await background.verbs.settle()
    expect(seen(world)).toMatchObject({ isSignedIn: false, accounts: [{ claims: { sub: 'user-1' } }], phase: undefined })
    expect(JSON.stringify(world.session)).not.toMatch(/idToken|accessToken|refreshToken|eyJ/)
  })

  test('after a sleep, with the network not yet there, is tried again, and goes well then', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-window')
    world.fetch = () => Promise.reject(new TypeError('Failed to fetch'))
    await runOut(background, world, { expiresAt: Date.now() / 1000 - 120 })
    expect(seen(world).accounts).toMatchObject([{ refreshToken: 'refresh-1' }])
    expect(world.alarms['expiry:acme']).toBeLessThan(Date.now() + 60_000)
    world.fetch = world.op.fetch
    void background.events.alarm.say({ name: 'expiry:acme' } as never)
    await background.until(() => seen(world).accounts[0]?.['refreshToken'] === 'refresh-2')
  })

  test('of somebody who signs out meanwhile brings nobody back', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-window')
    const { fetch } = world
    let isHeld = false
    let go = () => {}
    world.fetch = async (input, init) => {
      if (new Request(input, init).url.endsWith('/token')) {
        isHeld = true
        await new Promise<void>((on) => (go = on))
      }
      return fetch(input, init)
    }
    const [account] = world.session['accounts:acme'] as readonly object[]
    world.session['accounts:acme'] = [{ ...account, expiresAt: Date.now() / 1000 }]
    const renewed = background.verbs.settle()
    await background.until(() => isHeld)
    await background.verbs.signOut('acme')
    go()
    await renewed
    expect(seen(world).accounts).toEqual([])
    expect(asked(world, 'revocation'), 'the old token and the new').toBe(2)
  })
})

describe('an answer in a tab', () => {
  test('counts once, however often it comes', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-tab')
    const [[tabId, address] = []] = [...world.tabs]
    const url = world.op.visit(address ?? '')
    for (let time = 0; time < 3; time += 1) void background.events.request.say({ tabId, url } as never)
    await background.until(() => seen(world).phase === undefined)
    await idle()
    expect(seen(world)).toMatchObject({ isSignedIn: true, phase: undefined, pending: [] })
    expect(asked(world, 'token')).toBe(1)
    expect(world.tabs.get(tabId ?? 0)).toBe('chrome-extension://latchkey/src/popup/index.html?tab=1')
  })

  test('stays in no address bar, though its page was on its way and comes after all', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-tab')
    const [[tabId = 0, address] = []] = [...world.tabs]
    const url = world.op.visit(address ?? '')
    const isSentAway = () => world.tabs.get(tabId)?.startsWith('chrome-extension:') ?? false
    void background.events.request.say({ tabId, url } as never)
    await background.until(isSentAway)
    world.tabs.set(tabId, url)
    await background.until(() => seen(world).isSignedIn && isSentAway())
  })

  test('of a sign-in that nobody began is left alone', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-tab')
    await background.events.request.say({ tabId: 7, url: 'https://latchkey.chromiumapp.org/?code=x&state=forged' } as never)
    expect(seen(world).phase).toBe('running')
    expect(asked(world, 'token')).toBe(0)
    await answerInTab(background, world)
    expect(seen(world).isSignedIn).toBe(true)
  })
})

test('a background that starts while somebody is signed in stores nothing, and wakes nobody', async () => {
  const world = worldWithPool()
  await (await startBackground(world)).verbs.signIn('acme', 'in-a-window')
  const { calls } = await startBackground(world)
  await idle()
  expect(calls).not.toEqual([])
  expect(calls.filter((call) => !call.endsWith('.get'))).toEqual([])
})

test(`a provider with the issuer ${issuer} is asked for nothing while somebody is signed in`, async () => {
  const world = worldWithPool()
  const { verbs } = await startBackground(world)
  await verbs.signIn('acme', 'in-a-window')
  world.op.seen.length = 0
  await verbs.settle()
  await (await startBackground(world)).verbs.settle()
  expect(world.op.seen).toEqual([])
})
