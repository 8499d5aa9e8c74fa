import { afterEach, describe, expect, test, vi } from 'vitest'
import { idle } from '../../session/real-work'
import { gate, startBackground } from './background'
import { answerInTab, asked, changedTo, type PoolWorld, seen, two, worldWithPool } from './pool'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a sign-in whose page stands in a tab', () => {
  test('outlives a logout of the site, which forgets who was signed in', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-window')
    await background.verbs.signIn('acme', 'in-a-tab')
    await background.dropSession('acme')
    expect(seen(world)).toMatchObject({ accounts: [], phase: 'running' })
    await answerInTab(background, world)
    await idle()
    expect([...world.tabs.values()]).toEqual([expect.stringMatching(/^chrome-extension:/)])
    expect(seen(world)).toMatchObject({ isSignedIn: true, pending: [] })
  })

  test('outlives the sign-out of whoever is in front', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-window')
    await background.verbs.signIn('acme', 'in-a-tab')
    await background.verbs.signOut('acme')
    expect(seen(world)).toMatchObject({ accounts: [], phase: 'running', pending: [expect.anything()] })
    await answerInTab(background, world)
    expect(seen(world)).toMatchObject({ isSignedIn: true, pending: [] })
  })

  test('waits for nobody else’s window, and does not say so', async () => {
    const world = worldWithPool()
    world.local['settings'] = two
    world.showPage = () => new Promise(() => {})
    const { verbs, until } = await startBackground(world)
    void verbs.signIn('acme', 'in-a-window')
    await until(() => seen(world).window !== undefined)
    await verbs.signIn('other', 'in-a-tab')
    expect(world.tabs.size).toBe(1)
    expect(world.session['sign-in:other']).not.toHaveProperty('isWaiting')
  })

  test('takes the person as long as it takes, also where they sign in elsewhere meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const world = worldWithPool()
    world.local['settings'] = two
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-tab')
    vi.setSystemTime(Date.now() + 20 * 60_000)
    await background.verbs.signIn('other', 'in-a-window')
    await answerInTab(background, world)
    expect(seen(world)).toMatchObject({ isSignedIn: true, problem: undefined, pending: [] })
  })

  test('that shows none of our pages, as a private one does not, is a sign-in all the same', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-tab')
    world.refuse = (call) => (call === 'tabs.update' ? new Error('Cannot open this URL in an incognito window.') : undefined)
    await answerInTab(background, world)
    expect(seen(world)).toMatchObject({ isSignedIn: true, phase: undefined, pending: [] })
  })

  test('is answered although storage cannot be read at the very moment at which the answer comes', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-tab')
    let isFirst = true
    world.refuse = (call) => {
      if (call !== 'session.get' || !isFirst) return undefined
      isFirst = false
      return new Error('IO error')
    }
    await answerInTab(background, world)
    expect(isFirst).toBe(false)
    expect(seen(world)).toMatchObject({ isSignedIn: true, phase: undefined, pending: [] })
  })

  test.each(['could not be read', 'lost its reader'])(
    'whose answer came while storage %s is a sign-in once one of our pages opens: the answer still stands in the tab’s address',
    async (how) => {
      const world = worldWithPool()
      const { verbs, events } = await startBackground(world)
      await verbs.signIn('acme', 'in-a-tab')
      const [[tabId = 0, address = ''] = []] = [...world.tabs]
      const url = world.op.visit(address)
      world.tabs.set(tabId, url)
      world.refuse = (call) => (call === 'session.get' ? new Error('IO error') : undefined)
      if (how === 'could not be read') await events.request.say({ tabId, url } as never)
      await idle()
      expect(seen(world).phase).toBe('running')
      world.refuse = () => undefined
      await (how === 'lost its reader' ? (await startBackground(world)).verbs : verbs).settle()
      expect(seen(world)).toMatchObject({ isSignedIn: true, phase: undefined, pending: [], underway: [] })
      expect(world.tabs.get(tabId), 'the code stays in no address bar').toMatch(/^chrome-extension:/)
      expect(asked(world, 'token')).toHaveLength(1)
    },
  )

  test('that the provider refuses without saying whom it answers has failed, as in a window', async () => {
    const world = worldWithPool()
    const { verbs, events, until } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-tab')
    const [tabId] = [...world.tabs.keys()]
    const url = 'https://latchkey.chromiumapp.org/?error=access_denied'
    await events.request.say({ tabId: 7, url } as never)
    await idle()
    expect(seen(world).phase, 'in a tab of somebody else’s it is no answer').toBe('running')
    await events.request.say({ tabId, url: 'https://latchkey.chromiumapp.org/signed-out' } as never)
    await idle()
    expect(seen(world).phase, 'nor is what is none').toBe('running')
    void events.request.say({ tabId, url } as never)
    await until(() => seen(world).phase !== 'running')
    expect(seen(world).problem?.code).toBe('access-denied')
  })

  test.each(['fetch /pool/.well-known/openid-configuration', 'tabs.create', 'session.set sign-in:acme', 'tabs.update'])(
    'and is cancelled at %s leaves no tab and nothing pending',
    async (at) => {
      const world = worldWithPool()
      const { verbs, calls } = await startBackground(world)
      let cancelled: Promise<void> | undefined
      world.refuse = (call) => {
        if (call === at) cancelled ??= verbs.cancelSignIn('acme')
        return undefined
      }
      await verbs.signIn('acme', 'in-a-tab')
      await cancelled
      await idle()
      expect(seen(world)).toMatchObject({ phase: undefined, pending: [], underway: [] })
      expect([...world.tabs.values()]).toEqual([])
      if (at.startsWith('fetch')) expect(calls).not.toContain('tabs.create')
    },
  )

  test('whose answer is faster than the news that its page has come is a sign-in', async () => {
    const world = worldWithPool()
    const { verbs, browser, events, until } = await startBackground(world)
    const { update } = browser.tabs
    const { opened, open } = gate()
    vi.spyOn(browser.tabs, 'update').mockImplementationOnce(async (...given: unknown[]) => {
      const [tabId, { url }] = given as [number, { url: string }]
      const updated = await update(tabId, { url })
      void events.request.say({ tabId, url: world.op.visit(url) } as never)
      await opened
      return updated
    })
    const standing = verbs.signIn('acme', 'in-a-tab')
    await until(() => asked(world, 'authorization').length === 1)
    await idle()
    open()
    await standing
    await until(() => seen(world).phase !== 'running')
    expect(seen(world)).toMatchObject({ isSignedIn: true, phase: undefined, pending: [], underway: [] })
  })

  test('whose answer is heard a second time, by somebody who is slower, is one sign-in without a word', async () => {
    const world = worldWithPool()
    const { verbs, browser, events, until } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-tab')
    const [[tabId = 0, address = ''] = []] = [...world.tabs]
    const url = world.op.visit(address)
    const { opened, open } = gate()
    vi.spyOn(browser.tabs, 'update').mockImplementationOnce(async () => void (await opened))
    for (const _ of ['slower', 'faster']) void events.request.say({ tabId, url } as never)
    await until(() => seen(world).phase !== 'running')
    open()
    await idle()
    expect(seen(world)).toMatchObject({ isSignedIn: true, phase: undefined, pending: [], underway: [] })
    expect(asked(world, 'token')).toHaveLength(1)
  })

  describe('and that was broken off by an update, or by the end of a browser whose tabs came back,', () => {
    /** A background that has started since, and the answer that comes to the tab. */
    async function afterwards(change: (world: PoolWorld) => void = () => {}) {
      const world = worldWithPool()
      world.local['settings'] = two
      await (await startBackground(world)).verbs.signIn('acme', 'in-a-tab')
      const [[tabId = 0, address = ''] = []] = [...world.tabs]
      world.session = {}
      change(world)
      const background = await startBackground(world)
      await idle()
      const answer = async () => {
        const url = world.op.visit(address)
        world.tabs.set(tabId, url)
        await background.events.request.say({ tabId, url } as never)
        await idle()
        expect(asked(world, 'token'), 'its verifier is gone').toEqual([])
        return world.tabs.get(tabId)
      }
      return { world, background, answer }
    }

    test('leads to our page, which says so and has a way on, in place of one of the browser’s that nobody understands', async () => {
      const { world, answer } = await afterwards()
      expect(await answer()).toMatch(/^chrome-extension:/)
      expect(seen(world).problem).toEqual({ code: 'sign-in-interrupted' })
    })

    test('leads nowhere where nobody could say why', async () => {
      const { answer } = await afterwards(({ local }) => void delete local['underway'])
      expect(await answer()).toMatch(/^https:/)
    })

    test('leads nowhere while a window of the browser’s own is open, whose answer it may be', async () => {
      const { world, background, answer } = await afterwards()
      world.showPage = () => new Promise(() => {})
      void background.verbs.signIn('other', 'in-a-window')
      await background.until(() => world.windows.size > 0)
      expect(await answer()).toMatch(/^https:/)
    })
  })

  test('whose tab the person closes was cancelled, and nothing of it stays', async () => {
    const world = worldWithPool()
    const { verbs, events } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-tab')
    const [tabId = 0] = [...world.tabs.keys()]
    await events.tabClosed.say(7 as never)
    expect(seen(world).phase, 'another tab is nobody’s business').toBe('running')
    await events.tabClosed.say(tabId as never)
    await idle()
    expect(seen(world)).toMatchObject({ problem: { code: 'sign-in-cancelled' }, pending: [], underway: [] })
  })

  test('gives way to one in a window: its tab is closed', async () => {
    const world = worldWithPool()
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-tab')
    await verbs.signIn('acme', 'in-a-window')
    expect(world.tabs.size).toBe(0)
    expect(seen(world)).toMatchObject({ isSignedIn: true, phase: undefined, pending: [], underway: [] })
  })

  test('whose tab is found to be gone was cancelled as well', async () => {
    const world = worldWithPool()
    const { verbs } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-tab')
    await verbs.settle()
    expect(seen(world).phase).toBe('running')
    world.tabs.clear()
    await verbs.settle()
    expect(seen(world)).toMatchObject({ problem: { code: 'sign-in-cancelled' }, pending: [], underway: [] })
  })

  test('whose tab the person has taken elsewhere meanwhile leaves them there', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-tab')
    const [[tabId = 0, address = ''] = []] = [...world.tabs]
    void background.events.request.say({ tabId, url: world.op.visit(address) } as never)
    await background.until(() => world.tabs.get(tabId) !== address)
    world.tabs.set(tabId, 'https://news.example/')
    await background.until(() => seen(world).phase !== 'running')
    await idle()
    expect(seen(world).isSignedIn).toBe(true)
    expect(world.tabs.get(tabId)).toBe('https://news.example/')
  })

  test('whose tab is closed before its page has come was cancelled', async () => {
    const world = worldWithPool()
    const { verbs } = await startBackground(world)
    world.refuse = (call) => {
      if (call !== 'tabs.update') return undefined
      world.tabs.clear()
      return new Error('No tab with id: 101.')
    }
    await verbs.signIn('acme', 'in-a-tab')
    expect(seen(world)).toMatchObject({ problem: { code: 'sign-in-cancelled' }, pending: [], underway: [] })
  })
})

