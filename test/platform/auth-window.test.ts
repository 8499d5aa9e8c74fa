import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const address = 'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/authorize?client_id=x'
const back = 'https://latchkey.example/?code=1'

interface Asked {
  readonly url: string
  readonly interactive: boolean
  readonly timeoutMsForNonInteractive?: number
}
const asked: Asked[] = []
/** How often somebody wanted to know whether the page is worth showing. */
let looks = 0
beforeEach(() => {
  asked.splice(0)
  looks = 0
})
afterEach(() => vi.useRealTimers())

/** The window of a browser whose extensions' pages are of this scheme; `answer` is what it makes of a page. */
async function windowIn(scheme: string, answer: (asked: Asked) => string | Promise<string>) {
  const event = { addListener: () => undefined, removeListener: () => undefined }
  const browser = {
    runtime: { getURL: () => `${scheme}://latchkey/` },
    windows: { onCreated: event },
    webRequest: { onCompleted: event, onErrorOccurred: event },
    identity: {
      getRedirectURL: () => 'https://latchkey.example/',
      launchWebAuthFlow: async (details: Asked) => {
        asked.push(details)
        return answer(details)
      },
    },
  }
  vi.resetModules()
  vi.doMock('../../src/platform/browser', () => ({ browser }))
  const { openAuthWindow } = await import('../../src/platform/auth-window')
  return (known: Promise<unknown>, interactive = true) => {
    const ready = () => {
      looks += 1
      return known
    }
    return openAuthWindow(address, { interactive, onPage: () => undefined, onWindow: () => undefined, ready })
  }
}

/** Somebody whom the page asks for a password, in Firefox's words. */
function stranger({ interactive }: Asked): string {
  if (!interactive) throw new Error('Requires user interaction')
  return back
}
const tried = () => asked.map(({ interactive }) => (interactive ? 'shown' : 'quietly'))
const never = new Promise<never>(() => {})
async function refused(): Promise<never> {
  const { ProblemError } = await import('../../src/problem')
  throw new ProblemError({ code: 'login-pages-unavailable', clientId: 'x' })
}

describe('in Firefox, which shows an error page like any other', () => {
  test('whoever is signed in waits for nothing', async () => {
    expect(await (await windowIn('moz-extension', () => back))(never)).toBe(back)
    expect(tried()).toEqual(['quietly'])
  })

  test('whoever is signed in hears nothing of a page that is not worth showing', async () => {
    const unheard = vi.fn()
    process.on('unhandledRejection', unheard)
    expect(await (await windowIn('moz-extension', () => back))(refused())).toBe(back)
    await new Promise((next) => setImmediate(next))
    process.off('unhandledRejection', unheard)
    expect(unheard).not.toHaveBeenCalled()
  })

  test('whoever is not is shown the page once it is known to be one', async () => {
    const open = await windowIn('moz-extension', stranger)
    let isKnown = (_: unknown) => {}
    const opened = open(new Promise((resolve) => (isKnown = resolve)))
    await vi.waitFor(() => expect(tried()).toEqual(['quietly']))
    expect(looks, 'it is found out meanwhile').toBe(1)
    isKnown(undefined)
    expect(await opened).toBe(back)
    expect(tried()).toEqual(['quietly', 'shown'])
  })

  test('nobody is shown one that is known not to be', async () => {
    const open = await windowIn('moz-extension', stranger)
    await expect(open(refused())).rejects.toMatchObject({ problem: { code: 'login-pages-unavailable' } })
    expect(tried()).toEqual(['quietly'])
  })

  test('a page that does not come is not asked for again', async () => {
    const open = await windowIn('moz-extension', () => {
      throw new Error('Invalid request')
    })
    await expect(open(Promise.resolve())).rejects.toMatchObject({ problem: { code: 'sign-in-page-failed' } })
    expect(tried()).toEqual(['quietly'])
  })
})

describe('a page that never answers', () => {
  const { origin } = new URL(address)
  const unreachable = { problem: { code: 'provider-unreachable', address: origin } }
  const silent = ({ interactive }: Asked) => (interactive ? back : never)

  test('is given up by Chrome where nobody sees it, so that nobody waits for their turn behind it', async () => {
    const open = await windowIn('chrome-extension', () => {
      throw new Error('Authorization page load timed out.')
    })
    await expect(open(Promise.resolve(), false)).rejects.toMatchObject(unreachable)
    expect(looks, 'nobody wants to know of a page that nobody is to see').toBe(0)
    expect(asked[0]?.timeoutMsForNonInteractive).toBe(10_000)
  })

  test('is given up in Firefox, which knows no such limit', async () => {
    const open = await windowIn('moz-extension', silent)
    vi.useFakeTimers()
    const opened = expect(open(Promise.resolve(), false)).rejects.toMatchObject(unreachable)
    await vi.advanceTimersByTimeAsync(11_000)
    await opened
    expect(asked[0], 'it refuses what it does not know').not.toHaveProperty('timeoutMsForNonInteractive')
  })

  test('is shown in Firefox to whoever wants to sign in', async () => {
    const open = await windowIn('moz-extension', silent)
    vi.useFakeTimers()
    const opened = open(Promise.resolve())
    await vi.advanceTimersByTimeAsync(11_000)
    expect(await opened).toBe(back)
    expect(tried()).toEqual(['quietly', 'shown'])
  })
})

test('Chrome, which shows no error page, is asked at once and waits for nothing', async () => {
  expect(await (await windowIn('chrome-extension', () => back))(never)).toBe(back)
  expect(looks).toBe(0)
  expect(tried()).toEqual(['shown'])
})

