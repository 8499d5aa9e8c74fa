import { vi } from 'vitest'
import en from '../../public/_locales/en/messages.json'

interface Message {
  readonly message: string
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>
}
type Area = Record<string, unknown>

/** The messages as they are shipped. */
export const messages: Readonly<Record<string, Message>> = en

/** What the fake browser holds, and what it was asked to do; `reset` before each test. */
export const world = {
  local: {} as Area,
  session: {} as Area,
  managed: {} as Area,
  /** Firefox rejects where there is no policy. */
  hasPolicy: true,
  granted: [] as string[],
  /** What the person answers to the browser's permission question. */
  answer: true,
  /** The person answers no sooner than this is over. */
  asking: undefined as Promise<void> | undefined,
  tab: undefined as { id: number; url?: string } | undefined,
  /** The tab that the page itself is in; undefined for a popup and a side panel. */
  ownTab: undefined as { id: number } | undefined,
  decision: undefined as unknown,
  /** Selectors that fit something on the page in front. */
  fitting: [] as string[],
  /** What the page in front took itself for. */
  page: undefined as unknown,
  /** Verbs that were asked of the background, with their input. */
  asked: [] as { verb: string; input: unknown[] }[],
  /** The background dies over the first of these, once `hour` has come; then over the next. */
  deaths: [] as { verb: string; hour: Promise<void> }[],
  requested: [] as string[][],
  sentTo: [] as string[],
  /** Items of context menus, in the order in which they were made. */
  menus: [] as { title: string; contexts: string[]; documentUrlPatterns: string[] }[],
  /** Where scripts were injected, with their arguments. */
  injected: [] as { target: object; args: unknown[] }[],
  /** Tabs beside which the side panel was opened. */
  besideOf: [] as number[],
  isBroken: false,
  isFull: false,
  /** Storage answers no sooner than this is over. */
  held: undefined as Promise<void> | undefined,
}
const fresh = JSON.stringify(world)
type Listener = (changes: Record<string, unknown>, area: string) => void
const listeners = new Set<Listener>()
const grantListeners = new Set<() => void>()

/** An empty profile, just installed. */
export function reset(): void {
  Object.assign(world, JSON.parse(fresh), {
    tab: undefined,
    ownTab: undefined,
    decision: undefined,
    page: undefined,
    held: undefined,
    asking: undefined,
  })
  listeners.clear()
  grantListeners.clear()
}

const files = import.meta.glob<object>('../../public/_locales/*/messages.json', { import: 'default' })

/** Has `fetch` answer with the languages as they are shipped. Take it back with `vi.unstubAllGlobals`. */
export function servesLanguages(): void {
  vi.stubGlobal('fetch', async (address: string) => ({ json: files[`../../public/${address.replace(browser.runtime.getURL(''), '')}`] }))
}

let lastHolder: Promise<unknown> = Promise.resolve()
/** The browser's locks, which happy-dom has not: one holder at a time. */
const locks = {
  request<T>(_name: string, hold: () => Promise<T>): Promise<T> {
    const held = lastHolder.then(hold)
    lastHolder = held.catch(() => undefined)
    return held
  },
}
if ('navigator' in globalThis) Object.defineProperty(navigator, 'locks', { value: locks })

const area = (name: 'local' | 'session' | 'managed') => ({
  /** Firefox names none. */
  get QUOTA_BYTES(): number | undefined {
    return 10 * 1024 * 1024
  },
  getBytesInUse: async () => JSON.stringify(world[name]).length,
  async get(keys?: string | readonly string[]) {
    await world.held
    if (world.isBroken) throw new Error('IO error: lock')
    if (name === 'managed' && !world.hasPolicy) throw new Error('Managed storage manifest not found')
    const all = structuredClone(world[name])
    return keys === undefined ? all : Object.fromEntries(Object.entries(all).filter(([key]) => [keys].flat().includes(key)))
  },
  async set(values: Area) {
    if (world.isFull) throw new Error('QUOTA_BYTES quota exceeded')
    Object.assign(world[name], structuredClone(values))
    for (const listener of listeners) listener(values, name)
  },
  async remove(keys: string | readonly string[]) {
    for (const key of [keys].flat()) {
      delete world[name][key]
      for (const listener of listeners) listener({ [key]: undefined }, name)
    }
  },
})

/** Grants these hosts and no others, as people can in the browser's own settings. */
export function grant(hosts: readonly string[]): void {
  world.granted = [...hosts]
  for (const listener of grantListeners) listener()
}
const grantsEvent = {
  addListener: (listener: () => void) => grantListeners.add(listener),
  removeListener: (listener: () => void) => grantListeners.delete(listener),
}

/** The extension API as far as the pages use it. Substitutes placeholders as Chrome does. */
export const browser = {
  storage: {
    local: area('local'),
    session: area('session'),
    managed: area('managed'),
    onChanged: {
      addListener: (listener: Listener) => listeners.add(listener),
      removeListener: (listener: Listener) => listeners.delete(listener),
    },
  },
  i18n: {
    getMessage(key: string, substitutions: readonly string[] = []) {
      const { message = '', placeholders = {} } = messages[key] ?? {}
      return message.replace(/\$(\w+)\$/g, (_, name: string) => substitutions[Number(placeholders[name]?.content.slice(1)) - 1] ?? '')
    },
  },
  runtime: {
    id: 'abcdefghijklmnopabcdefghijklmnop',
    getURL: (path: string) => `chrome-extension://latchkey/${path}`,
    getManifest: () => ({ version: '1.2.3' }),
    async sendMessage(message: { verb: string; input: unknown[] }) {
      world.asked.push(message)
      const [death] = world.deaths
      if (death?.verb !== message.verb) return { ok: true }
      world.deaths.shift()
      await death.hour
      throw new Error('A listener indicated an asynchronous response, but the message channel closed before it came')
    },
  },
  permissions: {
    getAll: async () => ({ origins: [...world.granted] }),
    contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => world.granted.includes(origin)),
    async request({ origins }: { origins: string[] }) {
      world.requested.push(origins)
      await world.asking
      if (world.answer) grant([...world.granted, ...origins])
      return world.answer
    },
    async remove({ origins }: { origins: string[] }) {
      grant(world.granted.filter((origin) => !origins.includes(origin)))
      return true
    },
    onAdded: grantsEvent,
    onRemoved: grantsEvent,
  },
  tabs: {
    query: async () => (world.tab ? [world.tab] : []),
    get: async () => world.tab,
    getCurrent: async () => world.ownTab,
    onActivated: { addListener: () => undefined, removeListener: () => undefined },
    onUpdated: { addListener: () => undefined, removeListener: () => undefined },
    update: async (_: number, { url }: { url: string }) => void world.sentTo.push(url),
  },
  contextMenus: { create: (item: (typeof world.menus)[number]) => void world.menus.push(item) },
  scripting: {
    async executeScript({ target, args = [] }: { target: object; args?: unknown[] }) {
      world.injected.push({ target, args })
      if (world.fitting.includes(String(args[0]))) return [{ result: true }]
      return [{ result: world.decision && { decision: world.decision, page: world.page } }]
    },
  },
  sidePanel: { open: async ({ tabId }: { tabId: number }) => void world.besideOf.push(tabId) },
  windows: { create: async () => undefined },
  identity: { getRedirectURL: () => 'https://latchkey.chromiumapp.org/' },
}