describe('a tab of a provider that has become another one', () => {
  test('while it is asked where its page is, is not opened, and it is said', async () => {
    const world = worldWithPool()
    const { verbs, events, until } = await startBackground(world)
    const { opened, open } = gate()
    world.fetch = async (...asked) => {
      await opened
      return world.op.fetch(...asked)
    }
    const standing = verbs.signIn('acme', 'in-a-tab')
    await until(() => seen(world).phase === 'running')
    await idle()
    world.local['settings'] = changedTo({ clientId: 'another' })
    void events.changed.say({ settings: {} } as never, 'local' as never)
    await idle()
    open()
    await standing
    await idle()
    expect(seen(world)).toMatchObject({ problem: { code: 'settings-changed' }, pending: [], underway: [] })
    expect(world.tabs.size).toBe(0)
  })

  test('is closed, and it is said', async () => {
    const world = worldWithPool()
    const { verbs, events, until } = await startBackground(world)
    await verbs.signIn('acme', 'in-a-tab')
    world.local['settings'] = changedTo({ clientId: 'another' })
    void events.changed.say({ settings: {} } as never, 'local' as never)
    await until(() => seen(world).phase !== 'running')
    await idle()
    expect(seen(world)).toMatchObject({ problem: { code: 'settings-changed' }, pending: [], underway: [] })
    expect(world.tabs.size).toBe(0)
  })

  test('is not believed, though the background slept over the change and has not heard of it', async () => {
    const world = worldWithPool()
    const background = await startBackground(world)
    await background.verbs.signIn('acme', 'in-a-tab')
    await idle()
    world.local['settings'] = changedTo({ clientId: 'another' })
    await answerInTab(background, world)
    expect(seen(world)).toMatchObject({ accounts: [], problem: { code: 'settings-changed' }, pending: [] })
    expect(world.op.seen.filter(({ endpoint }) => endpoint === 'token')).toEqual([])
  })
})
