import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const world = vi.hoisted(() => ({
  installType: 'normal',
  hosts: [] as string[],
  managed: {} as Record<string, unknown>,
  opened: [] as string[],
  installed: [] as ((details: { reason: string }) => void)[],
  changed: new Set<(changes: object, area: string) => void>(),
}))
vi.mock('../../src/platform/browser', () => ({
  browser: {
    management: { getSelf: async () => ({ installType: world.installType }) },
    runtime: {
      onInstalled: { addListener: (listener: (details: { reason: string }) => void) => world.installed.push(listener) },
      getManifest: () => ({ host_permissions: world.hosts }),
      getURL: (path: string) => `chrome-extension://latchkey/${path}`,
    },
    storage: {
      managed: { get: async () => world.managed },
      local: { get: async () => ({}), set: async () => undefined },
      onChanged: {
        addListener: (listener: (changes: object, area: string) => void) => world.changed.add(listener),
        removeListener: (listener: (changes: object, area: string) => void) => world.changed.delete(listener),
      },
    },
    tabs: { create: async ({ url }: { url: string }) => void world.opened.push(url) },
  },
}))

const { watchFirstRun } = await import('../../src/platform/first-run')

beforeEach(() => {
  Object.assign(world, { installType: 'normal', hosts: [], managed: {}, opened: [], installed: [] })
  vi.useFakeTimers()
  watchFirstRun()
})
afterEach(() => vi.useRealTimers())

async function install(reason = 'install'): Promise<void> {
  for (const listener of world.installed) listener({ reason })
  await vi.advanceTimersByTimeAsync(0)
}

test('the welcome page opens once no policy is to be expected any more', async () => {
  await install()
  expect(world.opened).toEqual([])
  await vi.advanceTimersByTimeAsync(3500)
  expect(world.opened).toEqual(['chrome-extension://latchkey/src/welcome/index.html'])
  expect(world.changed.size).toBe(0)
})

test('a policy that arrives late is heard before the page opens', async () => {
  await install()
  await vi.advanceTimersByTimeAsync(2000)
  world.managed = { features: { welcome: false } }
  for (const listener of world.changed) listener({}, 'managed')
  await vi.advanceTimersByTimeAsync(5000)
  expect(world.opened).toEqual([])
})

test('a policy that names sites leaves nothing to set up', async () => {
  world.managed = { sites: [{ baseUrl: 'https://wiki.acme.com/' }] }
  await install()
  await vi.advanceTimersByTimeAsync(5000)
  expect(world.opened).toEqual([])
})

test.each([
  ['an update', 'update', {}],
  ['an administrator’s installation', 'install', { installType: 'admin' }],
  ['an organisation’s build', 'install', { hosts: ['https://wiki.acme.com/*'] }],
])('%s opens nothing', async (_, reason, more) => {
  Object.assign(world, more)
  await install(reason)
  await vi.advanceTimersByTimeAsync(5000)
  expect(world.opened).toEqual([])
})