/** Chrome, whose sign-in page ends when `end` is called, and what listens to it. */
async function watchedChrome() {
  const heard = new Map<string, Set<(said: object) => unknown>>()
  const event = (name: string) => {
    const listeners = new Set<(said: object) => unknown>()
    heard.set(name, listeners)
    return { addListener: listeners.add.bind(listeners), removeListener: listeners.delete.bind(listeners) }
  }
  const openers: Readonly<Record<number, object>> = { 7: { openerTabId: 3 } }
  const pages: Readonly<Record<number, string>> = { 6: 'chrome-extension://latchkey/src/workbench/index.html' }
  let end = (_: string | Promise<never>) => {}
  const remove = vi.fn((_: number) => Promise.reject(new Error('No window with id: 8.')))
  const browser = {
    runtime: { getURL: () => 'chrome-extension://latchkey/' },
    windows: {
      onCreated: event('windows'),
      get: async (id: number, { populate }: { populate?: boolean } = {}) => ({
        id,
        ...(populate && { tabs: [{ url: pages[id] ?? 'https://op.example/' }] }),
      }),
      remove,
    },
    tabs: { query: async ({ windowId }: { windowId: number }) => (windowId === 10 ? [] : [openers[windowId] ?? {}]) },
    webRequest: { onCompleted: event('pages'), onErrorOccurred: event('failures') },
    identity: { launchWebAuthFlow: () => new Promise<string>((resolve) => (end = resolve as typeof end)) },
  }
  vi.resetModules()
  vi.doMock('../../src/platform/browser', () => ({ browser }))
  const { closeAuthWindow, openAuthWindow } = await import('../../src/platform/auth-window')
  const windows: number[] = []
  const open = (interactive: boolean) =>
    openAuthWindow(address, { interactive, onPage: () => undefined, onWindow: (id) => void windows.push(id) })
  const listening = () => [...heard].flatMap(([name, { size }]) => (size > 0 ? [name] : []))
  const tell = (name: string, said: object) => heard.get(name)?.forEach((listener) => void listener(said))
  return { open, windows, listening, tell, end: (answer: string | Promise<never>) => end(answer), closeAuthWindow, remove }
}

test('the window of a sign-in is the first of its kind that no page has opened', async () => {
  const { open, windows, tell } = await watchedChrome()
  void open(true)
  tell('windows', { id: 5, type: 'normal' })
  tell('windows', { type: 'popup' })
  for (const id of [7, 8, 9]) tell('windows', { id, type: 'popup' })
  await vi.waitFor(() => expect(windows).toContain(8))
  await new Promise((next) => setImmediate(next))
  expect(windows).toEqual([8])
})

test('the window of a sign-in may be told of before there is a tab in it', async () => {
  const { open, windows, tell } = await watchedChrome()
  void open(true)
  tell('windows', { id: 10, type: 'popup' })
  await vi.waitFor(() => expect(windows).toEqual([10]))
})

test.each([
  ['that a person sees', true, ['windows', 'pages', 'failures']],
  ['that nobody sees, which has no window', false, ['pages', 'failures']],
])('a page %s is watched until it is over, and no longer', async (_, interactive, watched) => {
  const { open, listening, end } = await watchedChrome()
  const opened = open(interactive)
  expect(listening()).toEqual(watched)
  end(back)
  await opened
  expect(listening()).toEqual([])
})

test('a window that the person has just closed is closed', async () => {
  const { closeAuthWindow, remove } = await watchedChrome()
  await expect(closeAuthWindow(8)).resolves.toBeUndefined()
  expect(remove).toHaveBeenCalledWith(8)
})

test('a window with a page of our own is left open', async () => {
  const { closeAuthWindow, remove } = await watchedChrome()
  await closeAuthWindow(6)
  expect(remove).not.toHaveBeenCalled()
})

test('a page that fails after one was shown has broken off', async () => {
  const { open, windows, tell, end } = await watchedChrome()
  const opened = open(true)
  tell('windows', { id: 8, type: 'popup' })
  await vi.waitFor(() => expect(windows).toEqual([8]))
  end(Promise.reject(new Error('Authorization page could not be loaded.')))
  await expect(opened).rejects.toMatchObject({ problem: { code: 'sign-in-broke-off', domain: new URL(address).host } })
})

test.each([
  ['The user did not approve access.', 'sign-in-cancelled'],
  ['User cancelled or denied access.', 'sign-in-cancelled'],
  ['Only one web auth flow is allowed at a time.', 'sign-in-busy'],
  ['Identity API is disabled in incognito windows.', 'private-window'],
  ['Authorization page could not be loaded.', 'sign-in-page-failed'],
  ['Authorization page load timed out.', 'sign-in-page-failed'],
  ['Browser context has been shut down.', 'sign-in-page-failed'],
  ['Something else.', 'unexpected'],
])('a browser that says “%s” means %s', async (message, code) => {
  const open = await windowIn('chrome-extension', () => {
    throw new Error(message)
  })
  await expect(open(Promise.resolve())).rejects.toMatchObject({ problem: { code } })
})

test.each([
  ['chrome-extension', 'User interaction required.'],
  ['chrome-extension', 'Authorization page could not be loaded.'],
  ['moz-extension', 'Requires user interaction'],
])('a page that nobody is to see, of which a browser of %s says “%s”, wants to see the person', async (scheme, message) => {
  const open = await windowIn(scheme, () => {
    throw new Error(message)
  })
  await expect(open(Promise.resolve(), false)).rejects.toMatchObject({ problem: { code: 'login-required' } })
})
