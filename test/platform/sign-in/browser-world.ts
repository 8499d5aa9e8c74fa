type Area = Record<string, unknown>
type Listener = (...said: never[]) => unknown

/** What outlives a background: storage, alarms, windows and tabs, and what the person has granted. */
export interface BrowserWorld {
  local: Area
  session: Area
  alarms: Record<string, number>
  /** Windows of sign-in pages, and what happens as somebody closes each. */
  windows: Map<number, () => void>
  /** Sign-in pages load; as long as one does not, Chrome shows no window. */
  pagesLoad: boolean
  tabs: Map<number, string>
  isGranted: boolean
  /** Shows a page in a window of the browser's own, and gives the address that it ends at. */
  showPage: (url: string, interactive: boolean) => Promise<string>
  /** What the network answers. */
  fetch: typeof fetch
  /** Makes a call fail, by its name. */
  refuse?: (call: string) => Error | undefined
}

export const redirectAddress = 'https://latchkey.chromiumapp.org/'

/** An empty profile with nothing on the network. */
export const browserWorld = (): BrowserWorld => ({
  local: {},
  session: {},
  alarms: {},
  windows: new Map(),
  pagesLoad: true,
  tabs: new Map(),
  isGranted: false,
  showPage: () => Promise.reject(new Error('The user did not approve access.')),
  fetch: () => Promise.reject(new TypeError('Failed to fetch')),
})

/** One life of a background, from its start to its death: every call that leaves it, and where it dies. */
export interface Life {
  readonly calls: string[]
  /** Dies at this call, counted from 1: before the browser does it, or after that but before it can be told. */
  readonly death?: { readonly call: number; readonly when: 'before' | 'after' }
  isOver: boolean
}

/** Does what was asked of the browser, unless the background dies over it: then nobody is ever told. */
async function crossing<T>(life: Life, { name, world }: { name: string; world: BrowserWorld }, act: () => T | Promise<T>): Promise<T> {
  if (life.isOver) return new Promise<never>(() => {})
  const call = life.calls.push(name)
  const dies = (when: 'before' | 'after') => life.death?.call === call && life.death.when === when
  life.isOver = dies('before')
  if (life.isOver) return new Promise<never>(() => {})
  const refusal = world.refuse?.(name)
  if (refusal) throw refusal
  const given = await act()
  life.isOver ||= dies('after')
  return life.isOver ? new Promise<never>(() => {}) : given
}

const eventOf = () => {
  const listeners = new Set<Listener>()
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    say: (...said: never[]) => Promise.all([...listeners].map((listener) => listener(...said))),
  }
}

let lastId = 100

/** The extension API as one background has it. */
export function browserOf(world: BrowserWorld, life: Life) {
  const cross = <T>(name: string, act: () => T | Promise<T>) => crossing(life, { name, world }, act)
  const events = {
    changed: eventOf(),
    alarm: eventOf(),
    windowOpened: eventOf(),
    tabClosed: eventOf(),
    request: eventOf(),
    page: eventOf(),
    failure: eventOf(),
  }
  const area = (name: 'local' | 'session') => ({
    get: (keys?: string | readonly string[]) =>
      cross(`${name}.get`, () => {
        const all = Object.entries(structuredClone(world[name]))
        return Object.fromEntries(keys === undefined ? all : all.filter(([key]) => [keys].flat().includes(key)))
      }),
    set: (values: Area) =>
      cross(`${name}.set ${Object.keys(values).join()}`, () => void Object.assign(world[name], structuredClone(values))),
    remove: (keys: string | readonly string[]) =>
      cross(`${name}.remove`, () => {
        for (const key of [keys].flat()) delete world[name][key]
      }),
  })
  /** Opens one; rejects when somebody closes it. */
  const openWindow = () => {
    const id = lastId++
    const closed = new Promise<never>((_, reject) => {
      world.windows.set(id, () => reject(new Error('The user did not approve access.')))
    })
    closed.catch(() => undefined)
    void events.windowOpened.say({ id, type: 'popup' } as never)
    return { id, closed }
  }
  const closeWindow = (id: number | undefined) => {
    const close = world.windows.get(id ?? 0)
    world.windows.delete(id ?? 0)
    close?.()
  }
  /** A tab that is still there; throws where it is not. */
  const there = (id: number): number => {
    if (!world.tabs.has(id)) throw new Error(`No tab with id: ${id}.`)
    return id
  }
  let isShowing = false
  /** Browsers have one page at a time. It is the provider's: its window closes when it is over, whoever is left to hear of it. */
  const show = (url: string, interactive: boolean): Promise<string> => {
    if (isShowing) return cross('window', () => Promise.reject(new Error('Only one web auth flow is allowed at a time.')))
    isShowing = true
    const window = interactive && world.pagesLoad ? openWindow() : undefined
    const page = () => Promise.race([world.showPage(url, interactive), ...(window ? [window.closed] : [])])
    return cross('window', page).finally(() => {
      isShowing = false
      closeWindow(window?.id)
    })
  }
  const browser = {
    storage: {
      local: area('local'),
      session: area('session'),
      managed: { get: async () => ({}) },
      onChanged: events.changed,
    },
    alarms: {
      create: (name: string, { when }: { when: number }) =>
        cross('alarms.create', () => void Object.assign(world.alarms, { [name]: when })),
      clear: (name: string) => cross('alarms.clear', () => delete world.alarms[name]),
      get: async (name: string) => (name in world.alarms ? { name, scheduledTime: world.alarms[name] } : undefined),
      onAlarm: events.alarm,
    },
    identity: {
      getRedirectURL: () => redirectAddress,
      launchWebAuthFlow: ({ url, interactive }: { url: string; interactive: boolean }) => show(url, interactive),
    },
    windows: {
      onCreated: events.windowOpened,
      get: (id: number) =>
        world.windows.has(id) ? Promise.resolve({ id, type: 'popup', tabs: [] }) : Promise.reject(new Error('No window')),
      remove: (id: number) => cross('windows.remove', () => closeWindow(id)),
    },
    tabs: {
      onRemoved: events.tabClosed,
      query: async () => [{ id: 1 }],
      get: (id: number) =>
        world.tabs.has(id) ? Promise.resolve({ id, windowId: 1, url: world.tabs.get(id) }) : Promise.reject(new Error('No tab')),
      create: ({ url }: { url: string }) =>
        cross('tabs.create', () => {
          const id = lastId++
          world.tabs.set(id, url)
          return { id }
        }),
      update: (id: number, { url }: { url: string }) => cross('tabs.update', () => void world.tabs.set(there(id), url)),
      remove: (id: number) => cross('tabs.remove', () => void world.tabs.delete(there(id))),
    },
    permissions: { contains: async () => world.isGranted, onAdded: eventOf() },
    webRequest: { onBeforeRequest: events.request, onCompleted: events.page, onErrorOccurred: events.failure },
    runtime: { getURL: (path: string) => `chrome-extension://latchkey/${path}` },
  }
  const fetchAsIts: typeof fetch = (input, init) =>
    cross(`fetch ${new URL(new Request(input).url).pathname}`, () => world.fetch(input, init))
  return { browser, events, fetch: fetchAsIts }
}
